import * as engine from "./claquette.js";
import { type Bytes, table, whole } from "./border.js";
import { errors } from "./error.js";
import type { SetHash } from "./types.js";

/** The handle of tables, and how many hold it: the last that lets go of it gives its memory back. @internal */
export class Tables {
  readonly handle: engine.References;
  #holders = 1;

  constructor(handle: engine.References) {
    this.handle = handle;
  }

  hold(): this {
    this.#holders += 1;
    return this;
  }

  release(): void {
    this.#holders -= 1;
    if (this.#holders === 0) this.handle.free();
  }
}

/** Keeps the bundled tables. @internal */
export let keep: (handle: engine.References) => void;

/** The tables; the bundled ones if none are given. @internal */
export let tablesOf: (references: References | undefined) => Tables;

/** Their handle. @internal */
export function handle(references: References | undefined): engine.References {
  return tablesOf(references).handle;
}

let bundled: References | undefined;

/**
 * Everything that a computation looks things up in: factors, keys, places, proxies, assumptions. Never changed.
 *
 * `free` gives the memory back at once; without it, the garbage collector does at some time.
 */
export class References {
  #tables: Tables | undefined;

  private constructor(handle: engine.References) {
    this.#tables = new Tables(handle);
  }

  get #handle(): engine.References {
    return tablesOf(this).handle;
  }

  /** Gives the memory back; what was computed with it stays, and so do the bundled tables. */
  free(): void {
    if (this === bundled) return;
    this.#tables?.release();
    this.#tables = undefined;
  }

  /** The bundled tables, which `init` read. */
  static bundled(): References {
    if (bundled === undefined) throw new Error("claquette is not loaded yet: `await init()` first");
    return bundled;
  }

  /** Reads a bundle of tables of your own, by the names of its files. */
  static read(name: string, files: Readonly<Record<string, string | Bytes>>): References {
    References.bundled();
    const texts = Object.values(files).map(table);
    return new References(errors(() => engine.References.read(whole("name", name), Object.keys(files), texts)));
  }

  /** Reads the rows that `Footprint.extract` gave: the same production has the same result with them. */
  static readExtract(files: Readonly<Record<string, string | Bytes>>): References {
    References.bundled();
    const texts = Object.values(files).map(table);
    return new References(errors(() => engine.References.read_extract(Object.keys(files), texts)));
  }

  /** These tables, if they are the ones that are pinned: those of `hashes`, in their order, and no others. */
  pinned(sets: readonly SetHash[]): References {
    const [names, hashes] = [sets.map(({ name }) => whole("name", name)), sets.map(({ sha256 }) => whole("hash", sha256))];
    return new References(errors(() => this.#handle.pinned(names, hashes)));
  }

  /**
   * Puts a set of your own before the bundled one, after those that you put there before. The columns `id`,
   * `place`, `unit`, `value` and `source` must be there.
   */
  withSet(name: string, csv: string | Bytes): References {
    return new References(errors(() => this.#handle.with_set(whole("name", name), table(csv))));
  }

  /** Puts assumptions of your own before the bundled ones. */
  withAssumptions(name: string, csv: string | Bytes): References {
    return new References(errors(() => this.#handle.with_assumptions(whole("name", name), table(csv))));
  }

  /** Replaces the declared proxies. */
  withProxies(name: string, csv: string | Bytes): References {
    return new References(errors(() => this.#handle.with_proxies(whole("name", name), table(csv))));
  }

  /** Replaces the table of airports (`iata`, `place`, `latitude`, `longitude`). */
  withAirports(name: string, csv: string | Bytes): References {
    return new References(errors(() => this.#handle.with_airports(whole("name", name), table(csv))));
  }

  /** The SHA-256 of the extract that they were read from; then `hashes` are those that it states. */
  get extract(): string | undefined {
    return this.#handle.extract();
  }

  /** Replaces the table of cities (`geonames`, `name`, `name_fr`, `place`, `latitude`, `longitude`). */
  withCities(name: string, csv: string | Bytes): References {
    return new References(errors(() => this.#handle.with_cities(whole("name", name), table(csv))));
  }

  /** Replaces the table of stations (`iata`, `name`, `name_fr`, `place`, `latitude`, `longitude`). */
  withStations(name: string, csv: string | Bytes): References {
    return new References(errors(() => this.#handle.with_stations(whole("name", name), table(csv))));
  }

  /**
   * The name and the SHA-256 of each set and table, as `sha256sum *.csv | sha256sum` prints it; of what was read from an
   * extract, the one that the extract states, with its own.
   */
  hashes(): readonly SetHash[] {
    const texts = this.#handle.hashes();
    return texts.flatMap((name, at) => {
      const [sha256 = "", extract = ""] = texts.slice(at + 1, at + 3);
      return at % 3 === 0 ? [extract === "" ? { name, sha256 } : { name, sha256, extract }] : [];
    });
  }

  static {
    keep = (handle) => {
      bundled = new References(handle);
    };
    tablesOf = (references) => {
      const tables = (references ?? References.bundled()).#tables;
      if (tables === undefined) throw new Error("the references were freed");
      return tables;
    };
  }
}

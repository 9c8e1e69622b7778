/// <reference lib="esnext.disposable" preserve="true" />
import * as engine from "./claquette.js";
import { type Bytes, table, whole } from "./border.js";
import { errors } from "./error.js";
import { needEngine } from "./ready.js";
import type { SetHash } from "./types.js";

/** Keeps the bundled tables. @internal */
export let keep: (handle: engine.References) => void;

/** The engine's own of tables; of the bundled ones if none are given. @internal */
export let handle: (references: References | undefined) => engine.References;

let bundled: References | undefined;

/**
 * Everything that a computation looks things up in: factors, keys, places, proxies, assumptions. Never changed.
 *
 * `free` gives the memory back at once; without it, the garbage collector does at some time.
 */
export class References {
  #kept: engine.References | undefined;

  private constructor(handle: engine.References) {
    this.#kept = handle;
  }

  get #handle(): engine.References {
    if (this.#kept === undefined) throw new Error("the references were freed");
    return this.#kept;
  }

  /** Gives the memory back; what was computed with it stays, and so do the bundled tables. */
  free(): void {
    if (this === bundled) return;
    this.#kept?.free();
    this.#kept = undefined;
  }

  /** Gives the memory back at the end of a `using`. */
  declare [Symbol.dispose]: () => void;

  /** The bundled tables, which `init` read. */
  static bundled(): References {
    needEngine();
    if (bundled === undefined) throw new Error("the bundled tables are not loaded: `init` was told to leave them out");
    return bundled;
  }

  /** Reads a bundle of tables of your own, by the names of its files. */
  static read(name: string, files: Readonly<Record<string, string | Bytes>>): References {
    needEngine();
    const texts = Object.values(files).map(table);
    return new References(errors(() => engine.References.read(whole("name", name), Object.keys(files), texts)));
  }

  /** Reads the rows that `extract` gave: the same production has the same result with them. */
  static readExtract(files: Readonly<Record<string, string | Bytes>>): References {
    needEngine();
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
    handle = (references = References.bundled()) => references.#handle;
    // Where there is such a symbol yet.
    if (Symbol.dispose) References.prototype[Symbol.dispose] = References.prototype.free;
  }
}

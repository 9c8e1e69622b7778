import * as engine from "./claquette.js";
import { type Bytes, document, whole } from "./border.js";
import { type Limits, given } from "./check.js";
import { errors } from "./error.js";
import { type References, type Tables, tablesOf } from "./references.js";
import type {
  Account, Completeness, ElectricityMethod, Exact, FootprintIndicators, FootprintSummary, FootprintValue, FootprintView, Gwp, Part,
  Production, Unpriced,
} from "./types.js";

/** The languages that people read. */
export type Language = "fr" | "en";

/** How a footprint is computed. */
export interface ComputeOptions {
  /** What becomes of a line without a factor: it is refused if nothing is said. */
  readonly unpriced?: Unpriced;
  /** How electricity is priced: at the average of its grid if nothing is said, or by its contract. */
  readonly electricity?: ElectricityMethod;
  /** The warming potentials that gases are in: those of each source if nothing is said, or of a report of the IPCC. */
  readonly gwp?: Gwp;
  /** How large an input may be; what is not given is as the engine has it. */
  readonly limits?: Limits;
}

/** What a view shows. */
export interface ViewOptions {
  /** The account; the counted emissions if nothing is said. */
  readonly account?: Account;
  /** Life-cycle parts that are left out. */
  readonly without?: Part | readonly Part[];
}

/**
 * Computes the footprint of a production: an object, a text of JSON, or its bytes.
 *
 * What is not sound, and a line without a factor unless `unpriced` is `exclude`, is a `CalculationError`.
 */
export function compute(
  production: Production | string | Bytes,
  references?: References,
  { unpriced = "refuse", electricity = "location", gwp = "published", limits = {} }: ComputeOptions = {},
): Footprint {
  const tables = tablesOf(references);
  const bytes = document(production);
  const word = whole("answer to a line without a factor", unpriced);
  const [method, most] = [whole("method for electricity", electricity), given(limits)];
  const set = whole("set of warming potentials", gwp);
  return make(bytes.length, tables, () => errors(() => engine.compute(bytes, tables.handle, word, method, set, ...most)));
}

let make: (weight: number, tables: Tables, compute: () => engine.Footprint) => Footprint;

/**
 * The ledgers that the engine keeps, the latest last: so many, of documents of so many bytes in all. An older one
 * is computed again, the same to the bit, when it is asked: no page has to wait for a collector of garbage that
 * cannot see the memory of the engine.
 */
const ledgers = new Map<Footprint, engine.Footprint>();
const KEPT = 64;
const KEPT_BYTES = 4 << 20;

/**
 * The footprint of a production: exact masses in kgCO2e, and everything that explains them.
 *
 * `free` gives the memory back at once; without it, that of the oldest footprints is given back, and what they are asked
 * later is computed again.
 */
export class Footprint {
  readonly #compute: () => engine.Footprint;
  readonly #weight: number;
  #tables: Tables | undefined;

  private constructor(weight: number, tables: Tables, compute: () => engine.Footprint) {
    this.#weight = weight;
    this.#tables = tables;
    this.#compute = compute;
    this.#ledger();
    // Only now: what was refused holds nothing.
    tables.hold();
  }

  static {
    make = (weight, tables, compute) => new Footprint(weight, tables, compute);
  }

  /** Gives the memory back; it can then be asked nothing more. */
  free(): void {
    ledgers.get(this)?.free();
    ledgers.delete(this);
    this.#tables?.release();
    this.#tables = undefined;
  }

  #ledger(): engine.Footprint {
    if (this.#tables === undefined) throw new Error("the footprint was freed");
    const kept = ledgers.get(this);
    ledgers.delete(this);
    if (kept === undefined) Footprint.#makeRoom(this.#weight);
    const ledger = kept ?? this.#compute();
    ledgers.set(this, ledger);
    return ledger;
  }

  /** Frees the oldest ledgers until there is room for another one. */
  static #makeRoom(weight: number): void {
    let bytes = weight;
    for (const footprint of ledgers.keys()) bytes += footprint.#weight;
    for (const [oldest, handle] of ledgers) {
      if (ledgers.size < KEPT && bytes <= KEPT_BYTES) return;
      ledgers.delete(oldest);
      bytes -= oldest.#weight;
      handle.free();
    }
  }

  /** Whether every line is in it. */
  get status(): Completeness {
    return this.#ledger().status() as Completeness;
  }

  /** The exact total of an account. Accounts are never netted. */
  total(account: Account = "counted"): Exact {
    return errors(() => this.#ledger().total(whole("account", account)));
  }

  /** An account seen along an axis, such as `post`, `work` or `label:unit`, without some life-cycle parts. */
  view(axis: string, { account = "counted", without = [] }: ViewOptions = {}): FootprintView {
    const parts = (typeof without === "string" ? [without] : [...without]).map((part) => whole("part", part));
    const [along, of] = [whole("axis", axis), whole("account", account)];
    return JSON.parse(errors(() => this.#ledger().view(along, of, parts))) as FootprintView;
  }

  /** The counted emissions set against what the production is. */
  indicators(): FootprintIndicators {
    return JSON.parse(errors(() => this.#ledger().indicators())) as FootprintIndicators;
  }

  /** All that it holds: lines, products, masses, and the rows of the tables that it used. */
  value(): FootprintValue {
    return JSON.parse(this.toJson()) as FootprintValue;
  }

  /** Its sums: totals, indicators, every view, the coverage of the budget, and the masses of each line. */
  summary(): FootprintSummary {
    return JSON.parse(errors(() => this.#ledger().summary())) as FootprintSummary;
  }

  /** The report that people read. */
  report(language: Language): string {
    return errors(() => this.#ledger().report(whole("language", language)));
  }

  /** A view as people read it: the groups from the largest, each with its share and a bar. */
  viewText(axis: string, language: Language): string {
    return errors(() => this.#ledger().view_text(whole("axis", axis), whole("language", language)));
  }

  /** The rows of the tables that it rests on, by the names of their files: `References.readExtract` reads them. */
  extract(): Record<string, string> {
    const texts = this.#ledger().extract();
    return Object.fromEntries(texts.flatMap((name, at) => (at % 2 === 0 ? [[name, texts[at + 1] ?? ""]] : [])));
  }

  /** Its JSON, on one line. */
  toJson(): string {
    return errors(() => this.#ledger().to_json());
  }

  /** All that it holds, as `JSON.stringify` asks for it. */
  toJSON(): FootprintValue {
    return this.value();
  }

  /** The SHA-256 of the canonical JSON of the production. */
  sha256(): string {
    return this.#ledger().sha256();
  }

  /** A small table of the posts, with bars. */
  html(language: Language): string {
    return errors(() => this.#ledger().html(whole("language", language)));
  }
}

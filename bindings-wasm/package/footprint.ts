/// <reference lib="esnext.disposable" preserve="true" />
import * as engine from "./claquette.js";
import { type Bytes, document, whole } from "./border.js";
import { type Limits, given } from "./check.js";
import { type ComputeOptions, crossing } from "./options.js";
import { errors } from "./error.js";
import { needEngine } from "./ready.js";
import { type References, handle } from "./references.js";
import type {
  Account, BudgetCoverage, Completeness, Exact, FactorSpread, FootprintDiscrepancy, FootprintIndicators, FootprintSummary,
  FootprintUncertainty, FootprintValue, FootprintView, Part, Production,
} from "./types.js";

/** The languages that people read. */
export type Language = "fr" | "en";

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
export function compute(production: Production | string | Bytes, references?: References, options?: ComputeOptions): Footprint {
  const tables = handle(references);
  const [bytes, words] = [document(production, "production"), crossing(options)];
  return make(bytes.length, () => engine.compute(bytes, tables, ...words));
}

let make: (weight: number, enter: () => engine.Footprint) => Footprint;

/**
 * The footprints that the engine holds, the latest asked last: so many, made of so many bytes in all. It lets go of an
 * older one, of which the JSON is kept here, where the collector of garbage sees it: it cannot see the memory of the
 * engine, and collects nothing while a page computes in a loop.
 */
const held = new Map<Footprint, engine.Footprint>();
const MOST = 64;
const MOST_BYTES = 4 << 20;
/** What a footprint that was computed or read once may be read with again: no limit but that of memory. */
const UNLIMITED = [2 ** 32 - 1, undefined, 2 ** 32 - 1, undefined] as const;

/**
 * The footprint of a production: exact masses in kgCO2e, and everything that explains them.
 *
 * It is a value: it holds no tables and no production, and never changes. `value()` is all of it as a plain object, which
 * can be stored, cloned and posted to a worker; `Footprint.fromJson` reads it back.
 *
 * It need not be freed. `free` gives its memory back at once.
 */
export class Footprint {
  /** The bytes that it was made of: of its production, or of its JSON. */
  readonly #weight: number;
  /** Its JSON, once the engine has let go of it. */
  #json: Uint8Array | undefined;

  private constructor(weight: number, enter: () => engine.Footprint) {
    this.#weight = weight;
    this.#enter(enter);
  }

  static {
    make = (weight, enter) => new Footprint(weight, enter);
    // Where there is such a symbol yet.
    if (Symbol.dispose) Footprint.prototype[Symbol.dispose] = Footprint.prototype.free;
  }

  /**
   * Reads a footprint from its JSON, as text or bytes, or from its `value()`. It takes no tables.
   *
   * It has the same views, indicators and reports as the one that was written. Its masses are those that were written:
   * `audit` prices them again. What is no footprint, or one of a newer format, is a `CalculationError`.
   */
  static fromJson(footprint: FootprintValue | string | Bytes, limits: Limits = {}): Footprint {
    needEngine();
    const [bytes, most] = [document(footprint, "footprint"), given(limits)];
    return make(bytes.length, () => engine.read_footprint(bytes, ...most));
  }

  /** Gives the memory back; it can then be asked nothing more. */
  free(): void {
    held.get(this)?.free();
    held.delete(this);
    this.#json = undefined;
  }

  /** Gives the memory back at the end of a `using`. */
  declare [Symbol.dispose]: () => void;

  /** The engine's own, which is then the latest. */
  #asked(): engine.Footprint {
    const handle = held.get(this);
    if (handle === undefined) {
      const json = this.#json;
      if (json === undefined) throw new Error("the footprint was freed");
      return this.#enter(() => engine.read_footprint(json, ...UNLIMITED));
    }
    held.delete(this);
    held.set(this, handle);
    return handle;
  }

  /** Brings it into the engine, which lets go of the oldest until there is room. */
  #enter(enter: () => engine.Footprint): engine.Footprint {
    let bytes = this.#weight;
    for (const footprint of held.keys()) bytes += footprint.#weight;
    for (const [oldest, handle] of held) {
      if (held.size < MOST && bytes <= MOST_BYTES) break;
      oldest.#json ??= errors(() => handle.to_json());
      held.delete(oldest);
      bytes -= oldest.#weight;
      handle.free();
    }
    const handle = errors(enter);
    held.set(this, handle);
    return handle;
  }

  /** Whether every line is in it. */
  get status(): Completeness {
    return this.#asked().status() as Completeness;
  }

  /** The exact total of an account. Accounts are never netted. */
  total(account: Account = "counted"): Exact {
    return errors(() => this.#asked().total(whole("account", account)));
  }

  /** An account seen along an axis, such as `post`, `work` or `label:unit`, without some life-cycle parts. */
  view(axis: string, { account = "counted", without = [] }: ViewOptions = {}): FootprintView {
    const parts = (typeof without === "string" ? [without] : [...without]).map((part) => whole("part", part));
    const [along, of] = [whole("axis", axis), whole("account", account)];
    return JSON.parse(errors(() => this.#asked().view(along, of, parts))) as FootprintView;
  }

  /** The counted emissions set against what the production is. */
  indicators(): FootprintIndicators {
    return JSON.parse(errors(() => this.#asked().indicators())) as FootprintIndicators;
  }

  /** How much of the budget it accounts for, by currency; empty if the budget has no lines. */
  coverage(): readonly BudgetCoverage[] {
    return JSON.parse(errors(() => this.#asked().coverage())) as BudgetCoverage[];
  }

  /**
   * How uncertain its total, posts, sections and lines are by what was entered, and what would narrow them. What rests on
   * one value varies together. It says nothing of what is missing, of bias or of the method. `factors` is how the percentage
   * that a source states of a factor becomes a GSD²: 1 + percentage, or by the grades of the Bilan Carbone tool (`abc`).
   */
  uncertainty(factors: FactorSpread = "percent"): FootprintUncertainty {
    const spread = whole("factors", factors);
    return JSON.parse(errors(() => this.#asked().uncertainty(spread))) as FootprintUncertainty;
  }

  /** Its sums: totals, indicators, every view, the coverage of the budget, and the masses of each line. */
  summary(): FootprintSummary {
    return JSON.parse(errors(() => this.#asked().summary())) as FootprintSummary;
  }

  /**
   * All that it holds: lines, products, masses, and the rows of the tables that it used. Lists refer to each other by
   * positions, which count from 0.
   */
  value(): FootprintValue {
    return JSON.parse(this.toJson()) as FootprintValue;
  }

  /** The report that people read. */
  report(language: Language): string {
    return errors(() => this.#asked().report(whole("language", language)));
  }

  /** A view as people read it: the groups from the largest, each with its share and a bar. */
  viewText(axis: string, language: Language): string {
    return errors(() => this.#asked().view_text(whole("axis", axis), whole("language", language)));
  }

  /** A small table of the posts, with bars. */
  html(language: Language): string {
    return errors(() => this.#asked().html(whole("language", language)));
  }

  /**
   * Prices every product again, from its own terms and its own factor, without any tables.
   *
   * Returns the first factor whose parts do not sum to its value, else the first mass that is not the product of its terms
   * and its factor, else `undefined`. Whether the quantities are those of the production and the factors those of the
   * tables, computing it again and `equals` tell.
   */
  audit(): FootprintDiscrepancy | undefined {
    const found = errors(() => this.#asked().audit());
    return found === undefined ? undefined : (JSON.parse(found) as FootprintDiscrepancy);
  }

  /** Whether another footprint is the same value: computed by the same engine, with the same tables and options. */
  equals(other: Footprint): boolean {
    return this.toJson() === other.toJson();
  }

  /** Its JSON, on one line: `fromJson` reads it. Equal footprints have the same. */
  toJson(): string {
    return new TextDecoder().decode(this.#json ?? errors(() => this.#asked().to_json()));
  }

  /** All that it holds, as `JSON.stringify` asks for it. */
  toJSON(): FootprintValue {
    return this.value();
  }
}

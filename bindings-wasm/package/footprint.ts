import * as engine from "./claquette.js";
import { document } from "./border.js";
import { errors } from "./error.js";
import { type References, handle } from "./references.js";
import type {
  Account, Completeness, Exact, FootprintIndicators, FootprintResult, FootprintView, Part, Production, Unpriced,
} from "./types.js";

/** The languages that people read. */
export type Language = "fr" | "en";

/** How a footprint is computed. */
export interface ComputeOptions {
  /** What becomes of a line without a factor: it is refused if nothing is said. */
  readonly unpriced?: Unpriced;
}

/** What a view shows. */
export interface ViewOptions {
  /** The account; the counted emissions if nothing is said. */
  readonly account?: Account;
  /** Life-cycle parts that are left out. */
  readonly without?: readonly Part[];
}

/**
 * Computes the footprint of a production: an object, a text of JSON, or its bytes.
 *
 * What is not sound, and a line without a factor unless `unpriced` is `exclude`, is a `CalculationError`.
 */
export function compute(
  production: Production | string | Uint8Array,
  references?: References,
  { unpriced = "refuse" }: ComputeOptions = {},
): Footprint {
  const bytes = document(production);
  const tables = handle(references);
  return make(() => errors(() => engine.compute(bytes, tables, unpriced)));
}

let make: (compute: () => engine.Footprint) => Footprint;

/** How many ledgers the engine keeps; an older one is computed again, the same to the bit, when it is asked. */
const KEPT = 4;
const ledgers = new Map<Footprint, engine.Footprint>();

/** The footprint of a production: exact masses in kgCO2e, and everything that explains them. */
export class Footprint {
  readonly #compute: () => engine.Footprint;

  private constructor(compute: () => engine.Footprint) {
    this.#compute = compute;
    this.#ledger();
  }

  static {
    make = (compute) => new Footprint(compute);
  }

  #ledger(): engine.Footprint {
    const ledger = ledgers.get(this) ?? this.#compute();
    ledgers.delete(this);
    ledgers.set(this, ledger);
    for (const [oldest, handle] of ledgers) {
      if (ledgers.size <= KEPT) break;
      ledgers.delete(oldest);
      handle.free();
    }
    return ledger;
  }

  /** Whether every line is in it. */
  get status(): Completeness {
    return this.#ledger().status() as Completeness;
  }

  /** The exact total of an account. Accounts are never netted. */
  total(account: Account = "counted"): Exact {
    return errors(() => this.#ledger().total(account));
  }

  /** An account seen along an axis, such as `post`, `work` or `label:unit`, without some life-cycle parts. */
  view(axis: string, { account = "counted", without = [] }: ViewOptions = {}): FootprintView {
    return JSON.parse(errors(() => this.#ledger().view(axis, account, [...without]))) as FootprintView;
  }

  /** The counted emissions set against what the production is. */
  indicators(): FootprintIndicators {
    return JSON.parse(this.#ledger().indicators()) as FootprintIndicators;
  }

  /** The whole result: totals, views, lines with their steps and factors, entries, warnings. */
  result(): FootprintResult {
    return JSON.parse(this.toJson()) as FootprintResult;
  }

  /** The report that people read. */
  report(language: Language): string {
    return errors(() => this.#ledger().report(language));
  }

  /** A view as people read it: the groups from the largest, each with its share and a bar. */
  viewText(axis: string, language: Language): string {
    return errors(() => this.#ledger().view_text(axis, language));
  }

  /** The whole result as JSON, on one line. */
  toJson(): string {
    return this.#ledger().to_json();
  }

  /** The whole result, as `JSON.stringify` asks for it. */
  toJSON(): FootprintResult {
    return this.result();
  }

  /** The SHA-256 of the canonical JSON of the production. */
  sha256(): string {
    return this.#ledger().sha256();
  }

  /** A small table of the posts, with bars. */
  html(language: Language): string {
    const figures = errors(() => this.#ledger().figures("post", "counted", language));
    const rows = this.view("post").groups.map(
      (group, at) =>
        `<tr><td>${escape(group[language])}</td><td style="text-align: right">${escape(figures[at] ?? "")}</td>` +
        `<td><meter value="${group.kgco2e}" max="${this.total()}"></meter></td></tr>`,
    );
    const caption = `<caption>${escape(figures.at(-1) ?? "")} CO2e, ${this.status}</caption>`;
    return `<table lang="${language}">${caption}<tbody>${rows.join("")}</tbody></table>`;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

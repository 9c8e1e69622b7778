import { CalculationError } from "./error.js";
import type { Production } from "./types.js";

const UTF8 = new TextEncoder();

/** The JSON of a production: an object, a text of JSON, or its bytes. */
export function document(production: Production | string | Uint8Array): Uint8Array {
  if (production instanceof Uint8Array) return production.slice();
  const text = typeof production === "string" ? production : json(production);
  // Half a pair of surrogates has no UTF-8; as an escape it reaches the engine, which says where it stands.
  return UTF8.encode(text.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`));
}

/** The text of a table. */
export function table(csv: string | Uint8Array): string {
  if (typeof csv === "string") return csv;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(csv);
  } catch (cause) {
    throw new CalculationError("the table is not UTF-8 text", [], 0, { cause });
  }
}

function json(production: unknown): string {
  try {
    return JSON.stringify(production, carried) ?? "null";
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CalculationError(`the production cannot be written as JSON: ${why}`, [], 0, { cause });
  }
}

/** What JSON would turn into nothing is written so that the engine can say what is wrong with it. */
function carried(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return value;
}

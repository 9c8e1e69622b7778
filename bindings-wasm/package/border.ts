import { CalculationError } from "./error.js";

/** Bytes: an array of them, or a buffer. */
export type Bytes = ArrayBuffer | ArrayBufferView;

const UTF8 = new TextEncoder();

/** The JSON of what is given by this name: an object, a text of JSON, or its bytes. It is a copy: later changes do not reach it. */
export function document(value: unknown, name: "production" | "footprint"): Uint8Array {
  if (isBytes(value)) return copied(value);
  const text = typeof value === "string" ? value : json(value, name);
  return halves(text) ? withHalves(text) : UTF8.encode(text);
}

/** The text of a table. */
export function table(csv: string | Bytes): string {
  if (!isBytes(csv)) return whole("table", csv);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(copied(csv));
  } catch (cause) {
    throw new CalculationError("the table is not UTF-8 text", [], 0, { cause });
  }
}

/** A word or a name, which crosses as a text of whole characters. */
export function whole(what: string, value: unknown): string {
  if (typeof value !== "string") throw new CalculationError(`the ${what} should be a text, not ${typeof value}`);
  if (halves(value)) throw new CalculationError(`the ${what} has half a character in it`);
  return value;
}

/** Whether a value is bytes, of this page or of another one. */
export function isBytes(value: unknown): value is Bytes {
  return ArrayBuffer.isView(value) || /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value));
}

/** A copy of bytes. */
export function copied(bytes: Bytes): Uint8Array {
  if (!ArrayBuffer.isView(bytes)) return new Uint8Array(new Uint8Array(bytes));
  return new Uint8Array(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** Whether a text has a half of a pair of surrogates in it, which has no UTF-8. */
function halves(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** The bytes of a text; a half crosses as it is, so that the engine finds it and says where. */
function withHalves(text: string): Uint8Array {
  const bytes = text.split(/(\p{Surrogate})/u).flatMap((part) => {
    const code = part.length === 1 ? part.charCodeAt(0) : 0;
    const half = code >= 0xd800 && code <= 0xdfff;
    return half ? [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)] : [...UTF8.encode(part)];
  });
  return new Uint8Array(bytes);
}

function json(value: unknown, name: string): string {
  try {
    return JSON.stringify(value, carried) ?? "null";
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CalculationError(`the ${name} cannot be written as JSON: ${why}`, [], 0, { cause });
  }
}

/** What JSON would turn into nothing is written so that the engine can say what is wrong with it. */
function carried(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return value;
}

import * as engine from "./claquette.js";
import { type Bytes, document } from "./border.js";
import { CalculationError, errors } from "./error.js";
import { type References, handle } from "./references.js";
import type { Diagnostic, Production, Refusal } from "./types.js";

/** How large an input may be; what is not given is as the engine has it. */
export interface Limits {
  /** The most bytes of a document. */
  readonly bytes?: number;
  /** The most nested levels. */
  readonly depth?: number;
  /** The most items of all lists together. */
  readonly items?: number;
  /** The most problems that are kept; the others are counted. */
  readonly problems?: number;
}

/** What checking found. */
export interface Checked {
  /** Whether there is no error. */
  readonly sound: boolean;
  /** Every problem, errors and warnings, in the order of the document. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many problems there are beyond those. */
  readonly more: number;
}

/** Checks a production: an object, a text of JSON, or its bytes. What can be written as JSON never makes it throw. */
export function check(
  production: Production | string | Bytes,
  references?: References,
  limits: Limits = {},
): Checked {
  const tables = handle(references);
  const text = errors(() => engine.check(document(production, "production"), tables, ...given(limits)));
  const { sound, refusal } = JSON.parse(text) as { sound: boolean; refusal: Refusal };
  return { sound, diagnostics: refusal.diagnostics, more: refusal.more };
}

/** The SHA-256 of a production: of its canonical JSON, whatever order and notation it was entered in. */
export function sha256(
  production: Production | string | Bytes,
  references?: References,
  limits: Limits = {},
): string {
  const tables = handle(references);
  return errors(() => engine.sha256(document(production, "production"), tables, ...given(limits)));
}

type Limit = number | undefined;

/** The limits as they cross the border. */
export function given({ bytes, depth, items, problems }: Limits): [Limit, Limit, Limit, Limit] {
  for (const [name, limit] of Object.entries({ bytes, depth, items, problems })) {
    if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0 && limit < 2 ** 32)) {
      throw new CalculationError(`the limit \`${name}\` is ${limit}; it is a whole number from 0 to 4294967295`);
    }
  }
  return [bytes, depth, items, problems];
}

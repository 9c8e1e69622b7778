import * as engine from "./claquette.js";
import { type Bytes, document } from "./border.js";
import { type Limits, given } from "./check.js";
import { errors } from "./error.js";
import { type References, handle } from "./references.js";
import type { Production, Proposal } from "./types.js";

/**
 * The lines that follow from the calendar of a production and that none of its lines counts yet.
 *
 * Nothing is assumed, and nothing is added to the production: `lines` may be put into it, `open` says which fields of
 * the calendar would complete a line, `counted` whom lines count already. What is not sound is a `CalculationError`;
 * that there is no line yet is not.
 */
export function propose(
  production: Production | string | Bytes,
  references?: References,
  limits: Limits = {},
): Proposal {
  const tables = handle(references);
  return JSON.parse(errors(() => engine.propose(document(production, "production"), tables, ...given(limits)))) as Proposal;
}

import * as engine from "./claquette.js";
import { whole } from "./border.js";
import { CalculationError, errors } from "./error.js";
import type { Language } from "./footprint.js";
import { type References, handle } from "./references.js";
import type { FactorSearch } from "./types.js";

/**
 * The factors that a few words in French or English are about, the best first, so many at most.
 *
 * Each word must be found: in names, keys, place, unit, year, note or source. Case, accents and a slip of the
 * keyboard do not count.
 */
export function search(text: string, references?: References, most = 40): FactorSearch {
  const tables = handle(references);
  if (!(Number.isInteger(most) && most >= 0 && most < 2 ** 32)) {
    throw new CalculationError(`\`most\` is ${most}; it is a whole number from 0 to 4294967295`);
  }
  const words = whole("text", text);
  return JSON.parse(errors(() => engine.search(tables, words, most))) as FactorSearch;
}

/**
 * One factor in a paragraph, by its identifier: what it covers, its parts and gases, its source.
 *
 * An identifier that no set has is a `CalculationError`, which says what was probably meant.
 */
export function explain(factor: string, language: Language, references?: References): string {
  const tables = handle(references);
  const [id, code] = [whole("factor", factor), whole("language", language)];
  return errors(() => engine.explain(tables, id, code));
}

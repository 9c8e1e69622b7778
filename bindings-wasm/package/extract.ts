import * as engine from "./claquette.js";
import { type Bytes, document } from "./border.js";
import { type ComputeOptions, crossing } from "./options.js";
import { errors } from "./error.js";
import { type References, handle } from "./references.js";
import type { Production } from "./types.js";

/**
 * The rows of the tables that the footprint of a production rests on, by the names of their files.
 *
 * It takes what `compute` takes. `References.readExtract` reads the rows, and with them the same production has the same
 * footprint, without the whole tables.
 */
export function extract(
  production: Production | string | Bytes,
  references?: References,
  options?: ComputeOptions,
): Record<string, string> {
  const tables = handle(references);
  const [bytes, words] = [document(production, "production"), crossing(options)];
  const texts = errors(() => engine.extract(bytes, tables, ...words));
  return Object.fromEntries(texts.flatMap((name, at) => (at % 2 === 0 ? [[name, texts[at + 1] ?? ""]] : [])));
}

/**
 * Claquette: the carbon footprint of an audiovisual production, exact and explained.
 *
 * `await init()` once; then a production goes in, as an object or as JSON: `check` tells every problem at once,
 * `compute` gives a `Footprint`, a value that can be stored and read back. Numbers go in as texts, numbers or bigints, and come out as exact texts.
 */
export { type CatalogueRow, catalogue, schema, version } from "./catalogue.js";
export { type Checked, type Limits, check, sha256 } from "./check.js";
export { CalculationError } from "./error.js";
export { explain, search } from "./factors.js";
export type { ComputeOptions } from "./options.js";
export { extract } from "./extract.js";
export { Footprint, type Language, type ViewOptions, compute } from "./footprint.js";
export type { Bytes } from "./border.js";
export { type InitOptions, type Notes, type Place, init, loadNotes } from "./init.js";
export { propose } from "./proposal.js";
export { References } from "./references.js";
export type * from "./types.js";

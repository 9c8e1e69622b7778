import * as engine from "./claquette.js";
import { table } from "./border.js";
import { CalculationError } from "./error.js";
import { load } from "./load.js";
import { needEngine } from "./ready.js";
import type { Severity } from "./types.js";

/** A kind of problem. */
export interface CatalogueRow {
  /** The stable code. */
  readonly code: string;
  /** Whether it stops a computation. */
  readonly severity: Severity;
  /** The names of its parameters. */
  readonly parameters: readonly string[];
  /** The French message, with its parameters in braces. */
  readonly fr: string;
  /** The English message, with its parameters in braces. */
  readonly en: string;
}

/** Every kind of problem that an input can have. */
export function catalogue(): readonly CatalogueRow[] {
  needEngine();
  return JSON.parse(engine.catalogue()) as CatalogueRow[];
}

const SCHEMAS = {
  production: "schema/production.schema.json",
  footprint: "schema/footprint.schema.json",
  summary: "schema/summary.schema.json",
  refusal: "schema/refusal.schema.json",
} as const;

/** A published JSON Schema, as text. It is a file beside the engine, which does without it. */
export async function schema(name: keyof typeof SCHEMAS): Promise<string> {
  if (!Object.hasOwn(SCHEMAS, name)) {
    throw new CalculationError(`unknown schema \`${name}\`; allowed: ${Object.keys(SCHEMAS).join(", ")}`);
  }
  return table(await load(SCHEMAS[name]));
}

/** The name and the version of the engine, as results carry it. */
export function version(): string {
  needEngine();
  return engine.version();
}

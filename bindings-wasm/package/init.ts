import * as engine from "./claquette.js";
import { table } from "./border.js";
import { errors } from "./error.js";
import { load } from "./load.js";
import { keep } from "./references.js";

/** Where a file of the package is; it is found by itself beside this one where it can be. */
type Place = string | URL | Uint8Array;

/** What `init` loads. */
export interface InitOptions {
  /** The engine, `claquette.wasm`. */
  readonly engine?: Place | WebAssembly.Module;
  /** The bundled tables, `tables.json`. */
  readonly tables?: Place;
  /** The airports, `airports.csv`; `false` leaves them out, and flights then need their distance. */
  readonly airports?: Place | false;
}

let ready: Promise<void> | undefined;

/** Loads the engine and the bundled tables, once; everything else is there when it is done. */
export function init(options: InitOptions = {}): Promise<void> {
  ready ??= start(options).catch((failure: unknown) => {
    ready = undefined;
    throw failure;
  });
  return ready;
}

async function start(options: InitOptions): Promise<void> {
  const bytes = (name: "claquette.wasm" | "tables.json" | "airports.csv", place?: Place) =>
    place instanceof Uint8Array ? place : load(name, place);
  const given = options.engine;
  const [module, tables, airports] = await Promise.all([
    given instanceof WebAssembly.Module ? given : bytes("claquette.wasm", given),
    bytes("tables.json", options.tables),
    options.airports === false ? undefined : bytes("airports.csv", options.airports),
  ]);
  await engine.default({ module_or_path: module as BufferSource | WebAssembly.Module });
  const { name, files } = JSON.parse(table(tables)) as { name: string; files: Record<string, string> };
  errors(() => {
    const bundled = engine.References.read(name, Object.keys(files), Object.values(files));
    keep(airports === undefined ? bundled : bundled.with_airports("airports.csv", table(airports)));
  });
}

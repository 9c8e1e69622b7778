import * as engine from "./claquette.js";
import { type Bytes, copied, isBytes, table } from "./border.js";
import { errors } from "./error.js";
import { type File, load } from "./load.js";
import { started } from "./ready.js";
import { keep } from "./references.js";

/** Where a file of the package is, or what is in it; it is found by itself beside this one where it can be. */
export type Place = string | URL | Bytes | Response;

/** What `init` loads. */
export interface InitOptions {
  /** The engine, `claquette.wasm`: where it is, what is in it, or the compiled module. */
  readonly engine?: Place | WebAssembly.Module;
  /**
   * The bundled tables, `tables.json`; `false` leaves them out, and what lies over them: airports, cities and stations.
   * Footprints can then be read, and productions computed with tables of your own.
   */
  readonly tables?: Place | false;
  /** The airports, `airports.csv`; `false` leaves them out, and flights then need their distance. */
  readonly airports?: Place | false;
  /** The cities, `cities.csv`; `false` leaves them out, and journeys by city then need their distance. */
  readonly cities?: Place | false;
  /** The stations, `stations.csv`; `false` leaves them out, and trains then go between cities. */
  readonly stations?: Place | false;
}

let ready: Promise<void> | undefined;
let first: InitOptions = {};

/**
 * Loads the engine and the bundled tables, once; everything else is there when it is done. A second call waits for
 * the first; it must not ask for something else.
 */
export function init(options: InitOptions = {}): Promise<void> {
  if (ready !== undefined) {
    const names = ["engine", "tables", "airports", "cities", "stations"] as const;
    const others = names.filter((name) => options[name] !== undefined && options[name] !== first[name]);
    if (others.length > 0) return Promise.reject(new Error(`claquette is loaded already, with other ${others.join(", ")}`));
    return ready;
  }
  first = options;
  ready = start(options).catch((failure: unknown) => {
    ready = undefined;
    throw failure;
  });
  return ready;
}

async function start({ engine: given, tables: place, airports: apart, cities: named, stations: stops }: InitOptions): Promise<void> {
  const over = (name: File, asset: Place | false | undefined) =>
    place === false || asset === false ? undefined : bytes(name, asset);
  const [module, tables, airports, cities, stations] = await Promise.all([
    given instanceof WebAssembly.Module ? given : bytes("claquette.wasm", given as Place | undefined),
    over("tables.json", place),
    over("airports.csv", apart),
    over("cities.csv", named),
    over("stations.csv", stops),
  ]);
  await engine.default({ module_or_path: module as BufferSource | WebAssembly.Module });
  if (tables !== undefined) keepBundled(tables, airports, cities, stations);
  started();
}

function keepBundled(tables: Uint8Array, airports?: Uint8Array, cities?: Uint8Array, stations?: Uint8Array): void {
  const { name, files } = JSON.parse(table(tables)) as { name: string; files: Record<string, string> };
  errors(() => {
    let bundled = engine.References.read(name, Object.keys(files), Object.values(files));
    if (airports !== undefined) bundled = laidOver(bundled, (under) => under.with_airports("airports.csv", table(airports)));
    if (cities !== undefined) bundled = laidOver(bundled, (under) => under.with_cities("cities.csv", table(cities)));
    if (stations !== undefined) bundled = laidOver(bundled, (under) => under.with_stations("stations.csv", table(stations)));
    keep(bundled);
  });
}

/** Tables over others, which nobody asks afterwards. */
function laidOver(under: engine.References, lay: (under: engine.References) => engine.References): engine.References {
  try {
    return lay(under);
  } finally {
    under.free();
  }
}

/** The bytes of a file of the package. */
async function bytes(name: File, place?: Place): Promise<Uint8Array> {
  if (place === undefined || typeof place === "string" || place instanceof URL) return load(name, place);
  if (isBytes(place)) return copied(place);
  if (typeof Response === "function" && place instanceof Response) return new Uint8Array(await place.arrayBuffer());
  throw new TypeError(`${name}: an address, bytes or a response is expected`);
}

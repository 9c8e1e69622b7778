import * as engine from "./claquette.js";
import { type Bytes, copied, isBytes } from "./border.js";
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
   * The bundled tables, `tables.bin`; `false` leaves them out, and what lies over them: airports, cities and stations.
   * Footprints can then be read, and productions computed with tables of your own.
   */
  readonly tables?: Place | false;
  /** The airports, `airports.bin`; `false` leaves them out, and flights then need their distance. */
  readonly airports?: Place | false;
  /** The cities, `cities.bin`; `false` leaves them out, and journeys by city then need their distance. */
  readonly cities?: Place | false;
  /** The stations, `stations.bin`; `false` leaves them out, and trains then go between cities. */
  readonly stations?: Place | false;
  /**
   * The notes of the tables, which only explain: names of factors, notes, sources. `false` leaves them out, for a first
   * result with fewer bytes: every mass is the same, texts are missing, and no extract can be taken. `loadNotes` loads them
   * afterwards.
   */
  readonly notes?: Notes | false;
}

/** Where the notes are, or what is in them. */
export interface Notes {
  /** Those of the tables, `tables-notes.bin`. */
  readonly tables?: Place;
  /** Those of the airports, `airports-notes.bin`. */
  readonly airports?: Place;
  /** Those of the cities, `cities-notes.bin`. */
  readonly cities?: Place;
}

/** The files of tables, what each is called among the options, and its notes. */
const TABLES = [
  { name: "tables", file: "tables.bin", notes: "tables-notes.bin" },
  { name: "airports", file: "airports.bin", notes: "airports-notes.bin" },
  { name: "cities", file: "cities.bin", notes: "cities-notes.bin" },
  { name: "stations", file: "stations.bin", notes: undefined },
] as const;

let ready: Promise<void> | undefined;
/** What was loaded of the tables without their notes. */
let withoutNotes: Uint8Array[] = [];
let first: InitOptions = {};

/**
 * Loads the engine and the bundled tables, once; everything else is there when it is done. A second call waits for
 * the first; it must not ask for something else.
 */
export function init(options: InitOptions = {}): Promise<void> {
  if (ready !== undefined) {
    const names = ["engine", "tables", "airports", "cities", "stations", "notes"] as const;
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

/**
 * Loads the notes that `init` was told to leave out, those of the tables that it loaded. What is computed afterwards has its
 * texts; footprints from before are computed again to have theirs.
 */
export async function loadNotes(notes: Notes = {}): Promise<void> {
  await ready;
  if (withoutNotes.length === 0) return;
  const assets = [...withoutNotes, ...(await Promise.all(notesOf(first, notes)))];
  keepBundled(assets);
  withoutNotes = [];
}

async function start(options: InitOptions): Promise<void> {
  const { engine: given, notes = {} } = options;
  const [module, tables, explained] = await Promise.all([
    given instanceof WebAssembly.Module ? given : bytes("claquette.wasm", given as Place | undefined),
    Promise.all(asked(options).map(({ name, file }) => bytes(file, options[name] as Place | undefined))),
    Promise.all(notes === false ? [] : notesOf(options, notes)),
  ]);
  await engine.default({ module_or_path: module as BufferSource | WebAssembly.Module });
  if (tables.length > 0) keepBundled([...tables, ...explained]);
  if (notes === false) withoutNotes = tables;
  started();
}

/** The files of tables that are not left out. */
function asked(options: InitOptions) {
  return TABLES.filter(({ name }) => options.tables !== false && options[name] !== false);
}

/** The notes of the tables that are not left out. */
function notesOf(options: InitOptions, places: Notes): Promise<Uint8Array>[] {
  return asked(options).flatMap((of) => (of.notes === undefined ? [] : [bytes(of.notes, places[of.name])]));
}

function keepBundled(assets: Uint8Array[]): void {
  const lengths = new Uint32Array(assets.map((asset) => asset.length));
  const whole = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let end = 0;
  for (const asset of assets) {
    whole.set(asset, end);
    end += asset.length;
  }
  errors(() => keep(engine.References.read_compiled(whole, lengths)));
}

/** The bytes of a file of the package. */
async function bytes(name: File, place?: Place): Promise<Uint8Array> {
  if (place === undefined || typeof place === "string" || place instanceof URL) return load(name, place);
  if (isBytes(place)) return copied(place);
  if (typeof Response === "function" && place instanceof Response) return new Uint8Array(await place.arrayBuffer());
  throw new TypeError(`${name}: an address, bytes or a response is expected`);
}

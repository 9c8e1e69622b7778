/** Each address is spelt out, so that bundlers see it and take the file along. */
const BESIDE = {
  "claquette.wasm": () => new URL("./claquette.wasm", import.meta.url),
  "tables.bin": () => new URL("./tables.bin", import.meta.url),
  "tables-notes.bin": () => new URL("./tables-notes.bin", import.meta.url),
  "airports.bin": () => new URL("./airports.bin", import.meta.url),
  "airports-notes.bin": () => new URL("./airports-notes.bin", import.meta.url),
  "cities.bin": () => new URL("./cities.bin", import.meta.url),
  "cities-notes.bin": () => new URL("./cities-notes.bin", import.meta.url),
  "stations.bin": () => new URL("./stations.bin", import.meta.url),
  "schema/production.schema.json": () => new URL("./schema/production.schema.json", import.meta.url),
  "schema/footprint.schema.json": () => new URL("./schema/footprint.schema.json", import.meta.url),
  "schema/summary.schema.json": () => new URL("./schema/summary.schema.json", import.meta.url),
  "schema/refusal.schema.json": () => new URL("./schema/refusal.schema.json", import.meta.url),
};

/** A file of the package. */
export type File = keyof typeof BESIDE;

/** The bytes of a file of the package, or of what is in its place. */
export function load(name: File, place: string | URL = BESIDE[name]()): Promise<Uint8Array> {
  return reader(place);
}

/** The bytes behind an address. */
export async function fetched(place: string | URL): Promise<Uint8Array> {
  const response = await fetch(place);
  if (!response.ok) throw new Error(`${place}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** How a file is read; in Node, `node.ts` puts its own in place. */
let reader: (place: string | URL) => Promise<Uint8Array> = fetched;

/** Reads files in another way. */
export function loadBy(other: (place: string | URL) => Promise<Uint8Array>): void {
  reader = other;
}

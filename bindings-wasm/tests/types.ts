// What the types allow and what they refuse; compiled, never run.

import {
  type FootprintDiscrepancy, type FootprintSummary, type FootprintValue, type Production, type What, Footprint, compute, extract,
  init, sha256,
} from "claquette";

const hotel = { rooms: 4, nights: "3" };
const train = { distance: { value: 623n, unit: "km" }, passengers: 12 };

export const one: What = { hotel };
// @ts-expect-error: exactly one kind
export const two: What = { hotel, train };
// @ts-expect-error: no such kind
export const other: What = { trian: train };

export const production: Production = {
  format: 1,
  kind: "documentary",
  place: "FR",
  lines: [{ id: "L1", what: { train } }],
  // @ts-expect-error: no such field
  tittle: "Brest",
};

export async function page(bytes: ArrayBuffer, response: Response): Promise<string> {
  await init({ engine: response, tables: bytes, airports: false });
  // @ts-expect-error: no such account
  compute(production).total("counter");
  return compute(production, undefined, { unpriced: "exclude" }).total("biogenic");
}

export async function reader(worker: Worker, stored: FootprintValue): Promise<FootprintSummary> {
  await init({ tables: false });
  using footprint = Footprint.fromJson(structuredClone(stored), { bytes: 1_000_000 });
  worker.postMessage(footprint.value());
  // @ts-expect-error: a production is no footprint
  Footprint.fromJson(production);
  // @ts-expect-error: a summary is none either
  Footprint.fromJson(footprint.summary());
  // @ts-expect-error: what holds never changes
  footprint.value().lines[0].id = "L2";
  // @ts-expect-error: it holds no production
  footprint.sha256();
  // @ts-expect-error: there is no result beside the value
  footprint.result();
  const found: FootprintDiscrepancy | undefined = footprint.audit();
  const parameters: readonly (string | number | readonly string[])[] = Object.values(stored.warnings[0]?.parameters ?? {});
  const rows: Record<string, string> = extract(production, undefined, { gwp: "ar6" });
  console.log(found?.computed, parameters, rows, sha256(production), footprint.coverage()[0]?.unlisted);
  return footprint.summary();
}

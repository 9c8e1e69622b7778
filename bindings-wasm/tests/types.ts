// What the types allow and what they refuse; compiled, never run.

import { type Production, type What, compute, init } from "claquette";

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

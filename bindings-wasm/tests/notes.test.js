// A first result without the notes of the tables, and with them later.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { CalculationError, References, compute, extract, init, loadNotes, search } from "claquette";

const TABLES = readFileSync(new URL("../../factors/compiled/tables.bin", import.meta.url));
/** @type {import("claquette").Production} */
const PRODUCTION = {
  format: 1,
  kind: "news",
  place: "FR",
  period: { year: 2024 },
  lines: [{ id: "L1", what: { train: { from: "Paris", to: "Lyon", passengers: 2 } } }],
};

/** @param {() => unknown} call */
function codes(call) {
  try {
    call();
  } catch (error) {
    if (error instanceof CalculationError) return error.diagnostics.map(({ code }) => code);
    throw error;
  }
  return [];
}

test("damaged tables are refused, and whole ones are read afterwards", async () => {
  await assert.rejects(init({ tables: TABLES.subarray(0, 99), notes: false }), (error) => {
    assert(error instanceof CalculationError);
    assert.deepEqual(error.diagnostics.map(({ code }) => code), ["invalid-compiled"]);
    return true;
  });
  await init({ tables: TABLES, notes: false });
});

test("without notes every mass is the same, and texts come with them", async () => {
  await init();
  const [first, hashes] = [compute(PRODUCTION).total(), References.bundled().hashes()];
  assert.deepEqual(codes(() => extract(PRODUCTION)), ["missing-notes", "missing-notes", "missing-notes"]);
  assert.equal(search("continentale").found.length, 0);
  await loadNotes();
  assert.equal(compute(PRODUCTION).total(), first);
  assert.deepEqual(References.bundled().hashes(), hashes);
  assert.deepEqual(codes(() => extract(PRODUCTION)), []);
  assert(search("continentale").found.length > 0);
  // Again, it finds nothing to do.
  await loadNotes();
});

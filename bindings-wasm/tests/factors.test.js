// A look into factors: search and explanation.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import * as claquette from "claquette";
import { CalculationError, References, explain, init, search } from "claquette";

before(() => init());

const HEADER = "id,key,place,year,unit,value,source,name_fr,name_en\n";
const QUAY = "quay,accommodation.hotel,FR,2025,kgCO2e/room.night,4.1,bill of the hotel,Hôtel du quai,Quay hotel\n";
const mine = () => References.bundled().withSet("mine", HEADER + QUAY);

test("search finds what is meant", () => {
  for (const text of ["quay", "QUAI hotel", "hôtel du quai 2025", "hotle quai"]) {
    assert.deepEqual(search(text, mine(), 1).found.map(({ id }) => id), ["quay"], text);
  }
  const [found] = search("quay", mine()).found;
  assert.deepEqual(found, {
    id: "quay", fr: "Hôtel du quai", en: "Quay hotel", keys: ["accommodation.hotel"], value: "4.1", mass: "kgCO2e",
    unit: "room.night", place: "FR", year: 2025, boundary: "unstated", status: "usable", source: "bill of the hotel",
  });
});

test("what is not shown is counted", () => {
  const everything = search("hotel", undefined, 2 ** 31);
  const some = search("hotel", undefined, 3);
  assert.deepEqual(some.found, everything.found.slice(0, 3));
  assert.deepEqual([everything.more, some.more], [0, everything.found.length - 3]);
  assert.deepEqual(search("zzzz"), { found: [], more: 0 });
});

test("an explanation in both languages", () => {
  assert.match(explain("quay", "fr", mine()), /^Hôtel du quai\u00a0: 4,1 kgCO2e par/);
  assert.match(explain("quay", "en", mine()), /^Quay hotel: 4\.1 kgCO2e per/);
  assert.throws(() => explain("quai", "en", mine()), (/** @type {unknown} */ error) => {
    assert(error instanceof CalculationError);
    const [problem] = error.diagnostics;
    assert.deepEqual([problem?.code, problem?.suggestion], ["unknown-factor", "quay"]);
    return true;
  });
});

test("words and numbers that are not taken", () => {
  for (const most of [-1, 0.5, NaN, 2 ** 32]) assert.throws(() => search("hotel", undefined, most), CalculationError);
  assert.throws(() => explain("quay", /** @type {any} */ ("de"), mine()), /unknown language `de`; allowed: fr, en/);
  assert.throws(() => search(/** @type {any} */ (3)), /the text should be a text, not number/);
  assert.throws(() => search("\ud800"), /half a character/);
});

test("what is too large for a page is not in it", () => {
  for (const name of ["importBase", "difference"]) assert(!(name in claquette), name);
});

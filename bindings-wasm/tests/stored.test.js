// A footprint is a value: it is read back, cloned and compared, without tables and without its production.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { CalculationError, Footprint, compute, init } from "claquette";
import * as engine from "./node_modules/claquette/claquette.js";
import { outOfOrder, refused } from "./codes.js";
import { shown } from "./shown.js";

before(() => init());

/**
 * @param {number | string} [nights]
 * @param {object} [more]
 */
const hotel = (nights = 3, more = {}) => ({
  format: /** @type {const} */ (1),
  kind: /** @type {const} */ ("news"),
  place: "FR",
  period: { year: 2024 },
  lines: [{ id: "L1", what: { hotel: { rooms: 4, nights } } }],
  ...more,
});

/** So many others that the engine lets go of all before them. */
const others = () => {
  for (let nights = 1; nights <= 64; nights += 1) compute(hotel(nights));
};

test("every form of a footprint is read", () => {
  const footprint = compute(hotel());
  const text = footprint.toJson();
  const bytes = new TextEncoder().encode(text);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  const value = footprint.value();
  for (const form of [text, bytes, Buffer.from(text), bytes.buffer, shared, value, structuredClone(value), JSON.parse(text), footprint]) {
    const read = Footprint.fromJson(/** @type {any} */ (form));
    assert(read.equals(footprint) && footprint.equals(read));
    assert.equal(JSON.stringify(read), text);
    // 4 rooms × 3 nights × 6.7 kgCO2e/room.night
    assert.equal(read.total(), "80.4");
    assert.equal(read.audit(), undefined);
  }
  bytes.fill(0);
  assert.equal(footprint.toJson(), text);
});

test("footprints are equal by value", () => {
  const footprint = compute(hotel());
  assert(footprint.equals(compute(hotel())) && footprint.equals(compute(hotel("3.0"))) && !footprint.equals(compute(hotel(2))));
  const older = Footprint.fromJson({ ...footprint.value(), engine: "claquette 0.0.1" });
  assert(!older.equals(footprint));
  assert.deepEqual([older.value().engine, older.summary().engine], ["claquette 0.0.1", "claquette 0.0.1"]);
  others();
  assert(footprint.equals(compute(hotel())));
});

test("labels that are numbers, which objects put first", () => {
  const labels = ["unit", "10", "2", "__proto__"].map((name) => ({ name, value: "a" }));
  const footprint = compute(hotel(3, { lines: [{ ...hotel().lines[0], labels }] }));
  const value = structuredClone(footprint.value());
  assert.deepEqual(Object.keys(value.lines[0]?.labels ?? {}), ["2", "10", "__proto__", "unit"]);
  for (const form of [value, JSON.stringify(footprint)]) {
    const read = Footprint.fromJson(form);
    assert(read.equals(footprint));
    assert.deepEqual(shown(read), shown(footprint));
  }
});

test("what the engine let go of is read back", () => {
  const labelled = { labels: [{ name: "unit", value: "second" }] };
  const budget = { lines: [{ id: "9-1", amount: { value: "750", unit: "EUR" } }], vat: "excluded", year: 2024 };
  const footprint = compute(hotel(3, { budget, lines: [{ ...hotel().lines[0], ...labelled }] }));
  const texts = shown(footprint);
  for (let turn = 0; turn < 3; turn += 1) {
    others();
    assert.equal(footprint.total(), "80.4");
    others();
    assert.deepEqual(shown(footprint), texts);
  }
  const [euros] = footprint.coverage();
  assert.deepEqual([euros?.currency, euros?.total], ["EUR", "750"]);
  assert.deepEqual(compute(hotel()).coverage(), []);
});

test("the engine keeps the latest that are asked, and no more", () => {
  // What the engine frees and reads is seen at its own functions.
  const { free } = engine.Footprint.prototype;
  let freed = 0;
  engine.Footprint.prototype.free = function () {
    freed += 1;
    return free.call(this);
  };
  try {
    const [first, second] = [compute(hotel(1)), compute(hotel(2))];
    for (let nights = 3; nights <= 64; nights += 1) compute(hotel(nights));
    freed = 0;
    first.total();
    assert.equal(freed, 0);
    // The first is among the latest again, so the second is let go of.
    compute(hotel(65));
    assert.equal(freed, 1);
    first.total();
    second.toJson();
    assert.equal(freed, 1);
    // It is read back, in the place of the next one.
    second.total();
    assert.equal(freed, 2);
    second.free();
    assert.equal(freed, 3);
    // Where there are few, their bytes count: white space of a megabyte each
    const large = () => compute(JSON.stringify(hotel()) + " ".repeat(1 << 20));
    large();
    freed = 0;
    const kept = large();
    large();
    large();
    assert(freed > 50);
    freed = 0;
    for (let turn = 0; turn < 5; turn += 1) large();
    assert.equal(freed, 5);
    assert.equal(kept.total(), "80.4");
  } finally {
    engine.Footprint.prototype.free = free;
  }
});

test("later changes of an object do not reach a footprint", () => {
  const production = hotel();
  const footprint = compute(production);
  production.lines.push(...hotel().lines.map((line) => ({ ...line, id: "L2" })));
  assert.equal(footprint.total(), "80.4");
  assert.equal(compute(production).total(), "160.8");
  const value = /** @type {any} */ (footprint.value());
  const read = Footprint.fromJson(value);
  value.products[0].masses[0] = "1";
  others();
  assert.equal(read.total(), "80.4");
  const document = new TextEncoder().encode(footprint.toJson());
  const other = Footprint.fromJson(document);
  document.fill(0);
  others();
  assert(other.equals(footprint));
});

test("a forged mass is found", () => {
  // 4 rooms × 3 nights × 6.7 kgCO2e/room.night = 80.4 kg
  const text = compute(hotel()).toJson();
  assert.equal(text.split('"80.4"').length, 2);
  assert.deepEqual(Footprint.fromJson(text.replace('"80.4"', '"8.04"')).audit(), {
    kind: "mass", pointer: "/products/0/masses/0", id: "L1", stated: "8.04", computed: "80.4",
    fr: "ligne L1 : 8,04 kgCO2e, alors que ses termes et son facteur donnent 80,4 kgCO2e",
    en: "line L1: 8.04 kgCO2e, where its terms and its factor give 80.4 kgCO2e",
  });
});

test("a forged factor is found", () => {
  const train = { distance: { value: 100, unit: "km" }, passengers: 10, service: /** @type {const} */ ("high-speed") };
  const value = /** @type {any} */ (compute(hotel(3, { lines: [{ id: "L1", what: { train } }] })).value());
  const [factor] = value.factors;
  assert.equal(factor.value, "0.00293");
  factor.value = "0.00392";
  const { kind, pointer, id, stated, computed } = Footprint.fromJson(value).audit() ?? {};
  // Its parts: upstream 0.0023 + manufacture 0.00063 (Base Carbone 43256)
  assert.deepEqual(
    { kind, pointer, id, stated, computed },
    { kind: "factor", pointer: "/factors/0/value", id: "train.fr.tgv.2022.ademe", stated: "0.00392", computed: "0.00293" },
  );
});

/**
 * The stored footprint with another value, or without one, in one place.
 * @param {string} pointer
 * @param {unknown} value
 */
function forged(pointer, value) {
  const document = /** @type {any} */ (compute(hotel()).value());
  const path = pointer.split("/").slice(1);
  const last = path.pop() ?? "";
  const holder = path.reduce((holder, part) => holder[part], document);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return document;
}

test("every part of a footprint is none", () => {
  const text = new TextEncoder().encode(compute(hotel()).toJson());
  for (let end = 0; end < text.length; end += 1) assert.notDeepEqual(refused(text.subarray(0, end)), []);
});

test("what is no footprint", () => {
  const document = JSON.stringify(hotel());
  /** @type {[unknown, string][]} */
  const cases = [
    ["[]", "wrong-type "], ["null", "wrong-type "], ["7", "wrong-type "], [null, "wrong-type "], [undefined, "wrong-type "],
    [7, "wrong-type "], [7n, "wrong-type "], [true, "wrong-type "], [[], "wrong-type "], [Symbol("x"), "wrong-type "],
    [() => 1, "wrong-type "], [new Date(0), "wrong-type "], [{}, "missing-field "], [new Map(), "missing-field "],
    ["{}", "missing-field "], ["\ud800", "invalid-utf8 "], [new Uint8Array([255]), "invalid-utf8 "],
    [document, "other-document "], [hotel(), "other-document "], [compute(hotel()).summary(), "other-document "],
    ['{"format": 1, "format": 1}', "duplicate-field /format"],
    // Of a million problems a thousand are kept, and the others counted.
    [`{"lines":[${"{},".repeat(1_000_000)}`, "other-problems "], [`{"factors":[${"7,".repeat(1_000_000)}`, "other-problems "],
  ];
  for (const [footprint, problem] of cases) {
    const problems = refused(footprint);
    assert(problems.includes(problem) && problems.length <= 1_001, `${String(footprint).slice(0, 24)}: ${problems.slice(0, 9)}`);
  }
  for (const deep of ["[".repeat(1_000_000), `{"lines":${"[".repeat(1_000_000)}`]) {
    assert(refused(deep, { depth: 2 ** 32 - 1 }).some((problem) => problem.startsWith("too-deep")));
  }
  // A half of a pair of surrogates, in the text of an object
  assert.deepEqual(refused(forged("/lines/0/id", "\ud800")), ["malformed-json undefined"]);
  const circle = /** @type {any} */ (compute(hotel()).value());
  circle.lines[0].id = circle;
  assert.throws(() => Footprint.fromJson(circle), { name: "CalculationError", message: /the footprint cannot be written as JSON: .*circular/ });
  const trap = { get format() { throw new Error("a trap"); } };
  assert.throws(() => Footprint.fromJson(/** @type {any} */ (trap)), { name: "CalculationError", message: /cannot be written as JSON: a trap/ });
  assert.throws(() => Footprint.fromJson("{}", { depth: -1 }), { name: "CalculationError", message: /the limit `depth` is -1/ });
});

test("what is wrong in a footprint", () => {
  /** @type {[string, unknown, string, string?][]} */
  const cases = [
    ["/format", 2, "unsupported-format"],
    ["/format", "one", "wrong-type"],
    ["/lines", {}, "wrong-type"],
    ["/lines", null, "wrong-type"],
    ["/lines/0", 7, "wrong-type"],
    ["/lines/0/id", 7, "wrong-type"],
    ["/lines/0/colour", "red", "unknown-field"],
    ["/products/0/line", -1, "not-a-count"],
    ["/products/0/line", 1.5, "not-a-count"],
    ["/products/0/line", 2 ** 64, "not-a-count"],
    ["/products/0/line", 2n ** 64n, "wrong-type"],
    ["/products/0/line", NaN, "wrong-type"],
    ["/products/0/line", 2 ** 32 - 1, "unknown-position"],
    ["/products/0/request", 1, "unknown-position"],
    ["/products/0/masses", [], "wrong-length"],
    ["/products/0/masses", Array(100_000).fill("0"), "wrong-length"],
    ["/products/0/masses/0", "9".repeat(28), "overflow"],
    ["/products/0/masses/0", true, "wrong-type"],
    ["/products/0/masses/0", "NaN", "invalid-number"],
    ["/products/0/request", undefined, "missing-field", "/products/0"],
    ["/requests/0/place_reason", "near", "unknown-word"],
  ];
  for (const [pointer, value, code, place = pointer] of cases) {
    const problems = refused(forged(pointer, value));
    assert(problems.includes(`${code} ${place}`), `${pointer}: ${problems}, not ${code} ${place}`);
  }
  assert.deepEqual(outOfOrder().map((problem) => problem.split(" ")[0]), ["out-of-order"]);
});

test("limits hold for footprints, and not for what is read back", () => {
  const text = new TextEncoder().encode(compute(hotel()).toJson());
  assert.deepEqual(refused(text, { bytes: 10 }), ["input-too-large "]);
  assert(refused(text, { depth: 2 }).some((problem) => problem.startsWith("too-deep")));
  assert(refused(text, { items: 0 }).some((problem) => problem.startsWith("too-many-items")));
  const footprint = Footprint.fromJson(text, { bytes: text.length });
  others();
  assert.equal(footprint.total(), "80.4");
});

test("memory stays flat where footprints are kept and read back", async () => {
  const { memory } = await engine.default({ module_or_path: new Uint8Array() });
  const kept = Array.from({ length: 200 }, (_, at) => compute(hotel(at + 1)));
  /** @param {number} times */
  const after = (times) => {
    for (let turn = 0; turn < times; turn += 1) {
      // 4 rooms × so many nights × 6.7 kgCO2e/room.night, in tenths of a kilogram
      for (const [at, footprint] of kept.entries()) assert.equal(Number(footprint.total()) * 10, Math.round(268 * (at + 1)));
      assert.throws(() => Footprint.fromJson("{}"), CalculationError);
      Footprint.fromJson(kept[turn % 200]?.value() ?? "").summary();
    }
    globalThis.gc?.();
    return { module: memory.buffer.byteLength / 1024, heap: process.memoryUsage().heapUsed / 1024 };
  };
  const before = after(5);
  const later = after(20);
  assert.equal(later.module, before.module);
  assert(later.heap < before.heap * 1.1);
});

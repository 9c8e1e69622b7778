// What the border carries: numbers, what is no production, errors, and many calls.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { CalculationError, References, check, compute, extract, init, schema, sha256, version } from "claquette";
import * as engine from "./node_modules/claquette/claquette.js";

before(() => init());

/** @param {any} value */
const meter = (value) => ({
  format: /** @type {const} */ (1),
  kind: /** @type {const} */ ("news"),
  place: "FR",
  period: { year: 2024 },
  lines: [{ id: "L1", what: { electricity: { energy: { value, unit: "kWh" } } } }],
});

/** @param {any} production */
const found = (production) =>
  check(production).diagnostics.filter((problem) => problem.severity === "error")
    .map((problem) => `${problem.code} ${problem.pointer}`);

test("numbers in, exact text out", () => {
  // 12.5 kWh × 0.0519 kgCO2e/kWh (Base Carbone 43642, France 2024) = 0.64875 kg
  for (const value of ["12.5", 12.5, "12.50"]) assert.equal(compute(meter(value)).total(), "0.64875");
  // 0.1 kWh × 0.0519 = 0.00519 kg: a number is its shortest text, not the sum of its bits
  assert.equal(compute(meter(0.1)).total(), "0.00519");
  // 100 kWh × 0.0519 = 5.19 kg
  const bytes = Buffer.from(JSON.stringify(meter(100)));
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  const padded = Buffer.concat([Buffer.from("{"), bytes, Buffer.from("}")]);
  for (const form of [bytes, shared, shared.buffer, padded.subarray(1, -1), new Uint8Array(bytes).buffer]) {
    assert.equal(compute(/** @type {any} */ (form)).total(), "5.19");
  }
  assert.equal(compute(meter(100n)).total(), "5.19");
  // What another library holds and writes as its own text
  assert.equal(compute(meter({ toJSON: () => "100" })).total(), "5.19");
});

test("what is no number is a problem where it stands", () => {
  const pointer = "/lines/0/what/electricity/energy/value";
  const cases = [
    [true, "wrong-type"], [null, "wrong-type"], [{}, "wrong-type"], [[], "wrong-type"], [undefined, "missing-field"],
    [NaN, "invalid-number"], [-Infinity, "invalid-number"], ["12,5", "invalid-number"], ["١", "invalid-number"],
    [10n ** 500n, "too-many-digits"], [`0.${"1".repeat(29)}`, "too-many-digits"], [5e-324, "inexact-number"],
    [new Date(0), "invalid-number"],
  ];
  for (const [value, code] of cases) {
    const at = code === "missing-field" ? pointer.slice(0, -"/value".length) : pointer;
    assert.deepEqual(found(meter(value)), [`${code} ${at}`], String(value));
  }
});

test("what is no production", () => {
  const odd = ["", "\ud800", '"\ud800"', new Uint8Array([255]), 42, null, true, [], {}, [[]], undefined, Symbol("x"), () => 1];
  for (const production of odd) {
    assert.notDeepEqual(found(production), []);
    assert.throws(() => compute(/** @type {any} */ (production)), CalculationError);
  }
  /** @type {any} */
  const circle = meter(1);
  circle.lines.push(circle);
  assert.throws(() => check(circle), { name: "CalculationError", message: /cannot be written as JSON: .*circular/ });
});

test("a half of a pair of surrogates is found where it stands", () => {
  assert.deepEqual(found({ ...meter(1), title: "a\ud800" }), found('{"title":"a\\ud800",' + JSON.stringify(meter(1)).slice(1)));
  // A raw half after a backslash is no escape.
  assert.deepEqual(found('{"title":"\\\ud800",' + JSON.stringify(meter(1)).slice(1)), ["invalid-utf8 "]);
  assert.throws(() => References.bundled().withSet("\ud800", ""), { name: "CalculationError", message: /half a character/ });
  assert.deepEqual(found({ ...meter(1), title: "😀" }), []);
});

test("words that are not known", () => {
  /** @type {any} */
  const footprint = compute(meter(100));
  /** @type {[() => unknown, RegExp][]} */
  const acts = [
    [() => footprint.total("x"), /counted, biogenic, avoided, offset/],
    [() => footprint.view("x"), /account, post, section/],
    [() => footprint.view("post", { account: "x" }), /counted, biogenic/],
    [() => footprint.view("post", { without: ["x"] }), /contrails/],
    [() => footprint.viewText("x", "fr"), /account, post, section/],
    [() => footprint.report("de"), /fr, en/],
    [() => footprint.html("de"), /fr, en/],
    [() => footprint.total(5), /the account should be a text, not number/],
    [() => footprint.report(undefined), /the language should be a text, not undefined/],
    [() => extract(meter(1), undefined, { gwp: /** @type {any} */ ("ar4") }), /published, ar5, ar6/],
    [() => extract(meter(1), undefined, { limits: { depth: -1 } }), /the limit `depth` is -1/],
    [() => sha256(meter(1), undefined, { bytes: 0.5 }), /the limit `bytes` is 0.5/],
    [() => check("{}", undefined, { bytes: 2 ** 32 }), /the limit `bytes` is 4294967296/],
    [() => check("{}", undefined, { depth: NaN }), /the limit `depth` is NaN/],
    [() => check("{}", undefined, { items: -1 }), /the limit `items` is -1/],
    [() => compute(meter(1), undefined, { unpriced: /** @type {any} */ ("x") }), /refuse, exclude/],
    [() => compute(meter(1), undefined, { electricity: /** @type {any} */ ("x") }), /location, market/],
    [() => compute(meter(1), undefined, { gwp: /** @type {any} */ ("ar4") }), /published, ar5, ar6/],
    [() => compute(meter(1), undefined, { aviation: /** @type {any} */ ("by-air") }), /by-place, by-seats, by-haul/],
  ];
  for (const [act, allowed] of acts) assert.throws(act, { name: "CalculationError", message: allowed, diagnostics: [] });
  return assert.rejects(schema(/** @type {any} */ ("x")), { name: "CalculationError", message: /production, footprint, summary, refusal/ });
});

test("an error is an Error with every problem, in French and English", () => {
  const wrong = { ...meter("12,5"), tittle: "Brest" };
  assert.throws(() => compute(wrong), (error) => {
    assert(error instanceof CalculationError && error instanceof Error);
    assert.deepEqual(error.diagnostics.map(({ code, suggestion }) => [code, suggestion]), [
      ["unknown-field", "title"], ["invalid-number", "12.5"],
    ]);
    const unknown = error.diagnostics[0];
    assert.equal(unknown?.fr, "champ inconnu « tittle » ; vouliez-vous dire « title » ?");
    assert.equal(unknown?.en, "unknown field `tittle`; did you mean `title`?");
    assert.match(error.stack ?? "", /CalculationError/);
    return true;
  });
  assert.throws(() => References.bundled().withSet("mine", "id,place,unit,value,source\nx,FR,kgCO2e/kWh,one,us\n"), (error) => {
    assert(error instanceof CalculationError);
    const [{ code, file, line, column } = {}] = /** @type {any[]} */ (error.diagnostics);
    assert.deepEqual([code, file, line, column], ["invalid-value", "mine", 2, "value"]);
    return true;
  });
  assert.throws(() => References.bundled().withSet("mine", new Uint8Array([255])), { name: "CalculationError", message: /UTF-8/ });
});

test("limits hold for both, and nothing exhausts the stack", () => {
  assert.throws(() => compute(meter(1), undefined, { limits: { bytes: 10 } }), (error) => {
    assert(error instanceof CalculationError);
    assert.deepEqual(error.diagnostics.map((problem) => problem.code), ["input-too-large"]);
    return true;
  });
  const deep = `{"work":[${'{"parts":['.repeat(100_000)}`;
  assert.equal(check(deep, undefined, { depth: 2 ** 32 - 1 }).sound, false);
  assert.deepEqual(found(meter(1)), []);
});

test("what is loaded already is not loaded otherwise", async () => {
  await init();
  await assert.rejects(init({ airports: false }), /loaded already, with other airports/);
});

test("results", async () => {
  const footprint = compute(meter("12.5"));
  assert.equal(JSON.stringify(footprint.value()), footprint.toJson());
  assert.equal(JSON.stringify(footprint), footprint.toJson());
  // The order and the notation do not matter, the content does.
  const { lines, ...rest } = meter(12.5);
  assert.equal(sha256(meter("12.5")), sha256(JSON.stringify({ lines, ...rest })));
  assert.notEqual(sha256(meter("12.5")), sha256(meter("12.6")));
  assert.equal(footprint.value().engine, version());
  // 0.64875 kg ÷ and × e^√(ln²1.1 + ln²1.5) = 1.517; to three digits where it stands alone
  assert.match(footprint.report("fr"), /Total\s:\s650\sg \(430 à 980\) CO2e/);
  assert.match(footprint.viewText("post", "en"), /Electricity/i);
  assert.match(footprint.html("fr"), /^<table lang="fr"><caption>649\sg CO2e, complet<\/caption><tbody><tr><td>Électricité<\/td>/);
  assert.deepEqual(JSON.parse(await schema("production")).required, ["format", "kind", "lines"]);
});

test("an extract and pins", () => {
  const csv = "id,key,place,year,unit,value,source\nmine,energy.electricity,FR,2024,kgCO2e/kWh,2,by hand\n";
  const references = References.bundled().withSet("mine", csv);
  const footprint = compute(meter("12.5"), references);
  // 12.5 kWh × 2 kgCO2e/kWh
  assert.equal(footprint.total(), "25");
  const rows = extract(meter("12.5"), references);
  assert.equal(rows["0/set.csv"], csv);
  const alone = References.readExtract(rows);
  const { sets, ...replayed } = JSON.parse(compute(meter("12.5"), alone).toJson());
  const { sets: whole, ...first } = JSON.parse(footprint.toJson());
  assert.deepEqual(replayed, first);
  const marked = (/** @type {readonly object[]} */ rows) => rows.map((row) => ({ ...row, extract: alone.extract }));
  assert.deepEqual(sets, marked(whole));
  assert.deepEqual([alone.extract?.length, references.extract], [64, undefined]);
  assert.deepEqual(alone.pinned(references.hashes()).hashes(), marked(references.hashes()));
  const pinned = { ...meter("12.5"), sets: footprint.value().sets };
  assert.equal(compute(pinned, alone).total(), "25");
  /** @param {string} code */
  const only = (code) => (/** @type {any} */ error) =>
    error instanceof CalculationError && error.diagnostics.length > 0 && error.diagnostics.every((problem) => problem.code === code);
  assert.throws(() => compute(pinned), only("other-set"));
  assert.throws(() => References.bundled().pinned(references.hashes()), only("other-set"));
  assert.throws(() => References.readExtract({}), only("empty-table"));
});

test("what was freed is refused, and what was made of it stays", () => {
  const csv = "id,key,place,year,unit,value,source\nmine,energy.electricity,FR,2024,kgCO2e/kWh,2,by hand\n";
  const own = References.bundled().withSet("mine", csv);
  const [first, second] = [compute(meter("12.5"), own), compute(meter("12.5"), own)];
  own.free();
  own.free();
  assert.throws(() => own.hashes(), /the references were freed/);
  for (const act of [compute, extract, sha256]) assert.throws(() => act(meter("1"), own), /the references were freed/);
  first.free();
  first.free();
  assert.throws(() => first.total(), /the footprint was freed/);
  for (let at = 0; at < 100; at += 1) compute(meter(at));
  // 12.5 kWh × 2 kgCO2e/kWh, read back
  assert.equal(second.total(), "25");
  second.free();
  // Freed while its JSON alone was kept
  const older = compute(meter("1"));
  for (let at = 0; at < 100; at += 1) compute(meter(at));
  older.free();
  for (const freed of [first, second, older]) {
    /** @type {(() => unknown)[]} */
    const acts = [
      () => freed.status, () => freed.total(), () => freed.view("post"), () => freed.viewText("post", "fr"),
      () => freed.indicators(), () => freed.uncertainty(), () => freed.coverage(), () => freed.summary(), () => freed.value(), () => freed.toJson(),
      () => freed.report("fr"), () => freed.html("fr"), () => freed.audit(), () => freed.equals(freed), () => JSON.stringify(freed),
    ];
    for (const act of acts) assert.throws(act, { name: "Error", message: "the footprint was freed" });
  }
  References.bundled().free();
  assert.equal(compute(meter("100")).total(), "5.19");
});

test("what is disposed of is freed", { skip: !Symbol.dispose && "there is no `Symbol.dispose`" }, () => {
  const [footprint, references] = [compute(meter(1)), References.bundled().withProxies("none", "key,place,proxy,reason_fr,reason_en\n")];
  footprint[Symbol.dispose]();
  references[Symbol.dispose]();
  assert.throws(() => footprint.total(), /the footprint was freed/);
  assert.throws(() => references.hashes(), /the references were freed/);
});

test("tables of one's own are freed at once", async () => {
  const { memory } = await engine.default({ module_or_path: new Uint8Array() });
  const rows = Array.from({ length: 1_000 }, (_, at) => `mine-${at},FR,kgCO2e/kWh,2,our meter\n`);
  const csv = `id,place,unit,value,source\n${rows.join("")}`;
  /** @param {number} times */
  const after = (times) => {
    for (let turn = 0; turn < times; turn += 1) {
      const own = References.bundled().withSet("mine", csv);
      const footprint = compute(meter("5"), own);
      assert.throws(() => compute(meter("five"), own), CalculationError);
      // The order does not matter.
      if (turn % 2) own.free();
      footprint.free();
      own.free();
    }
    return memory.buffer.byteLength;
  };
  // The memory of a module never shrinks: if it does not grow, nothing was left in it.
  const before = after(5);
  assert.equal(after(25), before);
});

test("memory stays flat", async () => {
  const { memory } = await engine.default({ module_or_path: new Uint8Array() });
  /** @param {number} times */
  const after = (times) => {
    for (let turn = 0; turn < times; turn += 1) {
      try {
        compute(meter(turn % 2 ? "5" : "five")).summary();
      } catch (error) {
        assert(error instanceof CalculationError);
      }
    }
    globalThis.gc?.();
    return { module: memory.buffer.byteLength / 1024, heap: process.memoryUsage().heapUsed / 1024 };
  };
  const before = after(5_000);
  const later = after(15_000);
  console.log(`KiB of the module and the heap after 5,000 computations: ${before.module}, ${before.heap.toFixed()}`);
  console.log(`KiB of the module and the heap after 20,000 computations: ${later.module}, ${later.heap.toFixed()}`);
  assert.equal(later.module, before.module);
  assert(later.heap < before.heap * 1.1);
});

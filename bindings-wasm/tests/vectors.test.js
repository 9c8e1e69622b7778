import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { Worker } from "node:worker_threads";

import { catalogue, init } from "claquette";
import { OF_OTHERS, otherCodes } from "./codes.js";
import { run } from "./vectors.js";

const VECTORS = new URL("../../tests/vectors/", import.meta.url);
const DATA = new URL("../../factors/", import.meta.url);

test("vectors in Node", async () => {
  await init();
  const files = Object.fromEntries(
    readdirSync(VECTORS).filter((name) => name.endsWith(".json")).map((name) => [name, text(new URL(name, VECTORS))]),
  );
  const tables = Object.fromEntries(readdirSync(new URL("data/", DATA)).map((name) => [name, text(new URL(`data/${name}`, DATA))]));
  const cases = Object.values(files).flatMap((text) => JSON.parse(text)).length;
  const [airports = "", cities = "", stations = ""] = ["airports", "cities", "stations"].map((name) => text(new URL(`${name}/${name}.csv`, DATA)));
  const worker = new Worker(new URL("./reader.node.js", import.meta.url));
  const { ran, objects, stored, differ, codes } = await run(files, tables, airports, cities, stations, async (value) => {
    worker.postMessage(value);
    const [shown] = await once(worker, "message");
    return shown;
  }).finally(() => worker.terminate());
  assert.deepEqual(differ, []);
  // Those that are computed; the others are refused.
  assert.equal(stored, Object.values(files).flatMap((text) => JSON.parse(text)).filter(({ expect }) => expect.status !== "refused").length);
  assert.equal(ran, cases);
  console.log(`${ran} vectors\n${ran} as JSON, ${objects} of them as objects`);
  assert.deepEqual(OF_OTHERS.filter((code) => codes.includes(code)), [], "not of others only");
  const all = catalogue().map((row) => row.code).sort();
  assert.deepEqual([...new Set([...codes, ...otherCodes()])].sort(), all, "raised by no vector and no test");
});

/** @param {URL} file */
function text(file) {
  return readFileSync(file, "utf-8");
}

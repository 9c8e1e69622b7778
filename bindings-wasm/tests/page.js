// What the page of the browser test does: the vectors, a worker, many calls.

import { CalculationError, catalogue, compute, init } from "claquette";
import { otherCodes } from "./codes.js";
import { TABLES, run } from "./vectors.js";

/** @param {string} address */
const text = async (address) => (await fetch(address)).text();

const PRODUCTION =
  '{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "100", "unit": "kWh"}}}}]}';

async function main() {
  await init();
  const names = JSON.parse(await text("/vectors"));
  const files = Object.fromEntries(await Promise.all(names.map(async (/** @type {string} */ name) => [name, await text(`/vectors/${name}`)])));
  const tables = Object.fromEntries(await Promise.all(TABLES.map(async (name) => [name, await text(`/factors/data/${name}`)])));
  const assets = ["airports", "cities", "stations"].map((name) => text(`/factors/${name}/${name}.csv`));
  const [airports = "", cities = "", stations = ""] = await Promise.all(assets);
  const reader = new Worker("/bundle/reader.js", { type: "module" });
  const found = await run(files, tables, airports, cities, stations, (value) => answer(reader, value));
  const codes = new Set([...found.codes, ...otherCodes()]);
  return {
    ...found,
    missing: catalogue().map((row) => row.code).filter((code) => !codes.has(code)),
    memory: await memory(),
    worker: await answer(new Worker("/bundle/worker.js", { type: "module" }), PRODUCTION),
  };
}

/** The KiB of the module after 5,000 and after 20,000 computations, half of them refused. */
async function memory() {
  // @ts-ignore: the glue, by its address in the browser
  const { memory } = await (await import("/tests/node_modules/claquette/claquette.js")).default();
  /** @param {number} times */
  const after = (times) => {
    for (let turn = 0; turn < times; turn += 1) {
      try {
        compute(turn % 2 ? PRODUCTION : "{}").summary();
      } catch (error) {
        if (!(error instanceof CalculationError)) throw error;
      }
    }
    return memory.buffer.byteLength / 1024;
  };
  return [after(5_000), after(15_000)];
}

/**
 * What a worker answers: the bundled package, in a bundle of one file.
 * @param {Worker} worker
 * @param {unknown} asked
 * @returns {Promise<any>}
 */
function answer(worker, asked) {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(asked);
  });
}

main().then(
  (found) => Object.assign(window, { found }),
  (error) => Object.assign(window, { found: { failure: String(error?.stack ?? error) } }),
);

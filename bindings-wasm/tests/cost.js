// What a call across the border costs beside the computation itself: nothing is asserted.

import { readFileSync } from "node:fs";

import { Footprint, check, compute, init, version } from "claquette";

const film = readFileSync(new URL("../../tests/productions/feature-film.json", import.meta.url), "utf-8");
const line = '{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [{"id": "L1", "what": {"hotel": {"rooms": 1, "nights": 1}}}]}';

await init();
const parsed = JSON.parse(film);
const footprint = compute(film);
const stored = footprint.toJson();
/** @type {[string, number, () => unknown][]} */
const calls = [
  ["version(): the bare call", 20_000, () => version()],
  ["total(): a call and a short text", 20_000, () => footprint.total()],
  ["check(one line)", 2_000, () => check(line)],
  ["compute(one line)", 2_000, () => compute(line)],
  ["compute(film as text)", 200, () => compute(film)],
  ["compute(film as objects)", 200, () => compute(parsed)],
  ["JSON.stringify(film), a part of that", 200, () => JSON.stringify(parsed)],
  ["toJson() of the film", 100, () => footprint.toJson()],
  ["value() of the film", 100, () => footprint.value()],
  ["Footprint.fromJson(film)", 100, () => Footprint.fromJson(stored)],
  ["audit() of the film", 100, () => footprint.audit()],
];
for (const [name, times, call] of calls) {
  for (let turn = 0; turn < times / 10; turn += 1) call();
  const began = performance.now();
  for (let turn = 0; turn < times; turn += 1) call();
  console.log(`${(((performance.now() - began) * 1000) / times).toFixed(1).padStart(10)} µs  ${name}`);
}

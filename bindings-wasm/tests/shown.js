// All that a footprint shows, where it was computed and in a worker that has no tables.

import { Footprint, References, compute, init } from "claquette";

const AXES = ["account", "post", "section", "phase", "country", "kind", "work", "part", "gas"];

/**
 * All that a footprint shows.
 * @param {Footprint} footprint
 */
export function shown(footprint) {
  const value = footprint.value();
  const labels = new Set(value.lines.flatMap((line) => Object.keys(line.labels ?? {})));
  const axes = [...AXES, ...[...labels].sort().map((name) => `label:${name}`)];
  /** @type {("fr" | "en")[]} */
  const languages = ["fr", "en"];
  return [
    footprint.toJson(),
    footprint.status,
    JSON.stringify(footprint.summary()),
    JSON.stringify(footprint.indicators()),
    JSON.stringify(footprint.uncertainty()),
    JSON.stringify(footprint.coverage()),
    JSON.stringify(footprint.audit() ?? null),
    ...languages.flatMap((language) => [footprint.report(language), footprint.html(language)]),
    ...languages.flatMap((language) => axes.map((axis) => footprint.viewText(axis, language))),
    ...axes.map((axis) => JSON.stringify(footprint.view(axis))),
    ...axes.map((axis) => JSON.stringify(footprint.view(axis, { account: "biogenic" }))),
  ];
}

/** @type {Promise<void> | undefined} */
let ready;

/**
 * What a worker without tables shows of the value that is posted to it.
 * @param {import("claquette").FootprintValue} value
 * @param {import("claquette").InitOptions} [options]
 */
export async function shownWithoutTables(value, options = {}) {
  ready ??= init({ ...options, tables: false }).then(hasNoTables);
  await ready;
  return shown(Footprint.fromJson(value));
}

/** Refuses to go on where something can be computed. */
function hasNoTables() {
  for (const act of [() => References.bundled(), () => compute("{}")]) {
    try {
      act();
    } catch (error) {
      if (error instanceof Error && /the bundled tables are not loaded/.test(error.message)) continue;
      throw error;
    }
    throw new Error("there are tables");
  }
}

// Runs the conformance vectors, in Node and in browsers, and compares exact text.

import { CalculationError, Footprint, References, compute, propose } from "claquette";
import { shown } from "./shown.js";

/** @typedef {{[name: string]: any}} Json */

export const TABLES = ["keys.csv", "places.csv", "proxies.csv", "assumptions.csv", "equivalences.csv", "gwp.csv", "ranges.csv", "sources.csv"];

/**
 * @param {Json} files The text of each file of vectors.
 * @param {Json} tables The bundled tables.
 * @param {string} airports
 * @param {string} cities
 * @param {string} stations
 * @param {(value: import("claquette").FootprintValue) => Promise<string[]>} elsewhere What a worker without tables shows of a
 * footprint.
 */
export async function run(files, tables, airports, cities, stations, elsewhere) {
  const bundled = References.bundled();
  const bare = References.read("tables", Object.fromEntries(TABLES.map((name) => [name, tables[name]])))
    .withAirports("airports.csv", airports)
    .withCities("cities.csv", cities)
    .withStations("stations.csv", stations);
  const found = { ran: 0, objects: 0, stored: 0, differ: /** @type {string[]} */ ([]), codes: /** @type {string[]} */ ([]) };
  const codes = new Set();
  for (const text of Object.values(files)) {
    for (const one of JSON.parse(text)) {
      /** @type {Footprint | undefined} */
      let computed;
      for (const production of forms(one, text)) {
        const got = outcome(one, production, bundled, bare, (footprint) => {
          computed = footprint;
        });
        if ("proposal" in one.expect) got.proposal = proposed(one, production, bundled, bare);
        for (const problem of got.problems) codes.add(problem.code);
        // Where it is not named, nothing is to be beyond the problems that are kept.
        for (const [name, expected] of Object.entries({ more: 0, ...one.expect })) {
          const anyOrder = name === "problems" && got.status !== "refused";
          if (!(anyOrder ? inAnyOrder : matches)(expected, got[name])) {
            const form = typeof production;
            const said = `${JSON.stringify(expected)} expected, got ${JSON.stringify(got[name])}`;
            found.differ.push(`${one.case} (${form}): ${name}: ${said}`);
          }
        }
        if (typeof production === "object" && !(production instanceof Uint8Array)) found.objects += 1;
      }
      if (computed !== undefined) {
        found.differ.push(...(await differing(computed, elsewhere)).map((what) => `${one.case}: ${what}`));
        found.stored += 1;
      }
      found.ran += 1;
    }
  }
  found.codes = [...codes].sort();
  return found;
}

/**
 * What differs where a footprint is cloned, stored, or posted to a worker without tables.
 * @param {Footprint} footprint
 * @param {(value: import("claquette").FootprintValue) => Promise<string[]>} elsewhere
 */
async function differing(footprint, elsewhere) {
  const here = shown(footprint);
  const [value, text] = [footprint.value(), footprint.toJson()];
  const forms = { clone: structuredClone(value), text, bytes: new TextEncoder().encode(text) };
  const differ = [];
  for (const [form, stored] of Object.entries(forms)) {
    const read = Footprint.fromJson(stored);
    if (!read.equals(footprint) || JSON.stringify(read) !== text) differ.push(`the ${form} is another value`);
    if (read.audit() !== undefined) differ.push(`the ${form} is refused by the audit`);
  }
  const clone = shown(Footprint.fromJson(structuredClone(value)));
  const there = await elsewhere(value);
  for (const [name, other] of Object.entries({ clone, worker: there })) {
    if (other.length !== here.length) differ.push(`the ${name} shows ${other.length} texts, not ${here.length}`);
    for (const [at, said] of here.entries()) {
      if (other[at] !== said) differ.push(`the ${name} shows ${JSON.stringify(other[at])}, not ${JSON.stringify(said)}`);
    }
  }
  return differ;
}

/**
 * A production in every form that can hold it: JSON as it was written, and objects.
 * @param {Json} one
 * @param {string} file
 */
function forms(one, file) {
  if (!("production" in one)) {
    return ["text" in one ? one.text : Uint8Array.from(atob(one.base64), (byte) => byte.charCodeAt(0))];
  }
  return [written(one.case, file), one.production];
}

/**
 * The text of a production as its file has it.
 * @param {string} name
 * @param {string} file
 */
function written(name, file) {
  const start = file.indexOf("{", file.indexOf('"production":', file.indexOf(JSON.stringify(name))));
  let [depth, quoted] = [0, false];
  for (let at = start; ; at += 1) {
    const character = file[at];
    if (quoted && character === "\\") at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === "{") depth += 1;
    else if (!quoted && character === "}" && --depth === 0) return file.slice(start, at + 1);
  }
}

/**
 * The lines that are proposed; nothing where there is no sound production.
 * @param {Json} one
 * @param {any} production
 * @param {References} bundled
 * @param {References} bare
 */
function proposed(one, production, bundled, bare) {
  try {
    return propose(production, references(one, bundled, bare));
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    return null;
  }
}

/**
 * @param {Json} one
 * @param {any} production
 * @param {References} bundled
 * @param {References} bare
 * @param {(footprint: Footprint) => void} keep
 * @returns {Json}
 */
function outcome(one, production, bundled, bare, keep) {
  try {
    const footprint = compute(production, references(one, bundled, bare), one.options ?? {});
    keep(footprint);
    return observed(footprint, one.expect);
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    return { status: "refused", problems: error.diagnostics.map(problem), more: error.more };
  }
}

/**
 * @param {Json} one
 * @param {References} bundled
 * @param {References} bare
 */
function references(one, bundled, bare) {
  let tables = one.bundled ? bundled : bare;
  for (const { set, rows } of one.factors ?? []) tables = tables.withSet(set, rows.join("\n"));
  if (one.proxies) tables = tables.withProxies("proxies.csv", one.proxies.join("\n"));
  if (one.assumptions) tables = tables.withAssumptions("assumptions.csv", one.assumptions.join("\n"));
  return tables;
}

/**
 * @param {import("claquette").Footprint} footprint
 * @param {Json} expect
 * @returns {Json}
 */
function observed(footprint, expect) {
  const [value, summary] = [footprint.value(), footprint.summary()];
  const line = (/** @type {string} */ id) => summary.lines.find((line) => line.line === id);
  const products = value.products.map((product) => ({
    ...product,
    id: value.lines[product.line]?.id ?? "",
    asked: value.requests[product.request],
  }));
  const named = new Set((expect.entries ?? []).map((/** @type {Json} */ item) => item.line));
  const { per_hour, per_shooting_day, per_thousand, physical_share, monetary_share, derived_share } = summary.indicators;
  return {
    status: footprint.status,
    totals: Object.fromEntries(
      Object.keys(expect.totals ?? {}).map((account) => [account, footprint.total(/** @type {any} */ (account))]),
    ),
    lines: (expect.lines ?? []).map((/** @type {Json} */ item) => ({
      ...item,
      kgco2e: line(item.line)?.masses.find((mass) => mass.account === item.account)?.kgco2e ?? "0",
    })),
    entries: products
      .filter(({ id }) => named.has(id))
      .flatMap(({ id, asked, masses }) =>
        masses.map((kgco2e, at) => {
          const slot = value.factors[asked?.factor ?? 0]?.slots?.[at];
          const { account = "counted", part = "whole", gas = "unallocated" } = slot ?? {};
          return { line: id, account, part, gas, kgco2e };
        }),
      )
      .filter(({ kgco2e }) => kgco2e !== "0"),
    resolutions: (expect.resolutions ?? []).flatMap((/** @type {Json} */ item) =>
      products
        .filter(({ id }) => id === item.line)
        .map(({ asked }) => {
          const factor = value.factors[asked?.factor ?? 0];
          return {
            line: item.line,
            factor: factor?.id,
            set: factor?.set === undefined ? undefined : value.sets[factor.set]?.name,
            place: asked?.place_reason ?? "exact",
            period: asked?.period_reason ?? "same-year",
          };
        }),
    ),
    views: (expect.views ?? []).map((/** @type {Json} */ { view, account }) => ({
      view,
      account,
      groups: footprint.view(view, { account }).groups.map(({ group, kgco2e }) => ({ group, kgco2e })),
    })),
    indicators: {
      "per-hour": per_hour ?? null,
      "per-shooting-day": per_shooting_day ?? null,
      "per-1000": per_thousand ?? null,
      "physical-share": physical_share ?? null,
      "monetary-share": monetary_share ?? null,
      "derived-share": derived_share ?? null,
    },
    uncertainty: expect.uncertainty && footprint.uncertainty(expect.uncertainty.factor_spread),
    problems: summary.warnings.map(problem),
    more: summary.more,
  };
}

/** @param {import("claquette").Diagnostic} diagnostic */
function problem({ code, pointer, byte, file, line, column, parameters, suggestion }) {
  const location = Object.fromEntries(
    Object.entries({ byte, file, line, column }).filter(([, value]) => value !== undefined),
  );
  return { code, ...(pointer === undefined ? { location } : { pointer }), parameters, ...(suggestion && { suggestion }) };
}

/**
 * Whether everything that is expected is there, each once, and nothing else.
 * @param {any[]} expected
 * @param {any[]} got
 * @returns {boolean}
 */
function inAnyOrder(expected, got) {
  const left = [...got];
  for (const one of expected) {
    const found = left.findIndex((other) => matches(one, other));
    if (found < 0) return false;
    left.splice(found, 1);
  }
  return left.length === 0;
}

/**
 * Whether everything that is expected is there.
 * @param {any} expected
 * @param {any} got
 * @returns {boolean}
 */
function matches(expected, got) {
  if (Array.isArray(expected)) {
    return Array.isArray(got) && expected.length === got.length && expected.every((item, at) => matches(item, got[at]));
  }
  if (typeof expected !== "object" || expected === null) return expected === got;
  return (
    typeof got === "object" && got !== null && Object.entries(expected).every(([name, item]) => matches(item, got[name]))
  );
}

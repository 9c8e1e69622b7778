// The codes that no vector raises: limits, tables and stored footprints.

import { CalculationError, Footprint, References, check, compute } from "claquette";

const METER = {
  format: 1,
  kind: "news",
  place: "FR",
  period: { year: 2024 },
  lines: [{ id: "L1", what: { electricity: { energy: { value: 1, unit: "kWh" } } } }],
};

// What only the importers of whole bases and the verification of stored results find, which are not on this side of the
// border; of what could not be read, which crosses it as text and is refused as that; of an extract of other flights; and of
// compiled tables, for `notes.test.js`.
export const OF_OTHERS = [
  "unreadable", "no-flights",
  "wrong-encoding", "cut-off", "row-length", "formula", "ambiguous-number", "after-end", "orphan-part", "not-a-result",
  "invalid-compiled", "missing-notes",
];

/** @returns {string[]} */
export function otherCodes() {
  return [
    ...OF_OTHERS,
    ...raised("{}", { bytes: 1 }),
    ...raised('{"lines": [1, 2]}', { items: 1 }),
    ...raised(JSON.stringify(METER), { depth: 3 }),
    ...table('e,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,"0,06",'),
    ...table("e,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,,generation=0.03 transmission=0.01"),
    ...table("e,energy.electricty,FR,2024,kgCO2e/kWh,0.05,hand,,"),
    ...table("e,energy.electricity,FR,2024,kgCO2e/kWh,x,hand,,\n".repeat(1_200)),
    ...[...outOfOrder(), ...broken()].map((problem) => problem.split(" ")[0] ?? ""),
  ];
}

/**
 * The problems of what is no footprint: the code and the place of each.
 * @param {any} footprint
 * @param {import("claquette").Limits} [limits]
 */
export function refused(footprint, limits) {
  try {
    Footprint.fromJson(footprint, limits);
  } catch (error) {
    if (error instanceof CalculationError) return error.diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
    throw error;
  }
  throw new Error("it was taken for a footprint");
}

/** The problems of a footprint whose products have changed places. */
export function outOfOrder() {
  const lines = METER.lines.flatMap((line) => [line, { ...line, id: "L2" }]);
  const value = compute(JSON.stringify({ ...METER, lines })).value();
  return refused({ ...value, products: [...value.products].reverse() });
}

/** The problems of footprints that lose a line, count it twice, or hold what no engine writes. */
function broken() {
  const value = compute(JSON.stringify(METER)).value();
  /** @param {object} other */
  const forged = (other) => refused({ ...value, products: value.products.map((product) => ({ ...product, ...other })) });
  const { budget } = value.production;
  const currencies = [{ currency: "EUR", total: "1", unlisted: "2" }];
  return [
    ...forged({ line: 9 }), ...forged({ masses: [] }), ...forged({ masses: ["0.0000000001"] }),
    ...forged({ terms: [{ name: "energy", denominator: "0" }] }),
    ...refused({ ...value, products: [] }), ...refused({ ...value, products: [...value.products, ...value.products] }),
    ...refused({ ...value, excluded: [{ line: 0, reason: { code: "price-year" } }] }),
    ...refused({ ...value, omitted: -1 }),
    ...refused({ ...value, production: { ...value.production, budget: { ...budget, currencies } } }),
  ];
}

/**
 * @param {string} text
 * @param {import("claquette").Limits} limits
 */
function raised(text, limits) {
  return check(text, undefined, limits).diagnostics.map((problem) => problem.code);
}

/** @param {string} row */
function table(row) {
  try {
    References.bundled().withSet("mine", `id,key,place,year,unit,value,source,raw,parts\n${row}`);
  } catch (error) {
    if (error instanceof CalculationError) return error.diagnostics.map((problem) => problem.code);
    throw error;
  }
  throw new Error("the table was taken");
}

// The codes that no vector raises: limits, and tables.

import { CalculationError, References, check } from "claquette";

const METER = {
  format: 1,
  kind: "news",
  place: "FR",
  period: { year: 2024 },
  lines: [{ id: "L1", what: { electricity: { energy: { value: 1, unit: "kWh" } } } }],
};

// What only the importers of whole bases, the verification of stored results and the reading of stored footprints find,
// which are not on this side of the border; and of what could not be read, which crosses it as text and is refused as that.
export const OF_OTHERS = [
  "unreadable",
  "wrong-encoding", "cut-off", "row-length", "formula", "ambiguous-number", "after-end", "orphan-part", "not-a-result",
  "unknown-position", "wrong-length", "out-of-order",
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

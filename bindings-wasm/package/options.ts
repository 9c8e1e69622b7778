import { whole } from "./border.js";
import { type Limits, given } from "./check.js";
import type { Aviation, ElectricityMethod, Gwp, Unpriced } from "./types.js";

/** How a footprint is computed. */
export interface ComputeOptions {
  /** What becomes of a line without a factor: it is refused if nothing is said. */
  readonly unpriced?: Unpriced;
  /** How electricity is priced: at the average of its grid if nothing is said, or by its contract. */
  readonly electricity?: ElectricityMethod;
  /** The warming potentials that gases are in: those of each source if nothing is said, or of a report of the IPCC. */
  readonly gwp?: Gwp;
  /** How flights are priced: by the place of the production if nothing is said, else by seats or by territory. */
  readonly aviation?: Aviation;
  /** How large an input may be; what is not given is as the engine has it. */
  readonly limits?: Limits;
}

/** The options as they cross the border. */
export function crossing({
  unpriced = "refuse", electricity = "location", gwp = "published", aviation = "by-place", limits = {},
}: ComputeOptions = {}): [string, string, string, string, ...ReturnType<typeof given>] {
  return [
    whole("answer to a line without a factor", unpriced),
    whole("method for electricity", electricity),
    whole("set of warming potentials", gwp),
    whole("way of pricing flights", aviation),
    ...given(limits),
  ];
}

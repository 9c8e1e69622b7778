/** The package in Node, where its files are not fetched but read. */
import { readFile } from "node:fs/promises";

import { fetched, loadBy } from "./load.js";

loadBy((place) => {
  const address = typeof place === "string" && URL.canParse(place) ? new URL(place) : place;
  return address instanceof URL && address.protocol !== "file:" ? fetched(address) : readFile(address);
});

export * from "./index.js";

/** The package in Node, where its files are not fetched but read. */
import { readFile } from "node:fs/promises";

import { loadBy } from "./load.js";

loadBy((place) => readFile(place));

export * from "./index.js";

// A worker that shows footprints which were computed elsewhere: bundled, with the engine and without tables.

import { shownWithoutTables } from "./shown.js";

addEventListener("message", async ({ data }) => {
  const engine = new URL("/tests/node_modules/claquette/claquette.wasm", location.origin);
  // What a promise refuses is no error of a worker.
  await shownWithoutTables(data, { engine }).then(postMessage, reportError);
});

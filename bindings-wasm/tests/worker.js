// A worker as an application has one: bundled, with the package's files where the application serves them.

import { compute, init } from "claquette";

addEventListener("message", async ({ data }) => {
  const beside = "/tests/node_modules/claquette/";
  const [engine, tables] = ["claquette.wasm", "tables.bin"].map((name) => new URL(beside + name, location.origin));
  await init({ ...(engine && { engine }), ...(tables && { tables }), airports: false, cities: false, stations: false, notes: false });
  postMessage(compute(data).total());
});

// The same worker in Node.

import { parentPort } from "node:worker_threads";

import { shownWithoutTables } from "./shown.js";

parentPort?.on("message", async (value) => parentPort?.postMessage(await shownWithoutTables(value)));

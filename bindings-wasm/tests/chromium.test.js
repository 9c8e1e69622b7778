// The same vectors in a real browser: no bundler for the page, a bundle for each worker.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import { chromium } from "playwright-core";

const HERE = new URL("./", import.meta.url);
const VECTORS = new URL("../../tests/vectors/", import.meta.url);
const FACTORS = new URL("../../factors/", import.meta.url);
const TYPES = /** @type {Record<string, string>} */ ({
  js: "text/javascript", json: "application/json", csv: "text/csv", wasm: "application/wasm",
});
const PAGE = `<!doctype html><meta charset="utf-8"><title>Claquette</title>
<script type="importmap">{"imports": {"claquette": "/tests/node_modules/claquette/index.js"}}</script>
<script type="module" src="/tests/page.js"></script>`;

const vectors = readdirSync(VECTORS).filter((name) => name.endsWith(".json"));

test("vectors in Chromium, workers and bundles", async () => {
  const { outputFiles, warnings } = await build({
    entryPoints: ["worker.js", "reader.js"].map((name) => fileURLToPath(new URL(name, HERE))),
    bundle: true, format: "esm", minify: true, write: false, outdir: "/bundle",
  });
  assert.deepEqual(warnings, []);
  const bundles = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const answer = served(path, bundles);
    response.writeHead(answer === undefined ? 404 : 200, { "content-type": TYPES[path.split(".").pop() ?? ""] ?? "text/html" });
    response.end(answer);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    const page = await browser.newPage();
    page.on("console", (message) => console.log(message.text()));
    await page.goto(`http://127.0.0.1:${port}/`);
    const found = await (await page.waitForFunction("window.found", null, { timeout: 120_000 })).jsonValue();
    assert.equal(found.failure, undefined);
    assert.deepEqual(found.differ, []);
    assert.equal(found.ran, vectors.flatMap((name) => JSON.parse(readFileSync(new URL(name, VECTORS), "utf-8"))).length);
    assert(found.stored > 200);
    console.log(`${found.ran} vectors\n${found.ran} as JSON, ${found.objects} of them as objects, in Chromium ${browser.version()}`);
    assert.deepEqual(found.missing, [], "raised by no vector and no test");
    console.log(`KiB of the module: ${found.memory[0]} after 5,000 computations, ${found.memory[1]} after 20,000`);
    assert.equal(found.memory[0], found.memory[1]);
    // 100 kWh × 0.0519 kgCO2e/kWh (Base Carbone 43642, France 2024) = 5.19 kg
    assert.equal(found.worker, "5.19");
  } finally {
    await browser.close();
    server.close();
  }
});

/**
 * @param {string} path
 * @param {Map<string, string>} bundles
 */
function served(path, bundles) {
  if (path === "/") return PAGE;
  if (bundles.has(path)) return bundles.get(path);
  if (path === "/vectors") return JSON.stringify(vectors);
  const [, folder, rest = ""] = /^\/(tests|vectors|factors)\/([\w./-]+)$/.exec(path) ?? [];
  if (folder === undefined || rest.includes("..")) return undefined;
  return readFileSync(new URL(rest, { tests: HERE, vectors: VECTORS, factors: FACTORS }[folder]));
}

// What the READMEs show runs, and prints what they say that it prints.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

for (const [name, least] of /** @type {[string, number][]} */ ([["../README.md", 2], ["../../README.md", 1]])) {
  test(`examples of ${name}`, () => {
    const text = readFileSync(new URL(name, import.meta.url), "utf-8");
    const blocks = [...text.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = ""]) => code);
    assert(blocks.length >= least, "no examples");
    for (const code of blocks) {
      const file = new URL("./example.mts", import.meta.url);
      writeFileSync(file, code);
      const said = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment]) => `${comment}\n`);
      assert(said.length > 0, "an example that says nothing");
      const strict = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--ignoreConfig", "--types", "node"];
      execFileSync("../node_modules/.bin/tsc", [...strict, fileURLToPath(file)], { cwd: fileURLToPath(new URL(".", import.meta.url)), stdio: "inherit" });
      const script = new URL("./example.mjs", import.meta.url);
      writeFileSync(script, code);
      assert.equal(execFileSync(process.execPath, [fileURLToPath(script)], { encoding: "utf-8" }), said.join(""));
    }
  });
}

/**
 * Dynamic constants, constants that are method handles and method types, and call sites with bootstrap methods of the program's own: what javac never
 * writes (test/fixtures/dynamic says how the classes were made). What they print, twice each, errors included, is what `java` 17 prints.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { packageFolder } from "../src/host/index.ts";
import { runOnDevice } from "./java-corpus.ts";
import type { RunMode } from "./java-corpus.ts";

const folder = join(packageFolder(), "test", "fixtures", "dynamic");
const output = new Uint8Array(readFileSync(join(folder, "expected.out")));
const program = { name: "Boot", status: 0, args: [], stdin: "", output };

const modes: Readonly<Record<string, RunMode>> = {
  plainly: {},
  "with the machine rebuilt at every checkpoint": { amnesia: true, checkpoint: "10000t" },
  "with every line evicted": { evictAlways: true },
  "under power cuts": { cuts: 5, seed: 3 },
};

for (const [how, mode] of Object.entries(modes))
  t.test(`constants and call sites as java has them, ${how}`, async (t) => {
    const run = await runOnDevice(folder, program, mode);
    t.equal(new TextDecoder().decode(run.output), new TextDecoder().decode(output));
    t.equal(run.status, 0);
  });

/**
 * Runs tap on the compiled tests of `test/` (or on the files named as arguments, or with `--suite cuts` on those of
 * `test/cuts/`), shows each test file, each failure and each comment, and ends with the line `N passed, N failed`.
 * Exit status: tap's.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { TapCounter } from "./tap-counter.ts";

/** The compiled test files of `test/NAME/`; a misspelt suite must not pass as an empty one. */
function filesOfSuite(name: string): string[] {
  const folder = join(import.meta.dirname, name);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".test.js")) : [];
  if (files.length === 0) throw new Error(`suite ${name}: no test/${name}/*.test.ts`);
  return files.map((file) => join(folder, file));
}

const named = process.argv.slice(2);
const files = named[0] === "--suite" ? filesOfSuite(named[1] ?? "") : named;

const tapArguments = ["--no-install", "tap", "run", "--reporter=tap", "--disable-coverage", ...files];
const child = spawn("npx", tapArguments, { stdio: ["ignore", "pipe", "inherit"] });
const counter = new TapCounter();

createInterface({ input: child.stdout }).on("line", (line) => {
  if (counter.take(line)) process.stdout.write(`${line}\n`);
});

child.on("close", (status) => {
  const exitStatus = status ?? 1;
  // tap may fail for what is no test point: a file without tests, a plan not kept.
  const failed = exitStatus !== 0 && counter.failed === 0 ? 1 : counter.failed;
  process.stdout.write(`${counter.passed} passed, ${failed} failed\n`);
  process.exitCode = exitStatus === 0 && failed > 0 ? 1 : exitStatus;
});

/**
 * Runs tap on the compiled tests (or on the files named as arguments), shows each test file, each failure and each
 * comment, and ends with the line `N passed, N failed`. Exit status: tap's.
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { TapCounter } from "./tap-counter.ts";

const tapArguments = [
  "--no-install",
  "tap",
  "run",
  "--reporter=tap",
  "--disable-coverage",
  ...process.argv.slice(2),
];
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

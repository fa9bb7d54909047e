/**
 * `npm run bench`: prints what everything costs and writes `bench/results.md`. With `--check` only the counts are made, and compared exactly
 * with the accepted ones; with `--accept` they become the accepted ones. `--awfy DIR` and `--start` run one part alone.
 */
import { parseArgs } from "node:util";
import { crc32 } from "../src/base/index.ts";
import { accept, countAll, differences } from "./counts.ts";
import { type Row, compare, printTable } from "./table.ts";
import { wearSuites } from "./wear-suites.ts";

const page = Uint8Array.from({ length: 256 }, (_, index) => (index * 37) & 0xff);

function crc32BitByBit(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}

const { values } = parseArgs({
  options: {
    awfy: { type: "string" },
    only: { type: "string" },
    start: { type: "boolean" },
    check: { type: "boolean" },
    accept: { type: "boolean" },
  },
});
if (values.check === true) check();
else if (values.accept === true) accept(countAll(wearSuites));
else if (values.awfy !== undefined)
  printTable((await import("./suite.ts")).suiteRows(values.awfy, values.only));
else if (values.start === true) printTable(await startOnly());
else await all();

function check(): void {
  const counts = countAll(wearSuites);
  const found = differences(counts);
  for (const line of found) process.stdout.write(`${line}\n`);
  const cases = Object.values(counts).reduce((sum, suite) => sum + Object.keys(suite).length, 0);
  process.stdout.write(`${cases - Math.min(cases, found.length)} passed, ${found.length} failed\n`);
  if (found.length > 0) process.exitCode = 1;
}

async function startOnly(): Promise<Row[]> {
  const { compileKernels } = await import("./kernels.ts");
  const { startRows } = await import("./start.ts");
  const classes = compileKernels();
  if (classes === undefined) throw new Error("there is no javac");
  return startRows(classes);
}

async function all(): Promise<void> {
  const { suiteTable, timeSuite, writeResults } = await import("./report.ts");
  const tables: string[] = [];
  for (const suite of wearSuites) tables.push(suiteTable(suite, await timeSuite(suite)));
  process.stdout.write(`${tables.join("\n")}\n`);
  const rows = await speedRows();
  printTable(rows);
  (await import("./memory.ts")).printSpared();
  writeResults(tables, rows);
}

async function speedRows(): Promise<readonly Row[]> {
  const { interpreterRows } = await import("./interpreter.ts");
  const { heapRows } = await import("./heap.ts");
  await import("./flash.ts");
  await import("./store.ts");
  await import("./store-host.ts");
  return [
    ...(await interpreterRows()),
    ...(await heapRows()),
    await compare(
      "CRC-32C of a 256-byte page",
      () => void crc32(page),
      "bit by bit",
      () => void crc32BitByBit(page),
    ),
  ];
}

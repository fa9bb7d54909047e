/**
 * `npm run bench`: prints what everything costs and writes `bench/results.md`. With `--check` only the counts are made, and compared exactly
 * with the accepted ones; with `--accept` they become the accepted ones.
 */
import { crc32 } from "../src/base/index.ts";
import { accept, countAll, differences } from "./counts.ts";
import { compare, printTable } from "./table.ts";
import type { Row } from "./table.ts";
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

async function speedRows(): Promise<readonly Row[]> {
  const { interpreterRows } = await import("./interpreter.ts");
  const { heapRows } = await import("./heap.ts");
  await import("./flash.ts");
  await import("./store.ts");
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

async function bench(): Promise<void> {
  const { suiteTable, timeSuite, writeResults } = await import("./report.ts");
  const tables: string[] = [];
  for (const suite of wearSuites) tables.push(suiteTable(suite, await timeSuite(suite)));
  process.stdout.write(tables.join("\n"));
  const rows = await speedRows();
  printTable(rows);
  writeResults(tables, rows);
}

function check(): void {
  const counts = countAll(wearSuites);
  const found = differences(counts);
  for (const line of found) process.stdout.write(`${line}\n`);
  const all = Object.values(counts).reduce((sum, cases) => sum + Object.keys(cases).length, 0);
  process.stdout.write(`${all - Math.min(all, found.length)} passed, ${found.length} failed\n`);
  if (found.length > 0) process.exitCode = 1;
}

if (process.argv.includes("--check")) check();
else if (process.argv.includes("--accept")) accept(countAll(wearSuites));
else await bench();

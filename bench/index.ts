import { parseArgs } from "node:util";
import { crc32 } from "../src/base/index.ts";
import { heapRows } from "./heap.ts";
import { interpreterRows } from "./interpreter.ts";
import { compileKernels } from "./kernels.ts";
import { startRows } from "./start.ts";
import { suiteRows } from "./suite.ts";
import { type Row, compare, printTable } from "./table.ts";

const page = Uint8Array.from({ length: 256 }, (_, index) => (index * 37) & 0xff);

function crc32BitByBit(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}

const { values } = parseArgs({ options: { awfy: { type: "string" }, start: { type: "boolean" } } });
if (values.awfy !== undefined) printTable(suiteRows(values.awfy));
else if (values.start === true) printTable(await startOnly());
else await all();

async function startOnly(): Promise<Row[]> {
  const classes = compileKernels();
  if (classes === undefined) throw new Error("there is no javac");
  return startRows(classes);
}

async function all(): Promise<void> {
  await import("./flash.ts");
  await import("./store.ts");
  printTable([
    ...(await interpreterRows()),
    ...(await heapRows()),
    await compare(
      "CRC-32C of a 256-byte page",
      () => void crc32(page),
      "bit by bit",
      () => void crc32BitByBit(page),
    ),
  ]);
}

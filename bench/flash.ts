/** Programs and reads of the chip a second of CPU: without faults, and what fault injection and ageing cost. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FlashChip, MemoryCarrier, PowerCut, partByName } from "../src/flash/index.ts";
import { createChip, openChip } from "../src/host/index.ts";
import type { ChipOptions } from "../src/flash/index.ts";

const part = partByName("nor-16m");
if (part === undefined) throw new Error("nor-16m is a part");
const pageCount = part.totalBytes / part.pageBytes;
const page = Uint8Array.from({ length: part.pageBytes }, (_, index) => (index * 37) & 0xff);

/** Millions of operations a second, the best of some rounds of one pass over the chip each. */
function measure(
  title: string,
  options: ChipOptions,
  prepare: (chip: FlashChip) => void,
  operation: (chip: FlashChip, address: number) => void,
): void {
  let best = 0;
  for (let round = 0; round < 8; round++) {
    const chip = new FlashChip(
      part as NonNullable<typeof part>,
      MemoryCarrier.forPart(part as NonNullable<typeof part>),
      options,
    );
    for (let address = 0; address < pageCount * 256; address += 4096) chip.program(address, page);
    prepare(chip);
    const began = process.cpuUsage();
    for (let index = 0; index < pageCount; index++) operation(chip, index * 256);
    best = Math.max(best, pageCount / process.cpuUsage(began).user);
  }
  console.log(`${title.padEnd(60)} ${best.toFixed(2)} M/s`);
}

const into = new Uint8Array(256);
const nothing = (): void => undefined;
const far = { operation: 1e9, shape: "bits1" };
measure("program 256 bytes, no faults", {}, nothing, (chip, address) => chip.program(address, page));
measure(
  "program 256 bytes, a cut armed, observed",
  {},
  (chip) => {
    chip.armCut(far);
    chip.observe(nothing);
  },
  (chip, address) => chip.program(address, page),
);
measure("program 256 bytes, ageing", { ageing: true }, nothing, (chip, address) =>
  chip.program(address, page),
);
measure("read 256 bytes, no faults", {}, nothing, (chip, address) => chip.read(address, into));
measure("read 256 bytes, ageing", { ageing: true }, nothing, (chip, address) => chip.read(address, into));

/** What one cut of a campaign costs the chip: a fork, a torn program, power again. */
function measureCuts(): void {
  const origin = new FlashChip(
    part as NonNullable<typeof part>,
    MemoryCarrier.forPart(part as NonNullable<typeof part>),
  );
  const count = 2000;
  const began = process.cpuUsage();
  for (let cut = 0; cut < count; cut++) {
    const chip = origin.fork();
    chip.armCut({ operation: 0, shape: cut % 2 === 0 ? "bits1" : "prefix100" });
    try {
      chip.program(0, page);
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
    }
    chip.powerOn();
  }
  const micros = process.cpuUsage(began).user / count;
  console.log(`${"fork a chip of 16 MiB, tear a program, power on".padEnd(60)} ${micros.toFixed(0)} us`);
}

/** How long it takes until a chip in a file can be read. */
function measureOpening(): void {
  const folder = mkdtempSync(join(tmpdir(), "dormouse-bench-"));
  const path = join(folder, "full.chip");
  const chip = part as NonNullable<typeof part>;
  createChip(path, chip, { seed: 0, ageing: true }, { content: new Uint8Array(chip.totalBytes) });
  let best = Infinity;
  for (let round = 0; round < 5; round++) {
    const began = performance.now();
    const open = openChip(path, { readOnly: true });
    open.chip.read(0, into);
    best = Math.min(best, performance.now() - began);
    open.close();
  }
  rmSync(folder, { recursive: true });
  console.log(`${"open a full chip file of 16 MiB and read a page".padEnd(60)} ${best.toFixed(1)} ms`);
}

measureCuts();
measureOpening();

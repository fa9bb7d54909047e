/** Programs and reads of the chip a second of CPU: without faults, and what fault injection and ageing cost. */
import { FlashChip, MemoryCarrier, partByName } from "../src/flash/index.ts";
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

import type { FlashChip } from "../flash/index.ts";
import { nandMemory } from "./nand-memory.ts";
import type { StoreMemory } from "./port.ts";

/** The memory that a flash chip is: its operations are durable in the order in which they are made. */
export function chipMemory(chip: FlashChip): StoreMemory {
  const { part } = chip;
  if (part.kind === "nand") return nandMemory(chip);
  return {
    eraseBlockBytes: part.eraseBlockBytes,
    eraseBlockCount: chip.blockCount,
    programPageBytes: part.pageBytes,
    programUnitBytes: part.programUnitBytes,
    subPagePrograms: part.programsPerPage === null && part.programUnitBytes < part.pageBytes,
    reprogram: part.reprogram === "and",
    read: (address, into) => chip.read(address, into),
    program: (address, bytes) => chip.program(address, bytes),
    erase: (block) => chip.eraseBlock(block),
    eraseCount: (block) => chip.eraseCount(block),
    barrier: () => undefined,
    deviceNanos: () => chip.deviceNanos,
  };
}

import { definePart } from "../part.ts";

/** Micron N25Q128A13, 16 MiB serial NOR; 64 KiB erase blocks. */
export const n25q128a13 = definePart({
  name: "n25q128a13",
  maker: "Micron",
  kind: "nor",
  jedecId: "20BA18",
  totalBytes: 16 * 1024 * 1024,
  pageBytes: 256,
  spareBytes: 0,
  eraseBlockBytes: 64 * 1024,
  eraseUnits: [
    { bytes: 4 * 1024, micros: { typical: 250_000, max: 800_000 } },
    { bytes: 64 * 1024, micros: { typical: 700_000, max: 3_000_000 } },
  ],
  programUnitBytes: 1,
  reprogram: "and",
  pageOrder: "any",
  programsPerPage: null,
  programMicros: { typical: 500, max: 5000 },
  programSetupMicros: { typical: 30, max: 300 },
  readSetupNanos: 370,
  readByteNanos: 74,
  enduranceCycles: 100_000,
  retentionYears: 20,
  supplyMillivolts: 3300,
  readMilliamps: 15,
  programMilliamps: 20,
  eraseMilliamps: 20,
  sources: [
    "chip tables of flashrom and Linux: id, sizes; maxima of program and 64 KiB erase",
    "unsure: typical times, 4 KiB erase, programSetupMicros, currents; the bus is single-bit SPI at 108 MHz",
  ],
});

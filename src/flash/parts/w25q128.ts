import { definePart } from "../part.ts";

/** Winbond W25Q128, 16 MiB serial NOR. */
export const w25q128 = definePart({
  name: "w25q128",
  maker: "Winbond",
  kind: "nor",
  jedecId: "EF4018",
  totalBytes: 16 * 1024 * 1024,
  pageBytes: 256,
  spareBytes: 0,
  eraseBlockBytes: 4 * 1024,
  eraseUnits: [
    { bytes: 4 * 1024, micros: { typical: 64_000, max: 896_000 } },
    { bytes: 32 * 1024, micros: { typical: 128_000, max: 1_792_000 } },
    { bytes: 64 * 1024, micros: { typical: 160_000, max: 2_240_000 } },
  ],
  programUnitBytes: 1,
  reprogram: "and",
  pageOrder: "any",
  programsPerPage: null,
  programMicros: { typical: 704, max: 4224 },
  programSetupMicros: { typical: 64, max: 384 },
  readSetupNanos: 300,
  readByteNanos: 60,
  enduranceCycles: 100_000,
  retentionYears: 20,
  supplyMillivolts: 3300,
  readMilliamps: 15,
  programMilliamps: 20,
  eraseMilliamps: 20,
  sources: [
    "SFDP table of the part as flashrom and Linux list it: sizes, erase and program times (rounded up by SFDP)",
    "W25Q128JV datasheet, AC and DC characteristics: endurance, retention, currents",
    "unsure: programSetupMicros, currents; the bus is single-bit SPI at 133 MHz",
  ],
});

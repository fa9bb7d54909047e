import { definePart } from "../part.ts";

/** Macronix MX25R6435F, 8 MiB ultra-low-power serial NOR. */
export const mx25r6435f = definePart({
  name: "mx25r6435f",
  maker: "Macronix",
  kind: "nor",
  jedecId: "C22817",
  totalBytes: 8 * 1024 * 1024,
  pageBytes: 256,
  spareBytes: 0,
  eraseBlockBytes: 4 * 1024,
  eraseUnits: [
    { bytes: 4 * 1024, micros: { typical: 48_000, max: 384_000 } },
    { bytes: 64 * 1024, micros: { typical: 480_000, max: 3_840_000 } },
  ],
  programUnitBytes: 1,
  reprogram: "and",
  pageOrder: "any",
  programsPerPage: null,
  programMicros: { typical: 896, max: 5400 },
  programSetupMicros: { typical: 40, max: 240 },
  readSetupNanos: 1000,
  readByteNanos: 125,
  enduranceCycles: 100_000,
  retentionYears: 20,
  supplyMillivolts: 1800,
  readMilliamps: 4,
  programMilliamps: 6,
  eraseMilliamps: 6,
  sources: [
    "SFDP table of the part: sizes, erase and program times",
    "Vendor device trees: deep power-down in 10 us, out 35 us (not modelled here)",
    "unsure: programSetupMicros, currents; the bus is single-bit SPI at 64 MHz in low-power mode",
  ],
});

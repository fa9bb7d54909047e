import { definePart } from "../part.ts";

/** Spansion S25FL128S, 16 MiB serial NOR with 16-byte ECC units; 64 KiB erase blocks. */
export const s25fl128s = definePart({
  name: "s25fl128s",
  maker: "Spansion",
  kind: "nor",
  jedecId: "012018",
  totalBytes: 16 * 1024 * 1024,
  pageBytes: 256,
  spareBytes: 0,
  eraseBlockBytes: 64 * 1024,
  eraseUnits: [
    { bytes: 64 * 1024, micros: { typical: 130_000, max: 650_000 } },
    { bytes: 256 * 1024, micros: { typical: 520_000, max: 1_875_000 } },
  ],
  programUnitBytes: 16,
  reprogram: "and",
  pageOrder: "any",
  programsPerPage: null,
  programMicros: { typical: 250, max: 750 },
  programSetupMicros: { typical: 20, max: 60 },
  readSetupNanos: 300,
  readByteNanos: 60,
  enduranceCycles: 100_000,
  retentionYears: 20,
  supplyMillivolts: 3300,
  readMilliamps: 16,
  programMilliamps: 50,
  eraseMilliamps: 50,
  sources: [
    "chip tables of flashrom and Linux: id, sizes; maxima of program and erase",
    "unsure: typical times, programSetupMicros, currents, the 16-byte unit; a second program of a unit is allowed and only loses its ECC",
  ],
});

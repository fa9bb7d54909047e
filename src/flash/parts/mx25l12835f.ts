import { definePart } from "../part.ts";

/** Macronix MX25L12835F, 16 MiB serial NOR. */
export const mx25l12835f = definePart({
  name: "mx25l12835f",
  maker: "Macronix",
  kind: "nor",
  jedecId: "C22018",
  totalBytes: 16 * 1024 * 1024,
  pageBytes: 256,
  spareBytes: 0,
  eraseBlockBytes: 4 * 1024,
  eraseUnits: [
    { bytes: 4 * 1024, micros: { typical: 30_000, max: 420_000 } },
    { bytes: 64 * 1024, micros: { typical: 288_000, max: 4_032_000 } },
  ],
  programUnitBytes: 1,
  reprogram: "and",
  pageOrder: "any",
  programsPerPage: null,
  programMicros: { typical: 256, max: 3100 },
  programSetupMicros: { typical: 24, max: 290 },
  readSetupNanos: 300,
  readByteNanos: 60,
  enduranceCycles: 100_000,
  retentionYears: 20,
  supplyMillivolts: 3300,
  readMilliamps: 15,
  programMilliamps: 20,
  eraseMilliamps: 20,
  sources: [
    "chip tables of flashrom and Linux: id, sizes",
    "SFDP figures of the MX66L1G45G of the same family: times",
    "unsure: programSetupMicros, endurance, retention, currents",
  ],
});

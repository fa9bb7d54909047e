import { definePart } from "../define-part.ts";

/** Spansion S29GL128S, 16 MiB parallel NOR: 512-byte buffer, 128 KiB sectors. Programming a word again ANDs. */
export const s29gl128s = definePart({
  name: "s29gl128s",
  maker: "Spansion",
  kind: "nor",
  jedecId: null,
  totalBytes: 16 * 1024 * 1024,
  pageBytes: 512,
  spareBytes: 0,
  eraseBlockBytes: 128 * 1024,
  eraseUnits: [{ bytes: 128 * 1024, micros: { typical: 275_000, max: 1_100_000 } }],
  programUnitBytes: 2,
  reprogram: "and",
  pageOrder: "any",
  programsPerPage: null,
  programMicros: { typical: 340, max: 750 },
  programSetupMicros: { typical: 125, max: 400 },
  readSetupNanos: 90,
  readByteNanos: 13,
  enduranceCycles: 100_000,
  retentionYears: 20,
  supplyMillivolts: 3300,
  readMilliamps: 45,
  programMilliamps: 45,
  eraseMilliamps: 45,
  sources: [
    "totalBytes, programUnitBytes: vendor device trees and CFI tables: 16 MiB, 16-bit words",
    "unsure: pageBytes (a 512-byte write buffer), eraseBlockBytes, eraseUnits, programMicros, programSetupMicros, readSetupNanos, readByteNanos, enduranceCycles, retentionYears, supplyMillivolts, readMilliamps, programMilliamps, eraseMilliamps",
  ],
});

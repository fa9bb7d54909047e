import { definePart } from "../part.ts";

/** Microchip SST26VF064B, 8 MiB serial NOR with even 4 KiB sectors. */
export const sst26vf064b = definePart({
  name: "sst26vf064b",
  maker: "Microchip",
  kind: "nor",
  jedecId: "BF2643",
  totalBytes: 8 * 1024 * 1024,
  pageBytes: 256,
  spareBytes: 0,
  eraseBlockBytes: 4 * 1024,
  eraseUnits: [
    { bytes: 4 * 1024, micros: { typical: 18_000, max: 25_000 } },
    { bytes: 64 * 1024, micros: { typical: 18_000, max: 25_000 } },
  ],
  programUnitBytes: 1,
  reprogram: "and",
  pageOrder: "any",
  programsPerPage: null,
  programMicros: { typical: 1000, max: 1500 },
  programSetupMicros: { typical: 100, max: 150 },
  readSetupNanos: 380,
  readByteNanos: 77,
  enduranceCycles: 100_000,
  retentionYears: 100,
  supplyMillivolts: 3300,
  readMilliamps: 15,
  programMilliamps: 25,
  eraseMilliamps: 25,
  sources: [
    "chip tables of flashrom and Linux: id, sizes",
    "unsure: all times, endurance, retention, currents",
  ],
});

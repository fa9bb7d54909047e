import { definePart } from "../part.ts";

/** Winbond W25Q256JV, 32 MiB serial NOR with 4-byte addresses. */
export const w25q256jv = definePart({
  name: "w25q256jv",
  maker: "Winbond",
  kind: "nor",
  jedecId: "EF4019",
  totalBytes: 32 * 1024 * 1024,
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
  readSetupNanos: 360,
  readByteNanos: 60,
  enduranceCycles: 100_000,
  retentionYears: 20,
  supplyMillivolts: 3300,
  readMilliamps: 15,
  programMilliamps: 20,
  eraseMilliamps: 20,
  sources: [
    "chip tables of flashrom and Linux: id, sizes",
    "SFDP figures of the W25Q128 of the same family: times",
    "unsure: programSetupMicros, currents; the bus is single-bit SPI at 133 MHz",
  ],
});

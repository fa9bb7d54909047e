/**
 * The Serial Flash Discoverable Parameters of a part, generated from its figures: JEDEC JESD216B, header, basic flash
 * parameter table of 16 double words and, for parts with 4-byte addresses, the 4-byte instruction table. Times are rounded
 * up to what the fields can say, as makers do.
 */
import { assert, writeUint16, writeUint32 } from "../../base/index.ts";
import type { Micros, Part, SpiFigures } from "../part.ts";

const headerBytes = 8;
const parameterHeaderBytes = 8;
const basicWords = 16;
const basicTableId = 0xff00;
const fourByteTableId = 0xff84;
/** Where the first table lies; both headers end before it. */
const basicTableOffset = 0x30;
const fourByteTableOffset = basicTableOffset + 4 * basicWords;

/** A count of units that is at least `micros`: `count` is kept as count - 1. */
interface UnitTime {
  readonly count: number;
  readonly unit: number;
}

/** All bytes of the SFDP area; whatever lies behind reads as ff. */
export function sfdpOf(part: Part): Uint8Array {
  const { spi } = part;
  assert(spi !== null, "only parts on a serial bus have SFDP");
  const tableCount = spi.fourByteAddresses ? 2 : 1;
  const bytes = new Uint8Array(fourByteTableOffset + 8).fill(0xff);
  writeUint32(bytes, 0, 0x50444653);
  bytes.set([6, 1, tableCount - 1, 0xff], 4);
  parameterHeader(bytes, headerBytes, basicTableId, basicWords, basicTableOffset);
  basicTable(part, spi).forEach((word, index) =>
    writeUint32(bytes, basicTableOffset + 4 * index, word >>> 0),
  );
  if (spi.fourByteAddresses) {
    parameterHeader(bytes, headerBytes + parameterHeaderBytes, fourByteTableId, 2, fourByteTableOffset);
    fourByteTable(spi).forEach((word, index) =>
      writeUint32(bytes, fourByteTableOffset + 4 * index, word >>> 0),
    );
  }
  return bytes;
}

function parameterHeader(bytes: Uint8Array, at: number, id: number, words: number, offset: number): void {
  bytes[at] = id & 0xff;
  bytes.set([6, 1, words], at + 1);
  writeUint16(bytes, at + 4, offset);
  bytes[at + 6] = 0;
  bytes[at + 7] = id >>> 8;
}

/** Erase opcodes that reach the whole part, smallest unit first: at most four, as the table has room for. */
function eraseTypes(
  part: Part,
  spi: SpiFigures,
): readonly { bytes: number; opcode: number; micros: Micros }[] {
  return spi.eraseOpcodes.slice(0, 4).map(({ bytes, opcode }) => {
    const unit = part.eraseUnits.find((candidate) => candidate.bytes === bytes);
    assert(unit !== undefined, "an erase opcode has its unit");
    return { bytes, opcode, micros: unit.micros };
  });
}

function basicTable(part: Part, spi: SpiFigures): readonly number[] {
  const types = eraseTypes(part, spi);
  const smallErase = types.find((type) => type.bytes === 4096);
  const addressMode = spi.fourByteAddresses ? 1 : 0;
  const typeWord = (first: number): number =>
    [first, first + 1].reduce((word, index, place) => {
      const type = types[index];
      const field = type === undefined ? 0 : Math.log2(type.bytes) | (type.opcode << 8);
      return word | (field << (16 * place));
    }, 0);
  return [
    (smallErase === undefined ? 3 : 1) |
      (1 << 2) |
      ((smallErase?.opcode ?? 0xff) << 8) |
      (addressMode << 17) |
      0xff800000 |
      (7 << 5),
    part.totalBytes * 8 - 1,
    0,
    0,
    0xffffffee,
    0x0000ffff,
    0x0000ffff,
    typeWord(0),
    typeWord(2),
    eraseTimes(types.map((type) => type.micros)),
    programTimes(part, spi),
    0x80000000,
    0xffffffff,
    powerDown(spi),
    0xff800000,
    resetAndAddresses(spi),
  ];
}

/** Double word 10: a multiplier for all maxima, then count and unit of each type's typical time. */
function eraseTimes(times: readonly Micros[]): number {
  const units = [1000, 16_000, 128_000, 1_000_000];
  let word = 0;
  let maxOverTypical = 2;
  times.forEach((micros, index) => {
    const time = inUnits(micros.typical, units, 32);
    word |= ((time.count - 1) | (time.unit << 5)) << (4 + 7 * index);
    maxOverTypical = Math.max(maxOverTypical, micros.max / (time.count * units[time.unit]));
  });
  return word | multiplier(maxOverTypical);
}

/** Double word 11: page size, page and byte program times, chip erase time. */
function programTimes(part: Part, spi: SpiFigures): number {
  const pageUnits = [8, 64];
  const byteUnits = [1, 8];
  const chipUnits = [16_000, 256_000, 4_000_000, 64_000_000];
  const page = inUnits(part.programMicros.typical, pageUnits, 32);
  const first = inUnits(part.programSetupMicros.typical, byteUnits, 16);
  const perByte = (part.programMicros.typical - part.programSetupMicros.typical) / part.pageBytes;
  const more = inUnits(perByte, byteUnits, 16);
  const chip = inUnits(spi.chipEraseMicros.typical, chipUnits, 32);
  return (
    multiplier(part.programMicros.max / (page.count * pageUnits[page.unit])) |
    (Math.log2(part.pageBytes) << 4) |
    (((page.count - 1) | (page.unit << 5)) << 8) |
    (((first.count - 1) | (first.unit << 4)) << 14) |
    (((more.count - 1) | (more.unit << 4)) << 19) |
    (((chip.count - 1) | (chip.unit << 5)) << 24) |
    0x80000000
  );
}

/** Double word 14: deep power-down by B9h, out by ABh; busy is polled by the status register. */
function powerDown(spi: SpiFigures): number {
  const polling = 1 << 2;
  if (spi.deepPowerDown === null) return 0x80000000 | polling;
  const exit = inUnits(spi.deepPowerDown.exitMicros * 1000, [128, 1000, 8000, 64_000], 32);
  return (0xb9 << 23) | (0xab << 15) | (exit.unit << 13) | ((exit.count - 1) << 8) | polling;
}

/** Double word 16: reset by 66h, 99h; 4-byte addresses by B7h and E9h or by opcodes of their own. */
function resetAndAddresses(spi: SpiFigures): number {
  const reset = 1 << 12;
  const fourByte = spi.fourByteAddresses ? (0x21 << 24) | (1 << 14) : 0;
  return fourByte | reset | 1;
}

/** The 4-byte instruction table: read 13h, fast read 0Ch, program 12h, and the erase types that have one. */
function fourByteTable(spi: SpiFigures): readonly number[] {
  let support = 1 | (1 << 1) | (1 << 6);
  let opcodes = 0;
  for (let index = 0; index < 4; index++) {
    const opcode = spi.eraseOpcodes[index]?.opcode4 ?? null;
    if (opcode !== null) support |= 1 << (9 + index);
    opcodes |= (opcode ?? 0xff) << (8 * index);
  }
  return [support | 0xfff00000, opcodes];
}

/** The field that says "up to 2 × (field + 1) times as long"; 15 where that is not enough. */
function multiplier(maxOverTypical: number): number {
  return Math.min(15, Math.max(0, Math.ceil(maxOverTypical / 2) - 1));
}

/** The finest unit of which `countMax` reach `micros`, and how many: never below. */
function inUnits(micros: number, units: readonly number[], countMax: number): UnitTime {
  const fine = units.findIndex((unit) => unit * countMax >= micros);
  const unit = fine < 0 ? units.length - 1 : fine;
  return { unit, count: Math.min(countMax, Math.max(1, Math.ceil(micros / units[unit]))) };
}

/**
 * What an operation leaves in the cells when power goes during it. Each function is a function of the cells, the
 * operation and the shape alone; `operation` is mixed into the seed so that one shape does not tear all operations
 * along the same bits.
 */
import { SeededRandom, assert } from "../base/index.ts";
import type { Carrier } from "./carrier.ts";
import type { TornShape } from "./cut.ts";

/** Cell addresses, the end excluded. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Most bits that one torn operation leaves unstable. */
const unstableBitsMaxProgram = 4;
const unstableBitsMaxErase = 16;

/**
 * A torn program. Bits only go from one to zero, and only bits that the whole program would have cleared:
 * `none` nothing; `prefixN` the first N bytes; `bits` a random half of the bits; `unstable` all bits but one to four,
 * which read differently until programmed again or erased; `complete` all. The exception is `unit`: as `bits`, but
 * a random half of the ones in the rest of the touched program units (`units`) goes too.
 */
export function tearProgram(
  carrier: Carrier,
  address: number,
  bytes: Uint8Array,
  shape: TornShape,
  operation: number,
  units: ByteRange,
): void {
  const random = seeded(shape.number, operation);
  switch (shape.name) {
    case "none":
      return;
    case "prefix":
      carrier.program(address, bytes.subarray(0, Math.min(shape.number, bytes.length)));
      return;
    case "bits":
      carrier.program(
        address,
        bytes.map((byte) => byte | randomByte(random)),
      );
      return;
    case "unstable":
      leaveUnstable(carrier, address, bytes, random);
      return;
    case "unit":
      damageUnits(carrier, address, bytes, random, units);
      return;
    case "complete":
      carrier.program(address, bytes);
      return;
    default:
      assert(false, `${shape.name} is no shape of a program`);
  }
}

/**
 * A torn erase. `none` old bits, no wear counted; `half-zero` a random half of the ones cleared, as by parts that
 * program all bits before they erase; `zero-erase` all zero; `half-erase` a random half of the zeros already one;
 * `weak-erase` all ones, of which one to sixteen are unstable until erased again; `complete` all ones.
 */
export function tearErase(carrier: Carrier, blockIndex: number, shape: TornShape, operation: number): void {
  const random = seeded(shape.number, operation);
  const old = carrier.cellsOf(blockIndex) ?? new Uint8Array(carrier.blockBytes).fill(0xff);
  switch (shape.name) {
    case "none":
      return;
    case "half-zero":
      carrier.replace(
        blockIndex,
        old.map((byte) => byte & randomByte(random)),
        null,
      );
      return;
    case "zero-erase":
      carrier.replace(blockIndex, new Uint8Array(carrier.blockBytes), null);
      return;
    case "half-erase":
      carrier.replace(
        blockIndex,
        old.map((byte) => byte | randomByte(random)),
        null,
      );
      return;
    case "weak-erase": {
      const ones = new Uint8Array(carrier.blockBytes).fill(0xff);
      carrier.replace(blockIndex, ones, chooseBits(ones, 1 + random.below(unstableBitsMaxErase), random));
      return;
    }
    case "complete":
      carrier.erase(blockIndex);
      return;
    default:
      assert(false, `${shape.name} is no shape of an erase`);
  }
}

function leaveUnstable(carrier: Carrier, address: number, bytes: Uint8Array, random: SeededRandom): void {
  const cells = new Uint8Array(bytes.length);
  carrier.read(address, cells);
  const leaving = cells.map((cell, index) => cell & ~bytes[index]);
  const mask = chooseBits(leaving, 1 + random.below(unstableBitsMaxProgram), random);
  carrier.program(
    address,
    bytes.map((byte, index) => byte | mask[index]),
  );
  carrier.markUnstable(address, mask);
}

function damageUnits(
  carrier: Carrier,
  address: number,
  bytes: Uint8Array,
  random: SeededRandom,
  { start, end }: ByteRange,
): void {
  const whole = new Uint8Array(end - start);
  whole.set(bytes, address - start);
  carrier.program(
    start,
    whole.map((byte) => byte | randomByte(random)),
  );
}

/** Up to `count` of the ones in `candidates`, as a mask; fewer where two draws meet, none where there are none. */
function chooseBits(candidates: Uint8Array, count: number, random: SeededRandom): Uint8Array {
  const mask = new Uint8Array(candidates.length);
  let ones = 0;
  for (const byte of candidates) ones += bitCount(byte);
  for (let drawn = 0; drawn < count && ones > 0; drawn++) setNthOne(mask, candidates, random.below(ones));
  return mask;
}

function setNthOne(mask: Uint8Array, candidates: Uint8Array, n: number): void {
  let left = n;
  for (let index = 0; index < candidates.length; index++) {
    for (let bit = 1; bit < 256; bit <<= 1) {
      if ((candidates[index] & bit) !== 0 && left-- === 0) {
        mask[index] |= bit;
        return;
      }
    }
  }
}

function bitCount(byte: number): number {
  let count = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function seeded(seed: number, operation: number): SeededRandom {
  return new SeededRandom((Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(operation, 0x85ebca77)) >>> 0);
}

function randomByte(random: SeededRandom): number {
  return random.nextUint32() >>> 24;
}

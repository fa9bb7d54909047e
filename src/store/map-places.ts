/** Where lines lie, in bits: the `places` item of a map checkpoint, section 6 of `docs/flash-format.md`. */
import { unzigzag, zigzag } from "./format.ts";
import type { Geometry } from "./format.ts";
import type { PlacesItem } from "./items.ts";

/** Versions of one process, ascending by slot. */
export interface Places {
  readonly process: number;
  readonly lines: readonly number[];
  readonly births: readonly number[];
  readonly slots: readonly number[];
}

/** Births of up to so much after the entry before take four bits, equal ones one. */
const smallStepMax = 7;
const stepBits = 3;
const lengthBits = 6;

/** `openedBy` tells the transaction that opened a block: births are counted from it. */
export function packPlaces(
  { process, lines, births, slots }: Places,
  geometry: Geometry,
  openedBy: (block: number) => number,
): PlacesItem {
  const { slotsPerBlock } = geometry;
  const lineBase = lines.reduce((least, line) => Math.min(least, line), Infinity);
  const lineBits = bitsFor(lines.reduce((most, line) => Math.max(most, line), 0) - lineBase);
  const bits = new BitWriter(lines.length * 8 + 8);
  const firstBlock = Math.floor(slots[0] / slotsPerBlock);
  let [block, birth] = [firstBlock, openedBy(firstBlock)];
  for (const [index, slot] of slots.entries()) {
    const gap = Math.floor(slot / slotsPerBlock) - block;
    writeGap(bits, gap);
    if (gap > 0) {
      block += gap;
      birth = openedBy(block);
    }
    bits.write(slot % slotsPerBlock, bitsFor(slotsPerBlock - 1));
    writeStep(bits, births[index] - birth);
    birth = births[index];
    bits.write(lines[index] - lineBase, lineBits);
  }
  return { process, count: lines.length, firstBlock, lineBase, lineBits, bits: bits.bytes() };
}

/**
 * Visits what a `places` item names. `openedBy` is asked as in `packPlaces` and answers undefined for a block that was
 * opened anew since: nothing that the item names there is left. False where the bits end too early.
 */
export function unpackPlaces(
  item: PlacesItem,
  geometry: Geometry,
  openedBy: (block: number) => number | undefined,
  visit: (line: number, birth: number, slot: number) => void,
): boolean {
  const { slotsPerBlock, blockCount } = geometry;
  const bits = new BitReader(item.bits);
  let block = item.firstBlock;
  let opened = openedBy(block);
  let birth = opened ?? 0;
  for (let index = 0; index < item.count; index++) {
    const gap = readGap(bits);
    if (gap > 0) {
      block += gap;
      opened = openedBy(block);
      birth = opened ?? 0;
    }
    const inBlock = bits.read(bitsFor(slotsPerBlock - 1));
    birth += readStep(bits);
    const line = item.lineBase + bits.read(item.lineBits);
    if (bits.isPast || block >= blockCount || inBlock >= slotsPerBlock) return false;
    if (opened !== undefined) visit(line, birth, block * slotsPerBlock + inBlock);
  }
  return true;
}

/** 0: one zero bit. Otherwise as many ones as the gap has bits, a zero, and the bits below the highest. */
function writeGap(bits: BitWriter, gap: number): void {
  const length = bitsFor(gap);
  for (let index = 0; index < length; index++) bits.write(1, 1);
  bits.write(0, 1);
  if (length > 1) bits.write(gap - 2 ** (length - 1), length - 1);
}

function readGap(bits: BitReader): number {
  let length = 0;
  while (length < 32 && bits.read(1) === 1) length++;
  if (length <= 1) return length;
  return 2 ** (length - 1) + bits.read(length - 1);
}

function writeStep(bits: BitWriter, step: number): void {
  bits.write(step === 0 ? 0 : 1, 1);
  if (step === 0) return;
  if (step > 0 && step <= smallStepMax) {
    bits.write(step, stepBits);
    return;
  }
  const code = zigzag(step);
  bits.write(0, stepBits);
  bits.write(bitsFor(code), lengthBits);
  bits.write(code, bitsFor(code));
}

function readStep(bits: BitReader): number {
  if (bits.read(1) === 0) return 0;
  const small = bits.read(stepBits);
  if (small !== 0) return small;
  return unzigzag(bits.read(bits.read(lengthBits)));
}

/** Bits of the largest number to be told. */
export function bitsFor(max: number): number {
  let bits = 0;
  for (let rest = max; rest >= 1; rest = Math.floor(rest / 2)) bits++;
  return bits;
}

/** Lowest bit first. */
class BitWriter {
  #bytes: Uint8Array;
  #count = 0;

  constructor(byteCount: number) {
    this.#bytes = new Uint8Array(byteCount);
  }

  write(value: number, bitCount: number): void {
    if (this.#count + bitCount > this.#bytes.length * 8) {
      const longer = new Uint8Array(this.#bytes.length * 2);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    let [rest, left] = [value, bitCount];
    while (left > 0) {
      const shift = this.#count & 7;
      const taken = Math.min(8 - shift, left);
      this.#bytes[this.#count >>> 3] |= (rest & ((1 << taken) - 1)) << shift;
      // Births may exceed 32 bits.
      rest = rest > 0xffffffff ? Math.floor(rest / 2 ** taken) : rest >>> taken;
      left -= taken;
      this.#count += taken;
    }
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, Math.ceil(this.#count / 8));
  }
}

class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** More was asked for than there is. */
  get isPast(): boolean {
    return this.#at > this.#bytes.length * 8;
  }

  read(bitCount: number): number {
    let value = 0;
    let scale = 1;
    for (let index = 0; index < bitCount; index++) {
      const byte = this.#at >>> 3;
      if (byte < this.#bytes.length && (this.#bytes[byte] >>> (this.#at & 7)) & 1) value += scale;
      scale *= 2;
      this.#at++;
    }
    return value;
  }
}

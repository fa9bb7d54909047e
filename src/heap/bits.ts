/** Bit fields are read and written bit by bit through `bitfield`, and walked here by words of their bytes. */
import BitField from "bitfield";

/** A bit field of `bitCount` zeros whose bytes are whole words. */
export function bitSet(bitCount: number): BitField {
  return new BitField(new Uint8Array(Math.ceil(bitCount / 32) * 4));
}

/** Indices from `from` to below `end` of set bits (most significant bit of each byte first), ascending. */
export function* setBits(bytes: Uint8Array, from = 0, end = bytes.length * 8): Generator<number> {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  const lastWord = (end - 1) >> 5;
  for (let word = from >>> 5; word <= lastWord; word++) {
    if (words[word] === 0) continue;
    for (let index = word * 4; index < word * 4 + 4; index++) {
      let byte = bytes[index];
      while (byte !== 0) {
        const bit = Math.clz32(byte) - 24;
        byte &= 0x7f >>> bit;
        const found = index * 8 + bit;
        if (found >= from && found < end) yield found;
      }
    }
  }
}

/** The first clear bit at or after `from` and below `end`; `end` if there is none. */
export function nextClear(bytes: Uint8Array, from: number, end: number): number {
  let index = from;
  while (index < end) {
    if ((index & 7) === 0 && bytes[index >>> 3] === 0xff) index += 8;
    else if ((bytes[index >>> 3] & (0x80 >>> (index & 7))) !== 0) index += 1;
    else return index;
  }
  return end;
}

/** How many bits from `from` on are clear, looking no further than `end`. */
export function clearRun(bytes: Uint8Array, from: number, end: number): number {
  let index = from;
  while (index < end) {
    if ((index & 7) === 0 && bytes[index >>> 3] === 0) index += 8;
    else if ((bytes[index >>> 3] & (0x80 >>> (index & 7))) === 0) index += 1;
    else break;
  }
  return Math.min(index, end) - from;
}

export function countBits(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let index = 0; index < end; index++) {
    if ((index & 7) === 0 && bytes[index >>> 3] === 0) index += 7;
    else if ((bytes[index >>> 3] & (0x80 >>> (index & 7))) !== 0) count += 1;
  }
  return count;
}

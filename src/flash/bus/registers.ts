/** Status and configuration registers of a serial NOR: which bits there are, who may write them, what they protect. */
import { assert } from "../../base/index.ts";
import type { AddressRange } from "../chip-options.ts";
import type { Part, SpiFigures } from "../part.ts";

/** Write in progress and write enable latch: the same two bits in every family. */
export const busyBit = 0x01;
export const writeEnableBit = 0x02;

/** What differs from family to family. Masks name the bits that a write changes. */
interface RegisterSet {
  readonly statusMask: number;
  /** Second status or configuration register, and a third one. */
  readonly secondMask: number;
  readonly thirdMask: number;
  /** Opcodes that read the second and third register; 0 where none does. */
  readonly readSecond: number;
  readonly readThird: number;
  /** Opcodes that write only the second and third register; 0 where none does. */
  readonly writeSecond: number;
  readonly writeThird: number;
  /** Bit of the second register that turns protection to the bottom, -1 where it is in the first. */
  readonly bottomBitOfSecond: number;
}

const registerSets: Readonly<Record<SpiFigures["registers"], RegisterSet>> = {
  winbond: {
    ...{ statusMask: 0xfc, secondMask: 0x43, thirdMask: 0x60, readSecond: 0x35, readThird: 0x15 },
    ...{ writeSecond: 0x31, writeThird: 0x11, bottomBitOfSecond: -1 },
  },
  macronix: {
    ...{ statusMask: 0xfc, secondMask: 0xcf, thirdMask: 0, readSecond: 0x15, readThird: 0 },
    ...{ writeSecond: 0, writeThird: 0, bottomBitOfSecond: 3 },
  },
  micron: {
    ...{ statusMask: 0xfc, secondMask: 0, thirdMask: 0, readSecond: 0, readThird: 0 },
    ...{ writeSecond: 0, writeThird: 0, bottomBitOfSecond: -1 },
  },
  spansion: {
    ...{ statusMask: 0x9c, secondMask: 0x22, thirdMask: 0, readSecond: 0x35, readThird: 0 },
    ...{ writeSecond: 0, writeThird: 0, bottomBitOfSecond: 5 },
  },
  sst26: {
    ...{ statusMask: 0, secondMask: 0x8a, thirdMask: 0, readSecond: 0x35, readThird: 0 },
    ...{ writeSecond: 0, writeThird: 0, bottomBitOfSecond: -1 },
  },
};

/** Bytes that are kept when power goes. */
export const registerBytes = 3;

export class Registers {
  readonly set: RegisterSet;
  readonly #part: Part;
  readonly #spi: SpiFigures;
  /** What is there when power comes. */
  readonly #kept = new Uint8Array(registerBytes);
  readonly #now = new Uint8Array(registerBytes);
  /** SST26: all blocks are locked at power-on, until the global unlock. */
  #globalLock: boolean;

  constructor(part: Part, spi: SpiFigures) {
    this.#part = part;
    this.#spi = spi;
    this.set = registerSets[spi.registers];
    this.#globalLock = spi.registers === "sst26";
  }

  /** Power comes, or a reset: volatile bits are forgotten. */
  restart(): void {
    this.#now.set(this.#kept);
    this.#globalLock = this.#spi.registers === "sst26";
  }

  get kept(): Uint8Array {
    return this.#kept.slice();
  }

  /** Takes up what `kept` was in an earlier life. */
  restore(kept: Uint8Array): void {
    assert(kept.length === registerBytes, "registers are kept whole");
    this.#kept.set(kept);
    this.restart();
  }

  /** Register 0, 1 or 2, without busy and write enable. */
  value(index: number): number {
    return this.#now[index];
  }

  /** Writes registers from `first` on; bits that cannot be written stay. `keep`: they outlast power. */
  write(first: number, values: Uint8Array, keep: boolean): void {
    const masks = [this.set.statusMask, this.set.secondMask, this.set.thirdMask];
    for (let index = first; index < Math.min(registerBytes, first + values.length); index++) {
      const mask = masks[index];
      this.#now[index] = (this.#now[index] & ~mask) | (values[index - first] & mask);
      if (keep) this.#kept[index] = this.#now[index];
    }
  }

  unlockAll(): void {
    this.#globalLock = false;
  }

  /** What neither programs nor erases now. */
  protectedRanges(): readonly AddressRange[] {
    const { totalBytes } = this.#part;
    if (this.#globalLock) return [{ from: 0, to: totalBytes }];
    const bytes = this.#protectedBytes();
    const isBottom = this.#isBottom();
    const isComplement = this.#spi.registers === "winbond" && (this.#now[1] & 0x40) !== 0;
    const range = isBottom ? { from: 0, to: bytes } : { from: totalBytes - bytes, to: totalBytes };
    const other = isBottom ? { from: bytes, to: totalBytes } : { from: 0, to: totalBytes - bytes };
    const chosen = isComplement ? other : range;
    return chosen.from < chosen.to ? [chosen] : [];
  }

  #protectedBytes(): number {
    const { protection } = this.#spi;
    if (protection === null) return 0;
    const level = protection.bits.reduce(
      (sum, bit, place) => sum | (((this.#now[0] >>> bit) & 1) << place),
      0,
    );
    if (level === 0) return 0;
    const all = this.#part.totalBytes;
    const topLevel = 2 ** protection.bits.length - 1;
    // SEC of the parts with three bits: sectors of 4 KiB, at most 32 KiB, but the top level is still all.
    const isSectors =
      this.#spi.registers === "winbond" && protection.bits.length === 3 && (this.#now[0] & 0x40) !== 0;
    if (isSectors && level !== topLevel) return Math.min(32 * 1024, 4096 * 2 ** (level - 1));
    return Math.min(all, protection.firstBytes * 2 ** (level - 1));
  }

  #isBottom(): boolean {
    const { bottomBitOfSecond } = this.set;
    const inStatus = this.#spi.protection?.bottomBit ?? null;
    if (inStatus !== null) return ((this.#now[0] >>> inStatus) & 1) === 1;
    return bottomBitOfSecond >= 0 && ((this.#now[1] >>> bottomBitOfSecond) & 1) === 1;
  }
}

/** What a chip whose registers were kept as `kept` protects; locks that every power-on sets (SST26) do not count. */
export function keptProtection(part: Part, kept: Uint8Array): readonly AddressRange[] {
  if (part.spi === null) return [];
  const registers = new Registers(part, part.spi);
  registers.restore(kept);
  registers.unlockAll();
  return registers.protectedRanges();
}

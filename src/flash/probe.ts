/** What judges of recovery see and decide of a chip object's reads. It is no part of the chip: no counter, no cell changes. */
export class Probe {
  /** Told of the range in the main areas that each read covers, just before it. */
  onRead: ((address: number, byteCount: number) => void) | null = null;
  /** What unstable bits read as: anew each time as they like, or all the same. Each of it is something they may do. */
  unstableBits: "any" | "ones" | "zeros" = "any";

  /** Where the unstable bits of a read come from. */
  noiseOf(noise: Noise): Noise {
    if (this.unstableBits === "any") return noise;
    return this.unstableBits === "ones" ? allOnes : allZeros;
  }
}

/** Decides what unstable bits read as: where it has ones among its top eight bits, they read as zeros. */
export interface Noise {
  nextUint32(): number;
}

const allOnes: Noise = { nextUint32: () => 0 };
const allZeros: Noise = { nextUint32: () => 0xffff_ffff };

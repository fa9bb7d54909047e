/**
 * How a chip grows old. Everything here is a function of the part, the chip's seed, the erase counts, the years and the
 * reads: the same chip ages the same way on every machine, and a fork ages like its origin.
 *
 * - *Endurance.* A block lives `enduranceCycles` × (1 + (`lifeMedian` - 1) × e^(`lifeSpread` × N)), N standard normal; of the
 *   blocks `earlyShare` live less than `enduranceCycles`, anything from 0 on. Past its life, an erase or program fails with
 *   a chance that grows from 0 to 1 over another tenth of it; of the failures `silentShare` say `ok`.
 * - *Retention.* A programmed bit reads as a one at a rate of `retentionBitRate` × years / `retentionYears` × stress.
 * - *Read disturb.* A one reads as zero at a rate of `disturbBitRate` × reads / 1,000,000 × stress.
 *
 * Stress is (erases / `enduranceCycles`)² + 1/1000. Both rates are of the block's bits; which bits go first is fixed for
 * each block, so that more years or reads only add to the bits that are wrong. An erase begins anew.
 */
import type { Geometry } from "./geometry.ts";
import { normal, randomFor, uniform } from "./hash.ts";
import type { Part } from "./part.ts";

export type Failure = "none" | "loud" | "silent";

/** Share of its life over which a block goes from failing never to failing always. */
const failureRamp = 0.1;
const freshStress = 1 / 1000;
const retentionSalt = 0x5e7e;
const disturbSalt = 0xd157;
const lifeSalt = 0x11fe;
const noBits: readonly number[] = [];

/** The bits of a block that go first, in the order in which they go. Drawn as far as they were asked for. */
interface WeakBits {
  readonly bits: number[];
  /** The rate at which each of `bits` goes. */
  readonly rates: number[];
  /** The rate at which the bit after the last of `bits` goes. */
  nextRate: number;
  readonly draw: () => number;
}

export class Ageing {
  readonly #part: Part;
  readonly #seed: number;
  readonly #bitsPerBlock: number;
  readonly #lives: Float64Array;
  readonly #weak = new Map<number, WeakBits>();
  /** Years of the chip when the block was first programmed since its erase. */
  readonly #programmedYears: Float64Array;
  readonly #reads: Float64Array;
  #years = 0;

  constructor(part: Part, geometry: Geometry, seed: number) {
    this.#part = part;
    this.#seed = seed;
    this.#bitsPerBlock = geometry.pagesPerBlock * geometry.pageStride * 8;
    this.#lives = new Float64Array(geometry.blockCount);
    this.#programmedYears = new Float64Array(geometry.blockCount).fill(-1);
    this.#reads = new Float64Array(geometry.blockCount);
  }

  get years(): number {
    return this.#years;
  }

  passYears(years: number): void {
    this.#years += years;
  }

  copyFrom(other: Ageing): void {
    this.#years = other.#years;
    this.#programmedYears.set(other.#programmedYears);
    this.#reads.set(other.#reads);
  }

  /** Erases after which the block begins to fail. */
  lifeCycles(blockIndex: number): number {
    const known = this.#lives[blockIndex];
    if (known !== 0) return known;
    const { enduranceCycles, ageing } = this.#part;
    const random = randomFor(this.#seed, lifeSalt, blockIndex, 0);
    const early = uniform(random) < ageing.earlyShare;
    const share = early
      ? uniform(random)
      : 1 + (ageing.lifeMedian - 1) * Math.exp(ageing.lifeSpread * normal(random));
    const life = Math.max(1, Math.round(enduranceCycles * share));
    this.#lives[blockIndex] = life;
    return life;
  }

  /** Whether an operation on a block of that erase count fails; `place` tells operations of one cycle apart. */
  failure(blockIndex: number, eraseCount: number, place: number): Failure {
    const life = this.lifeCycles(blockIndex);
    if (eraseCount <= life) return "none";
    const random = randomFor(this.#seed, blockIndex, eraseCount, place);
    if (uniform(random) >= (eraseCount - life) / (failureRamp * life)) return "none";
    return uniform(random) < this.#part.ageing.silentShare ? "silent" : "loud";
  }

  noteProgram(blockIndex: number): void {
    if (this.#programmedYears[blockIndex] < 0) this.#programmedYears[blockIndex] = this.#years;
  }

  noteRead(blockIndex: number): void {
    this.#reads[blockIndex]++;
  }

  /** `count` reads of the block at once: what a test or a fast-forward uses. */
  passReads(blockIndex: number, count: number): void {
    this.#reads[blockIndex] += count;
  }

  noteErase(blockIndex: number): void {
    this.#programmedYears[blockIndex] = -1;
    this.#reads[blockIndex] = 0;
  }

  readsSinceErase(blockIndex: number): number {
    return this.#reads[blockIndex];
  }

  /** Years that the oldest data of the block has waited; 0 where it holds none. */
  yearsSinceProgram(blockIndex: number): number {
    const since = this.#programmedYears[blockIndex];
    return since < 0 ? 0 : this.#years - since;
  }

  /** Takes up the history of a block as a chip file kept it. */
  restore(blockIndex: number, yearsSinceProgram: number | null, reads: number): void {
    this.#programmedYears[blockIndex] = yearsSinceProgram === null ? -1 : this.#years - yearsSinceProgram;
    this.#reads[blockIndex] = reads;
  }

  /** Whether the block holds data, as `restore` would have to be told. */
  holdsData(blockIndex: number): boolean {
    return this.#programmedYears[blockIndex] >= 0;
  }

  /** Bits (by number in the block) that read as one if they are zero. To look at, not to change. */
  lostBits(blockIndex: number, eraseCount: number): readonly number[] {
    const { retentionBitRate } = this.#part.ageing;
    const years = this.yearsSinceProgram(blockIndex);
    const rate = retentionBitRate * (years / this.#part.retentionYears) * this.#stress(eraseCount);
    return this.#weakest(blockIndex, retentionSalt, rate);
  }

  /** Bits (by number in the block) that read as zero if they are one. To look at, not to change. */
  disturbedBits(blockIndex: number, eraseCount: number): readonly number[] {
    const { disturbBitRate } = this.#part.ageing;
    const rate = ((disturbBitRate * this.#reads[blockIndex]) / 1e6) * this.#stress(eraseCount);
    return this.#weakest(blockIndex, disturbSalt, rate);
  }

  #stress(eraseCount: number): number {
    const wear = eraseCount / this.#part.enduranceCycles;
    return wear * wear + freshStress;
  }

  /**
   * The rates at which the bits of a block go, one after the other, are a Poisson process of density one for each bit:
   * after a rate r, about r × bits are gone.
   */
  #weakest(blockIndex: number, salt: number, rate: number): readonly number[] {
    if (rate <= 0) return noBits;
    const key = blockIndex * 2 + (salt === retentionSalt ? 0 : 1);
    let weak = this.#weak.get(key);
    if (weak === undefined) {
      const random = randomFor(this.#seed, salt, blockIndex, 0);
      const draw = (): number => -Math.log(uniform(random)) / this.#bitsPerBlock;
      weak = { bits: [], rates: [], nextRate: draw(), draw };
      this.#weak.set(key, weak);
    }
    while (weak.nextRate <= rate && weak.bits.length < this.#bitsPerBlock) {
      const place = randomFor(this.#seed, salt, blockIndex, weak.bits.length + 1);
      weak.bits.push(place.below(this.#bitsPerBlock));
      weak.rates.push(weak.nextRate);
      weak.nextRate += weak.draw();
    }
    let count = weak.bits.length;
    while (count > 0 && weak.rates[count - 1] > rate) count--;
    if (count === 0) return noBits;
    return count === weak.bits.length ? weak.bits : weak.bits.slice(0, count);
  }
}

/**
 * Reference objects that a full collection meets: a bounded list, which may overflow. Those whose referents nothing else
 * reaches are cleared, as many as the dirty lines leave room for: the referents of the others are kept alive until the
 * next collection, with all that they reach, so that what was cleared is gone for good.
 */
export class WeakSlots {
  readonly #objects: Int32Array;
  readonly #slots: Int32Array;
  #count = 0;
  /** Some were not noted. */
  overflowed = false;

  constructor(capacity: number) {
    this.#objects = new Int32Array(capacity);
    this.#slots = new Int32Array(capacity);
  }

  get count(): number {
    return this.#count;
  }

  get hasRoom(): boolean {
    return this.#count < this.#slots.length;
  }

  clear(): void {
    this.#count = 0;
    this.overflowed = false;
  }

  /** An object may be noted more than once. */
  note(object: number, slotAddress: number): void {
    if (this.#count === this.#slots.length) {
      this.overflowed = true;
      return;
    }
    this.#objects[this.#count] = object;
    this.#slots[this.#count++] = slotAddress;
  }

  /** Keeps those that `isDead` accepts. */
  keepDead(isDead: (slotAddress: number) => boolean): void {
    let kept = 0;
    for (let at = 0; at < this.#count; at++) {
      if (!isDead(this.#slots[at])) continue;
      this.#objects[kept] = this.#objects[at];
      this.#slots[kept++] = this.#slots[at];
    }
    this.#count = kept;
  }

  /** Hands out those beyond the first `limit`. */
  takeBeyond(limit: number, take: (slotAddress: number) => void): void {
    while (this.#count > limit) take(this.#slots[--this.#count]);
  }

  forEach(visit: (object: number, slotAddress: number) => void): void {
    for (let at = 0; at < this.#count; at++) visit(this.#objects[at], this.#slots[at]);
  }
}

const none = -1;

/** A version that the newest state of its process no longer shows. */
export interface OldVersion {
  readonly process: number;
  readonly line: number;
  /** The commit that wrote it. */
  readonly birth: number;
  /** The newest kept state that shows it. */
  readonly until: number;
  readonly slot: number;
}

/**
 * Versions that only older states need. Each is on the list of the newest kept state that shows it, so that dropping
 * a state touches only what hangs on it, and is found by (process, line) through a hash table. A state shows an old
 * version when it lies in birth … until. 34 bytes of RAM each.
 */
export class OldVersions {
  #process = new Uint16Array(16);
  #line = new Uint32Array(16);
  #birth = new Uint32Array(16);
  #until = new Uint32Array(16);
  #slot = new Uint32Array(16);
  /** Next of the same bucket, or of the free list. */
  #chain = new Int32Array(16).fill(none);
  /** Next of the same state's list. */
  #next = new Int32Array(16).fill(none);
  #buckets = new Int32Array(16).fill(none);
  #used = 0;
  #free = none;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  get ramBytes(): number {
    return this.#line.length * 30 + this.#buckets.byteLength;
  }

  /** Puts the version before the list that begins with `head` and returns the new head. */
  add(version: OldVersion, head: number): number {
    let index = this.#free;
    if (index !== none) this.#free = this.#chain[index];
    else {
      if (this.#used === this.#line.length) this.#grow();
      index = this.#used++;
    }
    this.#process[index] = version.process;
    this.#line[index] = version.line;
    this.#birth[index] = version.birth;
    this.#until[index] = version.until;
    this.#slot[index] = version.slot;
    this.#next[index] = head;
    this.#link(index);
    this.#count++;
    return index;
  }

  /** Takes every version off the list that begins with `head`. */
  takeAll(head: number, visit: (version: OldVersion) => void): void {
    for (let index = head; index !== none;) {
      const next = this.#next[index];
      const version = this.#at(index);
      this.#unlink(index);
      this.#chain[index] = this.#free;
      this.#free = index;
      this.#count--;
      visit(version);
      index = next;
    }
  }

  forEach(head: number, visit: (version: OldVersion) => void): void {
    for (let index = head; index !== none; index = this.#next[index]) visit(this.#at(index));
  }

  /** Slot of the version of that line that a state shows, or -1. */
  slotShownBy(process: number, line: number, state: number): number {
    for (
      let index = this.#buckets[this.#bucketOf(process, line)];
      index !== none;
      index = this.#chain[index]
    ) {
      const shown = this.#birth[index] <= state && state <= this.#until[index];
      if (shown && this.#line[index] === line && this.#process[index] === process) return this.#slot[index];
    }
    return -1;
  }

  /** Handle of that version, or -1. */
  findBirth(process: number, line: number, birth: number): number {
    for (
      let index = this.#buckets[this.#bucketOf(process, line)];
      index !== none;
      index = this.#chain[index]
    ) {
      if (this.#birth[index] === birth && this.#line[index] === line && this.#process[index] === process)
        return index;
    }
    return -1;
  }

  moveTo(handle: number, slot: number): void {
    this.#slot[handle] = slot;
  }

  slotAt(handle: number): number {
    return this.#slot[handle];
  }

  #at(index: number): OldVersion {
    return {
      process: this.#process[index],
      line: this.#line[index],
      birth: this.#birth[index],
      until: this.#until[index],
      slot: this.#slot[index],
    };
  }

  #bucketOf(process: number, line: number): number {
    const mixed = Math.imul(line ^ Math.imul(process, 0x9e37_79b1), 0x85eb_ca6b);
    return ((mixed ^ (mixed >>> 15)) >>> 0) & (this.#buckets.length - 1);
  }

  #link(index: number): void {
    const bucket = this.#bucketOf(this.#process[index], this.#line[index]);
    this.#chain[index] = this.#buckets[bucket];
    this.#buckets[bucket] = index;
  }

  #unlink(index: number): void {
    const bucket = this.#bucketOf(this.#process[index], this.#line[index]);
    if (this.#buckets[bucket] === index) {
      this.#buckets[bucket] = this.#chain[index];
      return;
    }
    let before = this.#buckets[bucket];
    while (this.#chain[before] !== index) before = this.#chain[before];
    this.#chain[before] = this.#chain[index];
  }

  /** Only when the free list is empty: every index is in use. */
  #grow(): void {
    const length = this.#line.length * 2;
    const process = new Uint16Array(length);
    process.set(this.#process);
    this.#process = process;
    this.#line = doubled(this.#line);
    this.#birth = doubled(this.#birth);
    this.#until = doubled(this.#until);
    this.#slot = doubled(this.#slot);
    const next = new Int32Array(length);
    next.set(this.#next);
    this.#next = next;
    this.#chain = new Int32Array(length);
    this.#buckets = new Int32Array(length).fill(none);
    for (let index = 0; index < this.#used; index++) this.#link(index);
  }
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(array.length * 2);
  copy.set(array);
  return copy;
}

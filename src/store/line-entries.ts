/** The lines of one transaction: what is written and where it went. Reused, so that a commit allocates nothing. */
export class LineEntries {
  #process = new Uint16Array(64);
  #line = new Uint32Array(64);
  #commit = new Uint32Array(64);
  #slot = new Uint32Array(64);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  get ramBytes(): number {
    return this.#line.length * 14;
  }

  clear(): void {
    this.#count = 0;
  }

  /** `commit` is 0 for a line that the transaction itself writes. */
  add(process: number, line: number, commit: number): number {
    if (this.#count === this.#line.length) this.#grow();
    const entry = this.#count++;
    this.#process[entry] = process;
    this.#line[entry] = line;
    this.#commit[entry] = commit;
    return entry;
  }

  place(entry: number, slot: number): void {
    this.#slot[entry] = slot;
  }

  processAt(entry: number): number {
    return this.#process[entry];
  }

  lineAt(entry: number): number {
    return this.#line[entry];
  }

  commitAt(entry: number): number {
    return this.#commit[entry];
  }

  slotAt(entry: number): number {
    return this.#slot[entry];
  }

  #grow(): void {
    const length = this.#line.length * 2;
    const process = new Uint16Array(length);
    process.set(this.#process);
    this.#process = process;
    this.#line = grown(this.#line, length);
    this.#commit = grown(this.#commit, length);
    this.#slot = grown(this.#slot, length);
  }
}

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(length);
  copy.set(array);
  return copy;
}

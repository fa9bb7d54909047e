/** A version of a line as a record on the chip tells it. */
export interface FoundVersion {
  readonly process: number;
  readonly line: number;
  /** The commit that wrote it. */
  readonly birth: number;
  readonly slot: number;
  /** Of the group that names it. */
  readonly transaction: number;
  readonly crc: number;
}

/** All versions that a scan has found, in typed arrays; lives during a mount or a check only. */
export class VersionList {
  #process = new Uint16Array(256);
  #line = new Uint32Array(256);
  #birth = new Uint32Array(256);
  #slot = new Uint32Array(256);
  #transaction = new Uint32Array(256);
  #crc = new Uint32Array(256);
  #needed = new Uint8Array(256);
  #count = 0;
  /** Indices in the order (process, line, birth, transaction); positions elsewhere count in it. */
  #order = new Uint32Array(0);

  add(version: FoundVersion): void {
    if (this.#count === this.#line.length) this.#grow();
    const index = this.#count++;
    this.#process[index] = version.process;
    this.#line[index] = version.line;
    this.#birth[index] = version.birth;
    this.#slot[index] = version.slot;
    this.#transaction[index] = version.transaction;
    this.#crc[index] = version.crc;
  }

  /** Sorts and visits each line with the positions of its versions, oldest first, copies of one version adjacent. */
  forEachLine(visit: (process: number, line: number, from: number, to: number) => void): void {
    this.#sort();
    const order = this.#order;
    for (let from = 0; from < order.length;) {
      const process = this.#process[order[from]];
      const line = this.#line[order[from]];
      let to = from + 1;
      while (to < order.length && this.#line[order[to]] === line && this.#process[order[to]] === process)
        to++;
      visit(process, line, from, to);
      from = to;
    }
  }

  birthAt(position: number): number {
    return this.#birth[this.#order[position]];
  }

  slotAt(position: number): number {
    return this.#slot[this.#order[position]];
  }

  markNeeded(position: number): void {
    this.#needed[this.#order[position]] = 1;
  }

  birthsOf(process: number): number[] {
    const births: number[] = [];
    for (let index = 0; index < this.#count; index++) {
      if (this.#process[index] === process) births.push(this.#birth[index]);
    }
    return births;
  }

  /** Versions that a kept state needs. */
  forEachNeeded(visit: (version: FoundVersion) => void): void {
    for (let index = 0; index < this.#count; index++) {
      if (this.#needed[index] === 0) continue;
      visit({
        process: this.#process[index],
        line: this.#line[index],
        birth: this.#birth[index],
        slot: this.#slot[index],
        transaction: this.#transaction[index],
        crc: this.#crc[index],
      });
    }
  }

  #sort(): void {
    const order = new Uint32Array(this.#count);
    for (let index = 0; index < order.length; index++) order[index] = index;
    const [process, line, birth, transaction] = [this.#process, this.#line, this.#birth, this.#transaction];
    this.#order = order.sort(
      (left, right) =>
        process[left] - process[right] ||
        line[left] - line[right] ||
        birth[left] - birth[right] ||
        transaction[left] - transaction[right],
    );
  }

  #grow(): void {
    const length = this.#line.length * 2;
    const process = new Uint16Array(length);
    process.set(this.#process);
    this.#process = process;
    const needed = new Uint8Array(length);
    needed.set(this.#needed);
    this.#needed = needed;
    this.#line = grown(this.#line, length);
    this.#birth = grown(this.#birth, length);
    this.#slot = grown(this.#slot, length);
    this.#transaction = grown(this.#transaction, length);
    this.#crc = grown(this.#crc, length);
  }
}

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(length);
  copy.set(array);
  return copy;
}

/** Bytes of a socket, taken by number: whoever waits for them is served when they are there, or told that they never will be. */
export class ByteStream {
  #chunks: Buffer[] = [];
  #length = 0;
  #end: Error | undefined;
  #wanted: { readonly length: number; resolve(bytes: Buffer): void; reject(error: Error): void } | undefined;

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    this.#serve();
  }

  /** No more bytes will come; the first reason counts. */
  end(error: Error): void {
    this.#end ??= error;
    const wanted = this.#wanted;
    this.#wanted = undefined;
    wanted?.reject(this.#end);
  }

  /** The next `length` bytes. One taker at a time. */
  take(length: number): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#wanted = { length, resolve, reject };
      this.#serve();
      if (this.#wanted !== undefined && this.#end !== undefined) this.end(this.#end);
    });
  }

  #serve(): void {
    const wanted = this.#wanted;
    if (wanted === undefined || this.#length < wanted.length) return;
    this.#wanted = undefined;
    wanted.resolve(this.#shift(wanted.length));
  }

  #shift(length: number): Buffer {
    if (this.#chunks[0]?.length > length) {
      const [first] = this.#chunks;
      this.#chunks[0] = first.subarray(length);
      this.#length -= length;
      return first.subarray(0, length);
    }
    const parts: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      const first = this.#chunks[0];
      const part = first.subarray(0, missing);
      parts.push(part);
      missing -= part.length;
      if (part.length === first.length) this.#chunks.shift();
      else this.#chunks[0] = first.subarray(part.length);
    }
    this.#length -= length;
    return parts.length === 1 ? parts[0] : Buffer.concat(parts, length);
  }
}

import { assert } from "../base/index.ts";
import type { VirtualHeap } from "../heap/index.ts";
import type { Channel, ProcessHeader } from "./header.ts";

/** Bytes that are read between two safe points. */
const CHUNK_BYTES = 2048;

/**
 * What the process has said and the outside may not have heard yet: one ring of bytes per channel, in the STATE section, so that it is
 * in the checkpoint. Byte `n` of a channel lies at `n mod ring size`; a checkpoint makes the bytes up to `sequence` releasable, and the
 * bytes from `released` on can be sent again after a cut.
 */
export class Outbox {
  readonly #heap: VirtualHeap;
  readonly #header: ProcessHeader;
  readonly #ringBytes: number;

  constructor(heap: VirtualHeap, header: ProcessHeader) {
    this.#heap = heap;
    this.#header = header;
    this.#ringBytes = heap.map.outboxBytes;
  }

  /**
   * Takes all of `bytes`, or nothing (false) if the ring would lose bytes that have not left the device: those from `outside` on. Bytes of
   * the last commit that have left may be overwritten here: their committed lines keep them until the next commit, which says that they left.
   */
  append(channel: Channel, bytes: Uint8Array, outside: number): boolean {
    const sequence = this.#header.sequence(channel);
    if (sequence + bytes.length - outside > this.#ringBytes) return false;
    const base = this.#ringAddress(channel);
    for (let taken = 0; taken < bytes.length;) {
      const at = (sequence + taken) % this.#ringBytes;
      const part = bytes.subarray(taken, taken + Math.min(this.#ringBytes - at, bytes.length - taken));
      this.#heap.copyIn(base + at, part);
      taken += part.length;
    }
    this.#header.setSequence(channel, sequence + bytes.length);
    return true;
  }

  /** The bytes `from … sequence` of the channel, at a safe point. `from` must not be older than `released`. */
  bytesFrom(channel: Channel, from: number): Uint8Array {
    const sequence = this.#header.sequence(channel);
    assert(
      from >= this.#header.released(channel) && from <= sequence,
      "the outbox still holds what is asked for",
    );
    const bytes = new Uint8Array(sequence - from);
    const base = this.#ringAddress(channel);
    for (let done = 0; done < bytes.length;) {
      const at = (from + done) % this.#ringBytes;
      const length = Math.min(this.#ringBytes - at, bytes.length - done, CHUNK_BYTES);
      this.#heap.safePoint(0, 0);
      bytes.set(this.#heap.copyOut(base + at, length), done);
      done += length;
    }
    return bytes;
  }

  #ringAddress(channel: Channel): number {
    return this.#heap.map.outboxStart + (channel - 1) * this.#ringBytes;
  }
}

/** A disk without erase blocks, as a server across the network exports one: any byte may be written at any time. */
export interface BlockDevice {
  readonly byteCount: number;
  /** What is read and written is whole blocks of so many bytes, a power of two; 1: any bytes. Each is written whole or not at all. */
  readonly blockBytes: number;
  /** Most bytes of one request. */
  readonly requestBytesMax: number;
  /** Whether a write may ask to be durable by itself (FUA). */
  readonly hasDurableWrites: boolean;
  /** Asks for all ranges at once, and returns when all of them are there. */
  read(ranges: readonly DiskRange[]): void;
  /**
   * Sends all requests at once, which the disk carries out in any order, so that no two of them may overlap. Returns when all are
   * acknowledged: durable are those that asked for it.
   */
  write(requests: readonly DiskWrite[]): void;
  /** Everything that was acknowledged before is durable when it returns. */
  flush(): void;
}

/** Bytes to fill from `address` on. */
export interface DiskRange {
  readonly address: number;
  readonly into: Uint8Array;
}

/** `bytes`: what is written; a number: so many zeros, for which the disk need not keep room. */
export interface DiskWrite {
  readonly address: number;
  readonly bytes: Uint8Array | number;
  readonly isDurable: boolean;
}

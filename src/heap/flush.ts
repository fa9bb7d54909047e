import type { LineCache } from "./lines.ts";

/** What a checkpoint commits. Valid until the heap is used again. */
export interface Flush {
  /** The dirty lines, ascending; `bytes` are views of the heap. May be walked more than once. */
  readonly lines: Iterable<{ readonly line: number; readonly bytes: Uint8Array }>;
  readonly lineCount: number;
  /** Lines that read as zeros from now on; none of them is among `lines`. */
  readonly drops: readonly { readonly firstLine: number; readonly lineCount: number }[];
}

/** The dirty lines and the freed ones of a cache, as they are when walked. */
export function flushOf(cache: LineCache): Flush {
  const { lineBytes, lineShift } = cache;
  const each = function* (): Generator<{ line: number; bytes: Uint8Array }> {
    for (const line of cache.dirtyLineNumbers()) {
      const address = line << lineShift;
      yield { line, bytes: cache.u8.subarray(address, address + lineBytes) };
    }
  };
  return { lines: { [Symbol.iterator]: each }, lineCount: cache.dirtyLines, drops: cache.drops() };
}

import type { StoreCore } from "./core.ts";
import { groupHeaderBytesMax, headerBytes } from "./format.ts";
import { groupLinesMax } from "./open-block.ts";

/** Entry of a line: number and CRC, each at its longest. */
const lineEntryBytes = 9;
const dropBytes = 16;
/** What else a commit of one process records: the process with its kept states and voids, the device's state. */
const recordBytesPerCommit = 400 + 2 * 128;
/** Hot and cold lines go to a block each; one more may be opened for the commit group. */
const streamBlocks = 3;

/**
 * The most device time that the programs of a commit of one process take: lines and dropped ranges, each
 * stream of lines ending one block and beginning another, and every group astride two pages. `programNanos` is what the part
 * takes for so many bytes of a page. No erase is in it: blocks were made ready.
 */
export function commitNanosMax(
  { geometry, linesPerBlock }: StoreCore,
  { lineCount, dropCount }: { readonly lineCount: number; readonly dropCount: number },
  programNanos: (byteCount: number) => number,
): number {
  const { lineBytes, pageBytes } = geometry;
  const lineNanos =
    lineBytes <= pageBytes ? programNanos(lineBytes) : (lineBytes / pageBytes) * programNanos(pageBytes);
  const linesPerGroup = Math.min(linesPerBlock, groupLinesMax);
  const groups = 2 * (Math.ceil(lineCount / linesPerGroup) + streamBlocks);
  const recordBytes =
    lineCount * lineEntryBytes +
    dropCount * dropBytes +
    recordBytesPerCommit +
    groups * (headerBytes + groupHeaderBytesMax);
  const recordPrograms = Math.ceil(recordBytes / pageBytes) + 2 * groups;
  return lineCount * lineNanos + recordPrograms * programNanos(pageBytes);
}

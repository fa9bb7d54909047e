/**
 * The heap floor: one address space per process. The in-memory heap is a cache of lines over a store that it is given
 * through a port. It promises that an absent line's bytes are gone, that a dirty line leaves RAM only by a checkpoint,
 * that lines are evicted only at safe points, and that resident lines stay within the RAM budget. Objects are born in a
 * nursery that is never flushed; what survives lies in tenured lines and never moves again. All that a process is lies in
 * its lines: `new VirtualHeap` on the committed lines gives the heap that was committed. docs/heap.md says why it is so.
 */
export { heapOptionsFor, isRamEnough, minimumRamBytes, ramLines, type HeapSizes } from "./budget.ts";
export type { Finding } from "./check.ts";
export { DROPS_PER_LINE, flushLinesFloor } from "./flush-budget.ts";
export { VirtualHeap } from "./heap.ts";
export type { HeapStats } from "./stats.ts";
export { arena } from "./memory.ts";
export type { LineSource } from "./line-source.ts";
export {
  HEADER_WORDS,
  LEASE_TABLE_BYTES,
  heapMap,
  leaseTableAddress,
  NULL_GUARD_BYTES,
  stackRange,
  type HeapMap,
  type HeapOptions,
} from "./map.ts";
export type { HeapWalk } from "./walk.ts";
export { objectBytes, type ObjectLayout, type ObjectModel } from "./objects.ts";

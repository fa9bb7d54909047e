/**
 * The store floor: lines that survive. It keeps the lines of all processes as a log over a flash chip and changes
 * only by commit: after a power cut at any instant a mount finds exactly one committed state, never an older one than
 * a mount before it showed. It levels wear and keeps several numbered states of each process.
 *
 * Make a store with `Store.format`, open it with `Store.mount`, change it with `commit`. What lies on the chip is
 * drawn in `docs/flash-format.md`.
 */
export { Store } from "./store.ts";
export type { FormatOptions, MountOptions, MountResult, StateInfo } from "./store.ts";
export type { CommitRequest, CommitResult, LineRange, ProcessCommit } from "./commit.ts";
export type { StoreStats } from "./stats.ts";
export type { StateResult } from "./states.ts";
export type { BlockDevice, DiskRange, DiskWrite } from "./block-device.ts";
export { DiskMemory } from "./disk-memory.ts";
export type { DiskCounts } from "./disk-memory.ts";
export { inspect } from "./inspect.ts";
export type { BlockReport, GroupReport, StoreReport } from "./inspect.ts";
export type { Finding } from "./live-group.ts";
export type { StoreFault } from "./log-writer.ts";
export { chipMemory } from "./chip-memory.ts";
export type { MemoryStatus, StoreMemory } from "./port.ts";

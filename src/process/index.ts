/**
 * A process: one Java program with its own virtual heap, and what its checkpoint holds.
 *
 * `installProgram` lays a program into a store heap; `Process` makes a running process of it (`begin` the first time, `resume` after a
 * power-on), runs it by ticks, and checkpoints it: flush, commit, release the output that the commit covers. The floor holds no state that
 * a checkpoint does not: throw a `Process` away after a checkpoint, make another one over the same store, and it goes on.
 * Power cuts pass through.
 */
export { Process } from "./process.ts";
export type { Carry, Checkpoint, ConsolePort, ProcessStop } from "./process.ts";
export type { Lease, LeaseKind, LeaseStatus } from "./lease.ts";
export type { Asker, CancelAnswer, GrantAnswer, LeaseEventKind, LeasePort, UseAnswer } from "./lease-port.ts";
export { ProcessHeader } from "./header.ts";
export type { Channel, ProcessStatus } from "./header.ts";
export { classClosure } from "./closure.ts";
export type { FindClass } from "./closure.ts";
export { StoredProgram, flashFull, installProgram, isProgram, programNumber } from "./program.ts";
export type { Launch, Program } from "./program.ts";
export {
  beginStoredSuspension,
  changeHeader,
  endStoredSuspension,
  keptStates,
  processNumbers,
  processSummary,
} from "./summary.ts";
export type { KeptState, ProcessSummary } from "./summary.ts";
export { heapReport } from "./heap-report.ts";
export type { HeapPath, HeapQuestion, HeapReport } from "./heap-report.ts";
export { updateProgram } from "./update.ts";
export type { Updated } from "./update.ts";

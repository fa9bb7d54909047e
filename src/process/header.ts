/**
 * The process's words in the header of its virtual heap (words 64–127, `docs/checkpoint.md`).
 * They lie in a line like everything else, so a checkpoint that commits the heap commits them too.
 */
import type { VirtualHeap } from "../heap/index.ts";

/** "DPRC": a header that carries it has been laid down by `Process.begin`. */
const PROCESS_MAGIC = 0x43525044;
const HEADER_VERSION = 1;

const WORD = {
  magic: 64,
  version: 65,
  status: 66,
  exitStatus: 67,
  generation: 68,
  resumedCount: 69,
  checkpointCount: 70,
  outputSequence: 72,
  errorSequence: 74,
  outputReleased: 76,
  errorReleased: 78,
  inputOffset: 80,
  skippedMicros: 82,
  checkpointTicks: 84,
} as const;

/** Life cycle of a process, in the glossary's words. */
export type ProcessStatus = "NEW" | "RUNNING" | "SUSPENDED" | "EXITED";
const STATUSES: readonly ProcessStatus[] = ["NEW", "RUNNING", "SUSPENDED", "EXITED"];

/** Console channels of a process: 1 is standard output, 2 standard error. */
export type Channel = 1 | 2;

/** Typed access to the header words. Counters of 64 bits are numbers, exact up to 2^53. */
export class ProcessHeader {
  readonly #heap: VirtualHeap;

  constructor(heap: VirtualHeap) {
    this.#heap = heap;
  }

  /** Whether the process was ever begun; before that its store heap holds only its program. */
  isBegun(): boolean {
    return this.#heap.header(WORD.magic) === PROCESS_MAGIC;
  }

  /** Lays the header down for a process that begins. */
  begin(generation: number): void {
    this.#heap.setHeader(WORD.magic, PROCESS_MAGIC);
    this.#heap.setHeader(WORD.version, HEADER_VERSION);
    this.#heap.setHeader(WORD.generation, generation);
    this.status = "RUNNING";
  }

  get version(): number {
    return this.#heap.header(WORD.version);
  }

  get status(): ProcessStatus {
    return this.isBegun() ? (STATUSES[this.#heap.header(WORD.status)] ?? "NEW") : "NEW";
  }

  set status(status: ProcessStatus) {
    this.#heap.setHeader(WORD.status, STATUSES.indexOf(status));
  }

  get exitStatus(): number {
    return this.#heap.header(WORD.exitStatus);
  }

  set exitStatus(status: number) {
    this.#heap.setHeader(WORD.exitStatus, status);
  }

  get generation(): number {
    return this.#heap.header(WORD.generation);
  }

  get resumedCount(): number {
    return this.#heap.header(WORD.resumedCount);
  }

  set resumedCount(count: number) {
    this.#heap.setHeader(WORD.resumedCount, count);
  }

  get checkpointCount(): number {
    return this.#heap.header(WORD.checkpointCount);
  }

  set checkpointCount(count: number) {
    this.#heap.setHeader(WORD.checkpointCount, count);
  }

  /** Ticks at the last checkpoint. */
  get checkpointTicks(): number {
    return this.#wide(WORD.checkpointTicks);
  }

  set checkpointTicks(ticks: number) {
    this.#setWide(WORD.checkpointTicks, ticks);
  }

  /** Bytes ever written to the channel. */
  sequence(channel: Channel): number {
    return this.#wide(channel === 1 ? WORD.outputSequence : WORD.errorSequence);
  }

  setSequence(channel: Channel, bytes: number): void {
    this.#setWide(channel === 1 ? WORD.outputSequence : WORD.errorSequence, bytes);
  }

  /** Bytes of the channel that were surely outside when the last checkpoint was made. */
  released(channel: Channel): number {
    return this.#wide(channel === 1 ? WORD.outputReleased : WORD.errorReleased);
  }

  setReleased(channel: Channel, bytes: number): void {
    this.#setWide(channel === 1 ? WORD.outputReleased : WORD.errorReleased, bytes);
  }

  /** Bytes of console input that the program has consumed. */
  get inputOffset(): number {
    return this.#wide(WORD.inputOffset);
  }

  set inputOffset(bytes: number) {
    this.#setWide(WORD.inputOffset, bytes);
  }

  /** Device time that passed without ticks: idle waiting, and what commits cost. Microseconds. */
  get skippedMicros(): number {
    return this.#wide(WORD.skippedMicros);
  }

  set skippedMicros(micros: number) {
    this.#setWide(WORD.skippedMicros, micros);
  }

  #wide(word: number): number {
    return (this.#heap.header(word) >>> 0) + (this.#heap.header(word + 1) >>> 0) * 2 ** 32;
  }

  #setWide(word: number, value: number): void {
    this.#heap.setHeader(word, value | 0);
    this.#heap.setHeader(word + 1, Math.floor(value / 2 ** 32) | 0);
  }
}

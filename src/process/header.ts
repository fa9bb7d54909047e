/**
 * The process's words in the header of its virtual heap (words 56–61 and 64–127, `docs/checkpoint.md`).
 * They lie in a line like everything else, so a checkpoint that commits the heap commits them too.
 */

/** "DPRC": a header that carries it has been laid down by `Process.begin`. */
const PROCESS_MAGIC = 0x43525044;
const HEADER_VERSION = 3;

const WORD = {
  // Those that every checkpoint changes lie with the machine's: they take no line of their own.
  checkpointCount: 56,
  skippedMicros: 58,
  checkpointTicks: 60,
  magic: 64,
  version: 65,
  status: 66,
  exitStatus: 67,
  generation: 68,
  resumedCount: 69,
  outputSequence: 72,
  errorSequence: 74,
  outputReleased: 76,
  errorReleased: 78,
  inputOffset: 80,
  outputBase: 86,
  errorBase: 88,
  leaseSlots: 90,
  leaseNumber: 91,
  requestSequence: 92,
  identity: 93,
  lifeCycle: 94,
  programVersion: 100,
} as const;

/**
 * Life cycle of a process, in the glossary's words. SUSPENDING is between the two commits of a suspension: the state is durable, what lies
 * outside is still held. A boot that finds it finishes the suspension. RESUMING is the like on the way back: the requests for leases are
 * durable, the process does not run before they are answered.
 */
export type ProcessStatus = "NEW" | "RUNNING" | "SUSPENDED" | "EXITED" | "SUSPENDING" | "RESUMING";
const STATUSES: readonly ProcessStatus[] = [
  "NEW",
  "RUNNING",
  "SUSPENDED",
  "EXITED",
  "SUSPENDING",
  "RESUMING",
];

/** The words of a heap's header: a heap in memory, or what a state in the store holds of it. */
export interface HeaderWords {
  header(index: number): number;
  setHeader(index: number, value: number): void;
}

/** Console channels of a process: 1 is standard output, 2 standard error. */
export type Channel = 1 | 2;

/** Typed access to the header words. Counters of 64 bits are numbers, exact up to 2^53. */
export class ProcessHeader {
  readonly #heap: HeaderWords;

  constructor(heap: HeaderWords) {
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

  /** Incarnation: the same after recovery from a cut, a new one after rollback. */
  get generation(): number {
    return this.#heap.header(WORD.generation);
  }

  set generation(generation: number) {
    this.#heap.setHeader(WORD.generation, generation);
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

  /** Where byte 0 of the channel lies in what the outside counts: other generations may have written before this one. */
  base(channel: Channel): number {
    return this.#wide(channel === 1 ? WORD.outputBase : WORD.errorBase);
  }

  setBase(channel: Channel, bytes: number): void {
    this.#setWide(channel === 1 ? WORD.outputBase : WORD.errorBase, bytes);
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

  /** Slots of the lease table that were ever used. */
  get leaseSlots(): number {
    return this.#heap.header(WORD.leaseSlots);
  }

  set leaseSlots(count: number) {
    this.#heap.setHeader(WORD.leaseSlots, count);
  }

  /** A number that no lease of the process has had. */
  drawLeaseNumber(): number {
    const number = this.#heap.header(WORD.leaseNumber) + 1;
    this.#heap.setHeader(WORD.leaseNumber, number);
    return number;
  }

  /** The sequence part of a request id, new within the generation. */
  drawRequest(): number {
    const sequence = this.#heap.header(WORD.requestSequence) + 1;
    this.#heap.setHeader(WORD.requestSequence, sequence);
    return sequence;
  }

  /** What tells the device from others of its kind at a grantor; 0 until the first request. */
  get identity(): number {
    return this.#heap.header(WORD.identity);
  }

  set identity(identity: number) {
    this.#heap.setHeader(WORD.identity, identity);
  }

  /** What the program wants to hear of its life cycle, and has not heard yet: see `life-cycle.ts`. */
  get lifeCycle(): number {
    return this.#heap.header(WORD.lifeCycle);
  }

  set lifeCycle(bits: number) {
    this.#heap.setHeader(WORD.lifeCycle, bits);
  }

  /** Version of the program whose classes the heap holds: `versionOf`. */
  get programVersion(): number {
    return this.#heap.header(WORD.programVersion);
  }

  set programVersion(version: number) {
    this.#heap.setHeader(WORD.programVersion, version);
  }

  #wide(word: number): number {
    return (this.#heap.header(word) >>> 0) + (this.#heap.header(word + 1) >>> 0) * 2 ** 32;
  }

  #setWide(word: number, value: number): void {
    this.#heap.setHeader(word, value | 0);
    this.#heap.setHeader(word + 1, Math.floor(value / 2 ** 32) | 0);
  }
}

import { UserError, EXIT, assert } from "../base/index.ts";
import { VirtualHeap } from "../heap/index.ts";
import type { HeapOptions } from "../heap/index.ts";
import type { Store } from "../store/index.ts";
import { Machine, MachineModel } from "../vm/index.ts";
import type { MachineStop } from "../vm/index.ts";
import { assertionsOn } from "./assertions.ts";
import { Broker } from "./broker.ts";
import type { BrokerOwner } from "./broker.ts";
import { ProcessHeader } from "./header.ts";
import type { Channel, ProcessStatus } from "./header.ts";
import { beginEstablishment, beginExpiry, establish, expire } from "./lease-cycle.ts";
import type { CycleStep } from "./lease-cycle.ts";
import type { Asker, LeasePort } from "./lease-port.ts";
import { LeaseTable, heapLeases } from "./lease-table.ts";
import type { Lease } from "./lease.ts";
import { LifeCycle } from "./life-cycle.ts";
import { Outbox } from "./outbox.ts";
import { StoredProgram, flashFull, lineSource, versionOf } from "./program.ts";

/** The board's console as a process sees it. */
export interface ConsolePort {
  /** Bytes leave the device; the first of them is byte `sequence` of all that the process ever said on the channel, in all its generations. */
  write(channel: Channel, bytes: Uint8Array, sequence: number): void;
  /** Bytes of the channel that the outside acknowledges to have, or undefined if it cannot say. */
  acknowledged(channel: Channel): number | undefined;
  /** Input from byte `offset` on: some bytes (`max` at most), `"end"`, or `"wait"` if none has come yet. */
  read(offset: number, max: number): Uint8Array | "end" | "wait";
  /** Whether the last read said `wait` and would say something else now; taken as true if absent. */
  hasInput?(): boolean;
  /** The device is about to be powered on: whoever reads has not been told to wait yet. */
  beforeBoot?(): void;
}

export interface ProcessOptions {
  readonly process: number;
  readonly heap: HeapOptions;
  readonly nanosPerTick: number;
  /** Java's clock at device time 0, milliseconds since 1970. */
  readonly epochMillis: number;
  /** `commit`: output is held until the checkpoint that covers it is durable. */
  readonly output: "commit" | "immediate";
  /** Class files that the store heap does not hold (binary name with slashes). */
  readonly findClass?: (name: string) => Uint8Array | undefined;
  /** Whoever grants leases to services outside the process. */
  readonly leases: LeasePort;
}

/** What outlives a discarded machine object within one power-on (`--amnesia`), and is lost at a cut. */
export interface Carry {
  /** Device time that commits have cost since the last checkpoint. */
  readonly commitMicros: number;
  /** Bytes of channel 1 and 2 that have left the device. */
  readonly outside: readonly [number, number];
}

export type ProcessStop =
  | { readonly kind: "ticks" }
  | { readonly kind: "checkpoint-due" }
  | { readonly kind: "waiting"; readonly untilMicros: number | undefined; readonly forInput: boolean }
  | { readonly kind: "exited"; readonly status: number };

export interface Checkpoint {
  readonly commit: number;
  readonly lines: number;
  /** Device time of the flush and the commit. */
  readonly micros: number;
}

const CHANNELS: readonly Channel[] = [1, 2];

/**
 * One Java program with its own virtual heap: the in-memory heap and the machine are made from lines, and can be thrown away whenever a
 * checkpoint has just been made. Order of a checkpoint (`docs/checkpoint.md`): header → flush → commit (the one commit point) → release
 * the output that it covers.
 */
export class Process {
  readonly options: ProcessOptions;
  readonly heap: VirtualHeap;
  readonly machine: Machine;
  readonly lifeCycle: LifeCycle;
  readonly #store: Store;
  readonly #console: ConsolePort;
  readonly #header: ProcessHeader;
  readonly #outbox: Outbox;
  readonly #leasing: BrokerOwner;
  readonly #broker: Broker;
  #stored: StoredProgram | undefined;
  #commitMicros: number;
  readonly #outside: [number, number];

  constructor(store: Store, console: ConsolePort, options: ProcessOptions, carry?: Carry) {
    this.options = options;
    this.#store = store;
    this.#console = console;
    this.#commitMicros = carry?.commitMicros ?? 0;
    const model = new MachineModel();
    this.heap = new VirtualHeap(options.heap, lineSource(store, options.process), model);
    this.#header = new ProcessHeader(this.heap);
    this.#outbox = new Outbox(this.heap, this.#header);
    this.machine = new Machine(this.heap, options.heap.rom, model, {
      clockNanos: () => BigInt(options.epochMillis) * 1_000_000n + BigInt(this.clockMicros) * 1000n,
      write: (channel, bytes) => this.#write(channel, bytes),
      read: (max) => this.#read(max),
      resumedCount: () => this.#header.resumedCount,
      launchWords: () => this.#program().launch.properties ?? [],
      assertsIn: (className) => assertionsOn(this.#program().launch.assertions ?? [], className),
      findClass: (name) => this.#program().find(name) ?? options.findClass?.(name),
      service: (call) => this.#broker.call(call),
    });
    this.lifeCycle = new LifeCycle(this.#header);
    this.#leasing = this.#leasingOf(options);
    this.#broker = new Broker(this.#leasing);
    this.#outside = carry ? [...carry.outside] : [this.#header.released(1), this.#header.released(2)];
  }

  #leasingOf({ leases, epochMillis }: ProcessOptions): BrokerOwner {
    const header = this.#header;
    const slots = header.isBegun() ? header.leaseSlots : 0;
    const table = new LeaseTable(heapLeases(this.heap), slots, (count) => (header.leaseSlots = count));
    const { lifeCycle } = this;
    return { header, table, port: leases, lifeCycle, epochMillis, asker: () => this.asker };
  }

  get status(): ProcessStatus {
    return this.#header.status;
  }

  get exitStatus(): number {
    return this.#header.exitStatus;
  }

  /** Number of the last checkpoint; 0 before the first. */
  get checkpointCount(): number {
    return this.#header.checkpointCount;
  }

  get resumedCount(): number {
    return this.#header.resumedCount;
  }

  get generation(): number {
    return this.#header.generation;
  }

  /** Ticks since the last checkpoint: what a cut now would cost. */
  get ticksAtRisk(): number {
    return this.machine.ticks - this.#header.checkpointTicks;
  }

  /** Whether output waits for a checkpoint. */
  get hasHeldOutput(): boolean {
    return CHANNELS.some((channel) => this.#header.sequence(channel) > (this.#outside[channel - 1] ?? 0));
  }

  /** Whether the outside can say what it has of the process's output. */
  get isAcknowledged(): boolean {
    return this.#console.acknowledged(1) !== undefined;
  }

  get carry(): Carry {
    return { commitMicros: this.#commitMicros, outside: [...this.#outside] };
  }

  /** Java's clock: ticks, idle waiting and the cost of commits; never line loads (design section 7). Microseconds. */
  get clockMicros(): number {
    const ticking = Math.floor((this.machine.ticks * this.options.nanosPerTick) / 1000);
    return ticking + this.#header.skippedMicros + this.#commitMicros;
  }

  /** What the process holds outside. */
  get leases(): readonly Lease[] {
    return this.#broker.leases;
  }

  /** The process as a grantor sees it now. */
  get asker(): Asker {
    return {
      process: this.options.process,
      generation: this.generation,
      ticks: this.machine.ticks,
      clockMicros: this.clockMicros,
      readConsole: (max) => this.#read(max),
    };
  }

  /** Before the first commit of a suspension; returns the number of leases that are to be given back. */
  beginExpiry(): number {
    this.lifeCycle.noteSuspension();
    return beginExpiry(this.#leasing.table);
  }

  /** Between the commits of a suspension. */
  expireLeases(): CycleStep {
    return expire(this.#leasing);
  }

  /** After a restore; returns the number of leases that are to be established before the process runs. */
  beginEstablishment(): number {
    return beginEstablishment(this.#leasing, this.#broker);
  }

  /** Until it says `done`; where it says `commit`, a checkpoint comes first. */
  establishLeases(): CycleStep {
    return establish(this.#leasing, this.#broker);
  }

  /** NEW → RUNNING: lays down the first frame of the program that `installProgram` put into the store. */
  begin(): void {
    assert(this.status === "NEW", "only a new process begins");
    this.#header.begin(1);
    for (const channel of CHANNELS) this.#header.setBase(channel, this.#console.acknowledged(channel) ?? 0);
    const { launch } = this.#program();
    this.#header.programVersion = versionOf(launch);
    this.machine.start(launch);
  }

  /**
   * After a rollback: what is committed of the output stays as it was said, and this incarnation speaks after it. To be committed before
   * it runs. On a console that cannot say what it has, the incarnation goes on where the state ended.
   */
  beginGeneration(generation: number): void {
    for (const channel of CHANNELS) {
      const sequence = this.#header.sequence(channel);
      const acknowledged = this.#console.acknowledged(channel);
      this.#outside[channel - 1] = sequence;
      if (acknowledged === undefined) continue;
      const heard = acknowledged - this.#header.base(channel);
      const isTailMissing = heard >= this.#header.released(channel) && heard < sequence;
      if (isTailMissing) this.#send(channel, heard);
      else this.#header.setBase(channel, Math.max(0, acknowledged - sequence));
    }
    this.#header.generation = generation;
  }

  /** Moves the process along its life cycle, from the next checkpoint on. */
  setStatus(status: "RUNNING" | "SUSPENDING" | "SUSPENDED" | "RESUMING"): void {
    this.#header.status = status;
  }

  #program(): StoredProgram {
    return (this.#stored ??= new StoredProgram(this.#store, this.options.process));
  }

  /** After a power-on: counts the resumption. */
  resume(): void {
    this.#header.resumedCount = this.#header.resumedCount + 1;
  }

  /** Sends what was committed and may not have left the device: from the acknowledged byte on. */
  resend(): void {
    for (const channel of CHANNELS) this.#resendChannel(channel);
  }

  #resendChannel(channel: Channel): void {
    const oldest = this.#header.released(channel);
    const sequence = this.#header.sequence(channel);
    const base = this.#header.base(channel);
    const outside = this.#console.acknowledged(channel);
    const acknowledged = outside === undefined ? oldest : outside - base;
    if (acknowledged < oldest || acknowledged > sequence) {
      throw new UserError({
        what: `the console file has ${outside} bytes, the image's committed output runs from byte ${base + oldest} to ${base + sequence}`,
        where: "--console",
        whatToDo:
          "give the console file that belongs to this image, or boot with --restart or without --console",
        exitStatus: EXIT.badInput,
      });
    }
    if (acknowledged < sequence) this.#send(channel, acknowledged);
    this.#outside[channel - 1] = sequence;
  }

  /** Runs for about `tickBudget` ticks: to the first poll at or after it, or to an earlier stop. */
  run(tickBudget: number): ProcessStop {
    assert(this.status === "RUNNING", "only a running process runs");
    this.#broker.pump();
    return this.#stop(this.machine.run(tickBudget));
  }

  #stop(stop: MachineStop): ProcessStop {
    switch (stop.kind) {
      case "ticks":
        return stop;
      case "checkpoint-requested":
      case "checkpoint-due":
        return { kind: "checkpoint-due" };
      case "waiting":
        return { kind: "waiting", untilMicros: this.#wakeMicros(stop), forInput: stop.forInput };
      case "exited":
        this.#header.status = "EXITED";
        this.#header.exitStatus = stop.status & 0xff;
        return { kind: "exited", status: stop.status & 0xff };
      case "failed":
        throw new UserError({
          what: stop.what,
          where: `process ${this.options.process}, tick ${this.machine.ticks}`,
          whatToDo: "mend the program, then build its image again",
          exitStatus: EXIT.software,
        });
    }
  }

  /** Sleepers, and calls to services that give up. */
  #wakeMicros({ untilNanos, forInput }: MachineStop & { readonly kind: "waiting" }): number | undefined {
    const wake = this.#microsOf(untilNanos);
    const giveUp = forInput ? this.options.leases.wakeMicrosOf(this.options.process) : undefined;
    return wake === undefined || giveUp === undefined ? (wake ?? giveUp) : Math.min(wake, giveUp);
  }

  #microsOf(nanos: bigint | undefined): number | undefined {
    if (nanos === undefined) return undefined;
    return Math.ceil(Number(nanos - BigInt(this.options.epochMillis) * 1_000_000n) / 1000);
  }

  /** Lets device time pass without ticks, to `micros` on Java's clock. */
  idleUntil(micros: number): void {
    const now = this.clockMicros;
    if (micros > now) this.#header.skippedMicros = this.#header.skippedMicros + (micros - now);
  }

  /**
   * Makes a checkpoint durable and releases the output that it covers. `deviceNanos` reads the chip's time, to charge the
   * commit; `device` is the device's own state, committed with it.
   */
  checkpoint(deviceNanos: () => number, device?: () => Uint8Array): Checkpoint {
    const before = deviceNanos();
    this.#prepareHeader();
    const flush = this.heap.beginCheckpoint();
    if (this.options.heap.paranoid === true) this.#requireSoundHeap();
    const result = this.#store.commit({
      processes: [
        { process: this.options.process, lines: flush.lines, lineCount: flush.lineCount, drops: flush.drops },
      ],
      ...(device !== undefined && { device: device() }),
    });
    if (result.kind !== "committed")
      throw flashFull(`checkpoint ${this.#header.checkpointCount}`, this.#store);
    this.heap.endCheckpoint();
    const micros = Math.round((deviceNanos() - before) / 1000);
    this.#commitMicros += micros;
    this.#release();
    return { commit: result.commit, lines: flush.lineCount, micros };
  }

  #requireSoundHeap(): void {
    const [finding] = this.heap.check();
    const where = `checkpoint ${this.#header.checkpointCount} of process ${this.options.process}`;
    assert(finding === undefined, `before ${where}: ${finding?.what}, ${finding?.where}`);
  }

  #prepareHeader(): void {
    const header = this.#header;
    header.checkpointCount = header.checkpointCount + 1;
    header.checkpointTicks = this.machine.ticks;
    header.skippedMicros = header.skippedMicros + this.#commitMicros;
    this.#commitMicros = 0;
    for (const channel of CHANNELS) header.setReleased(channel, this.#outside[channel - 1] ?? 0);
  }

  #release(): void {
    if (this.options.output === "immediate") return;
    for (const channel of CHANNELS) {
      const from = this.#outside[channel - 1] ?? 0;
      const sequence = this.#header.sequence(channel);
      if (from === sequence) continue;
      this.#send(channel, from);
      this.#outside[channel - 1] = sequence;
    }
  }

  /** What the outbox holds of the channel from byte `from` on. */
  #send(channel: Channel, from: number): void {
    this.#console.write(channel, this.#outbox.bytesFrom(channel, from), this.#header.base(channel) + from);
  }

  #write(channel: Channel, bytes: Uint8Array): boolean {
    if (this.options.output === "commit")
      return this.#outbox.append(channel, bytes, this.#outside[channel - 1] ?? 0);
    const from = this.#header.sequence(channel);
    this.#console.write(channel, bytes, this.#header.base(channel) + from);
    const sequence = from + bytes.length;
    this.#header.setSequence(channel, sequence);
    this.#outside[channel - 1] = sequence;
    return true;
  }

  #read(max: number): Uint8Array | "end" | "wait" {
    const bytes = this.#console.read(this.#header.inputOffset, max);
    if (typeof bytes !== "string") this.#header.inputOffset = this.#header.inputOffset + bytes.length;
    return bytes;
  }
}

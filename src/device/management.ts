/**
 * What can be done to the processes of a device that is off: each change is one commit, or two where the first alone is a state that a boot
 * finishes. On a device that is on, `Device` does the same to processes in RAM.
 */
import { EXIT, UserError } from "../base/index.ts";
import {
  beginStoredSuspension,
  changeHeader,
  endStoredSuspension,
  flashFull,
  heapReport,
  installProgram,
  keptStates,
  processNumbers,
  processSummary,
  programNumber,
  updateProgram,
} from "../process/index.ts";
import type {
  HeapQuestion,
  HeapReport,
  KeptState,
  ProcessSummary,
  Program,
  Updated,
} from "../process/index.ts";
import type { Store } from "../store/index.ts";
import type { CommitResult } from "../store/index.ts";
import { heapOptionsOf } from "./board.ts";
import type { Board } from "./board.ts";
import { NO_DEVICE_STATE, decodeDeviceState } from "./device-state.ts";
import { forgetState, nameState, rollBack } from "./kept-states.ts";
import type { Management } from "./live-manager.ts";
import type { Rollback } from "./kept-states.ts";
import { mountStore } from "./medium.ts";
import type { Medium } from "./medium.ts";
import type { Profile } from "./profiles.ts";

/** Process numbers of one device; the numbers of their programs lie above. */
const PROCESSES_MAX = 1000;

export interface UpdateRequest {
  readonly keepState: boolean;
  /** The device's board: it says how its heaps are laid out. */
  readonly profile: Profile;
  readonly rom: Uint8Array;
}

/** The processes of a device that is off. Every method throws `UserError` for a process or state that is not there. */
export class ProcessManager implements Management {
  readonly #store: Store;

  /** Mounts the store of the chip, which recovers it from a cut. Throws `UserError` if it is damaged. */
  constructor(chip: Medium) {
    this.#store = mountStore(chip);
  }

  /** All processes, by number. */
  list(): readonly ProcessSummary[] {
    return processNumbers(this.#store).map((process) => processSummary(this.#store, process));
  }

  get(process: number): ProcessSummary {
    const summary = this.list().find((one) => one.process === process);
    if (summary === undefined) throw this.#unknown(process);
    return summary;
  }

  /** Installs a program as a new process, which begins when the device boots. Returns its number: the lowest that is free. */
  start(program: Program): number {
    const taken = new Set([...processNumbers(this.#store), ...this.#store.processes()]);
    let process = 1;
    while (taken.has(process)) process++;
    if (process > PROCESSES_MAX)
      throw refused(process, `a device has at most ${PROCESSES_MAX} processes`, "drop one");
    installProgram(this.#store, process, program);
    return process;
  }

  /**
   * Gives a process other classes. With its state, it goes on where it was: `UserError`, and nothing is changed, where a stored object cannot
   * follow. Without, it begins anew. One commit: a cut leaves the old or the new.
   */
  update(process: number, classes: Program["classes"], { keepState, profile, rom }: UpdateRequest): Updated {
    this.get(process);
    const options = heapOptionsOf({ profile, rom }, { evictAlways: false }, this.#store.ramBytes);
    return updateProgram(this.#store, process, classes, keepState ? options : undefined);
  }

  /** What lies in the heap of a process, and what keeps it there. Throws `UserError` where it has not begun. */
  heap(
    process: number,
    { profile, rom }: Pick<Board, "profile" | "rom">,
    question?: HeapQuestion & { readonly pathsMax: number },
  ): HeapReport {
    if (this.get(process).status === "NEW")
      throw refused(process, "the process has no heap before it begins", "boot the device first");
    const options = heapOptionsOf({ profile, rom }, { evictAlways: false }, this.#store.ramBytes);
    return heapReport(this.#store, process, options, question);
  }

  /**
   * RUNNING → SUSPENDED, by the two commits of design section 9. Its turn does not come until it is resumed. Where it holds leases of other
   * machines it stays SUSPENDING, and the next boot gives them back.
   */
  suspend(process: number): void {
    this.#require(process, "RUNNING", "only a running process can be suspended");
    const [result, isAlone] = beginStoredSuspension(this.#store, process);
    this.#done(result);
    if (isAlone) this.#done(endStoredSuspension(this.#store, process));
  }

  /** SUSPENDED → RUNNING: the next boot reconstitutes it, and it goes on. */
  resume(process: number): void {
    this.#require(process, "SUSPENDED", "only a suspended process can be resumed");
    this.#done(changeHeader(this.#store, process, (header) => (header.status = "RUNNING")));
  }

  /** Ends a process from outside, with 143 as its exit status, as a program that was told to terminate. */
  stop(process: number): void {
    const { status } = this.get(process);
    if (status === "NEW" || status === "EXITED") {
      throw refused(process, `the process is ${status}`, "stop one that runs or is suspended, or drop it");
    }
    const end = { status: "EXITED", exitStatus: 143 } as const;
    this.#done(changeHeader(this.#store, process, (header) => Object.assign(header, end)));
  }

  /** The process, its program and all its states are gone. A cut between its two commits leaves a process that the next boot drops. */
  drop(process: number): void {
    this.get(process);
    this.#store.dropProcess(programNumber(process));
    this.#store.dropProcess(process);
  }

  /** Kept states of all processes, by process, oldest first. */
  states(): readonly KeptState[] {
    return processNumbers(this.#store).flatMap((process) => keptStates(this.#store, process));
  }

  /** `nameState` for one process, or for all that have begun in one commit. */
  keep(process: number | undefined, name: string): number {
    if (process !== undefined) this.get(process);
    const begun = this.list().filter(({ states }) => states.length > 0);
    return nameState(this.#store, process === undefined ? begun.map((one) => one.process) : [process], name);
  }

  /** The state is gone, named or not. */
  forget(process: number, state: number): void {
    this.get(process);
    forgetState(this.#store, process, state);
  }

  /**
   * The process is as in that state again, in a new generation that the next boot begins: what it said since then stays said. The other
   * processes stay where they are, unless all are asked for.
   */
  rollback(request: Rollback): void {
    this.get(request.process);
    const bytes = this.#store.device();
    rollBack(this.#store, (bytes && decodeDeviceState(bytes)) ?? NO_DEVICE_STATE, request);
  }

  #require(process: number, status: ProcessSummary["status"], why: string): void {
    const now = this.get(process).status;
    if (now !== status) throw refused(process, `the process is ${now}`, why);
  }

  #done(result: CommitResult): void {
    if (result.kind !== "committed") throw flashFull("changing the processes", this.#store);
  }

  #unknown(process: number): UserError {
    const numbers = processNumbers(this.#store);
    return new UserError({
      what: `there is no process ${process}`,
      where: "the image",
      whatToDo: numbers.length === 0 ? "start a program first" : `give one of ${numbers.join(", ")}`,
      exitStatus: EXIT.usage,
    });
  }
}

function refused(process: number, what: string, whatToDo: string): UserError {
  return new UserError({ what, where: `process ${process}`, whatToDo, exitStatus: EXIT.usage });
}

import { EXIT, UserError } from "../base/index.ts";
import { HEADER_WORDS, NULL_GUARD_BYTES } from "../heap/index.ts";
import type { CommitResult, StateInfo, Store } from "../store/index.ts";
import { ProcessHeader } from "./header.ts";
import type { HeaderWords, ProcessStatus } from "./header.ts";
import { beginExpiry } from "./lease-cycle.ts";
import { LeaseTable, StoredLeases, storedLeases } from "./lease-table.ts";
import type { Lease } from "./lease.ts";
import { StoredProgram, isProgram, programNumber, versionOf } from "./program.ts";

/** What the store alone says of a process: read without its heap, from the lines of its header. */
export interface ProcessSummary {
  readonly process: number;
  readonly mainClass: string;
  readonly arguments: readonly string[];
  readonly status: ProcessStatus;
  readonly exitStatus: number;
  readonly generation: number;
  readonly checkpoints: number;
  readonly ticks: number;
  /** Number of the newest state, 0 for a process that has not begun. */
  readonly state: number;
  /** Kept states, oldest first. */
  readonly states: readonly number[];
  /** Whether committed output may not have left the device yet. */
  readonly holdsOutput: boolean;
  /** What the process holds outside, and the services that it exports. */
  readonly leases: readonly Lease[];
}

/** Numbers of the processes on a device, ascending: those that have begun, and those of which only the program is there. */
export function processNumbers(store: Store): readonly number[] {
  return store
    .processes()
    .filter(isProgram)
    .map((number) => number - programNumber(0));
}

/** Throws `UserError` if there is no such process. */
export function processSummary(store: Store, process: number): ProcessSummary {
  const { launch } = new StoredProgram(store, process);
  const states = store.states(process).map(({ state }) => state);
  const header = new ProcessHeader(new StoredHeader(store, process));
  if (!header.isOurs) throw otherVersion(process);
  return {
    process,
    mainClass: launch.mainClass,
    arguments: launch.arguments,
    status: header.status,
    exitStatus: header.exitStatus,
    generation: header.generation,
    checkpoints: header.checkpointCount,
    ticks: header.checkpointTicks,
    state: states.at(-1) ?? 0,
    states,
    leases: header.isBegun() ? storedLeases(store, process, header.leaseSlots) : [],
    holdsOutput: ([1, 2] as const).some((channel) => header.sequence(channel) > header.released(channel)),
  };
}

function otherVersion(process: number): UserError {
  return new UserError({
    what: "its states are those of another version of dormouse, whose heaps are laid out otherwise",
    where: `process ${process}`,
    whatToDo: "boot it with the version that wrote it, or begin anew with dormouse boot --restart",
    exitStatus: EXIT.badInput,
  });
}

/** A state that a process can be taken back to. */
export interface KeptState extends StateInfo {
  readonly process: number;
  readonly generation: number;
  readonly checkpoint: number;
  readonly ticks: number;
  /** The state is of another version of the program than the one installed, and cannot be resumed. */
  readonly isOfOtherVersion: boolean;
}

/** Kept states of a process, oldest first. */
export function keptStates(store: Store, process: number): readonly KeptState[] {
  const version = versionOf(new StoredProgram(store, process).launch);
  return store.states(process).map((info) => {
    const header = new ProcessHeader(new StoredHeader(store, process, info.state));
    return {
      ...info,
      process,
      generation: header.generation,
      checkpoint: header.checkpointCount,
      ticks: header.checkpointTicks,
      isOfOtherVersion: header.isBegun() && header.programVersion !== version,
    };
  });
}

/**
 * Changes the header of a process that is not in RAM, by a commit of its own: a new state that differs in the header alone, and in the
 * leases where `changeLeases` changes them. The process must have begun.
 */
export function changeHeader(
  store: Store,
  process: number,
  change: (header: ProcessHeader) => void,
  changeLeases?: (table: LeaseTable) => void,
): CommitResult {
  const stored = new StoredHeader(store, process);
  const header = new ProcessHeader(stored);
  change(header);
  const leases = new StoredLeases(store, process);
  changeLeases?.(new LeaseTable(leases, header.leaseSlots, (count) => (header.leaseSlots = count)));
  const lines = new Map([...leases.lines, ...stored.lines()].map(({ line, bytes }) => [line, bytes]));
  return store.commit({
    processes: [
      {
        process,
        lines: [...lines].map(([line, bytes]) => ({ line, bytes })),
        lineCount: lines.size,
        drops: [],
      },
    ],
  });
}

/**
 * The first commit of a suspension of a process that is not in RAM: SUSPENDING, with what is to be given back. The second one follows only
 * where nobody outside the device has to hear of it (true).
 */
export function beginStoredSuspension(
  store: Store,
  process: number,
): [result: CommitResult, isAlone: boolean] {
  let isAlone = true;
  const result = changeHeader(
    store,
    process,
    (header) => (header.status = "SUSPENDING"),
    (table) => {
      beginExpiry(table);
      isAlone = table.all.every(({ kind, status }) => kind !== "remote" || status === "PARKED");
    },
  );
  return [result, isAlone];
}

/** The second commit: what the device and its processes granted is given back by being so recorded. */
export function endStoredSuspension(store: Store, process: number): CommitResult {
  return changeHeader(
    store,
    process,
    (header) => (header.status = "SUSPENDED"),
    (table) => {
      for (const { number, status } of table.all) {
        if (status === "EXPIRING" || status === "PARKING") table.change(number, { status: "DORMANT" });
        else if (status === "CANCELLING") table.remove(number);
      }
    },
  );
}

/** The header words as the newest state in the store holds them, or an older one. */
class StoredHeader implements HeaderWords {
  readonly #firstLine: number;
  readonly #lineBytes: number;
  readonly #words: Int32Array;

  constructor(store: Store, process: number, state?: number) {
    const { lineBytes } = store;
    this.#lineBytes = lineBytes;
    this.#firstLine = Math.floor(NULL_GUARD_BYTES / lineBytes);
    const bytes = new Uint8Array(Math.ceil((HEADER_WORDS * 4) / lineBytes) * lineBytes);
    for (let done = 0; done < bytes.length; done += lineBytes) {
      const line = this.#firstLine + done / lineBytes;
      const into = bytes.subarray(done, done + lineBytes);
      if (state === undefined) store.read(process, line, into);
      else store.readState(process, state, line, into);
    }
    this.#words = new Int32Array(bytes.buffer);
  }

  header(index: number): number {
    return this.#words[index] as number;
  }

  setHeader(index: number, value: number): void {
    this.#words[index] = value;
  }

  lines(): readonly { readonly line: number; readonly bytes: Uint8Array }[] {
    const bytes = new Uint8Array(this.#words.buffer);
    return Array.from({ length: bytes.length / this.#lineBytes }, (_, index) => ({
      line: this.#firstLine + index,
      bytes: bytes.slice(index * this.#lineBytes, (index + 1) * this.#lineBytes),
    }));
  }
}

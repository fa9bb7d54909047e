/**
 * A new version of a program on a device that is off. With its state: the process's heap is built in the host's memory, its classes, objects and
 * frames follow the new class files, and one commit takes program and process together. Without: one commit takes the new program and drops
 * every line of the process, which begins anew. A cut leaves all of the old or all of the new.
 */
import { EXIT, UserError, assert } from "../base/index.ts";
import { VirtualHeap } from "../heap/index.ts";
import type { HeapOptions } from "../heap/index.ts";
import type { LineRange, ProcessCommit, Store } from "../store/index.ts";
import { Machine, MachineModel } from "../vm/index.ts";
import type { ClassUpdate, MachinePorts, Refusal } from "../vm/index.ts";
import { ProcessHeader } from "./header.ts";
import { StoredProgram, flashFull, lineSource, programCommit, versionOf } from "./program.ts";
import type { Program } from "./program.ts";

/** What an update did. */
export interface Updated {
  /** Loaded classes that have changed. */
  readonly changed: readonly string[];
  /** Methods under way that differ: they go on in their old code until they return. */
  readonly underWay: readonly string[];
}

/** RAM of the host's that an update may take beside the device's: it flushes once. */
const WORKSHOP_BYTES = 64 * 2 ** 20;
const NOTHING: Updated = { changed: [], underWay: [] };

/**
 * Gives the program of `process` other classes. `options`, of the process's heap: it goes on with them; `UserError`, with nothing changed,
 * where its state cannot follow. Without: it begins anew.
 */
export function updateProgram(
  store: Store,
  process: number,
  classes: Program["classes"],
  options: HeapOptions | undefined,
): Updated {
  const { launch } = new StoredProgram(store, process);
  const program = { classes, launch: { ...launch, version: versionOf(launch) + 1 } };
  const own = programUpdate(store, process, program);
  if (!store.processes().includes(process)) return commitAll(store, program, [own], NOTHING);
  if (options === undefined) {
    const drops = linesFrom(store, process, 0);
    return commitAll(store, program, [own, { process, lines: [], lineCount: 0, drops }], NOTHING);
  }
  const workshop = new Workshop(store, process, options);
  const result = workshop.update((name) => classes.get(name));
  if (result.kind === "refused") {
    workshop.close();
    throw cannotFollow(result.refusal);
  }
  commitAll(store, program, [own, workshop.flush(program)], result);
  workshop.close();
  return { changed: result.changed, underWay: result.underWay };
}

/** The heap of a process at rest, with a machine over it. */
class Workshop {
  readonly #process: number;
  readonly #model = new MachineModel();
  readonly #heap: VirtualHeap;
  readonly #rom: Uint8Array;

  constructor(store: Store, process: number, options: HeapOptions) {
    this.#process = process;
    this.#rom = options.rom;
    const roomy = { ...options, ramBytes: options.ramBytes + WORKSHOP_BYTES };
    this.#heap = new VirtualHeap(roomy, lineSource(store, process), this.#model);
  }

  update(find: (name: string) => Uint8Array | undefined): ClassUpdate {
    const header = new ProcessHeader(this.#heap);
    if (header.status === "EXITED") return { kind: "updated", ...NOTHING };
    const result = this.#machine(find).update(find);
    if (result.kind === "refused" || result.changed.length === 0) return result;
    const refusal = this.#machine(find).verifyAgain(result.changed);
    if (refusal !== undefined) return { kind: "refused", refusal };
    const [finding] = this.#heap.check();
    assert(finding === undefined, `the heap is harmed after the update: ${finding?.what}, ${finding?.where}`);
    return result;
  }

  /** The commit that takes the heap as it is now. */
  flush(program: Program): ProcessCommit {
    const header = new ProcessHeader(this.#heap);
    header.programVersion = versionOf(program.launch);
    header.checkpointCount = header.checkpointCount + 1;
    const flush = this.#heap.beginCheckpoint();
    return { process: this.#process, lines: flush.lines, lineCount: flush.lineCount, drops: flush.drops };
  }

  close(): void {
    this.#heap.discard();
  }

  #machine(find: (name: string) => Uint8Array | undefined): Machine {
    const ports: MachinePorts = {
      clockNanos: () => 0n,
      write: () => true,
      read: () => "wait",
      resumedCount: () => 0,
      findClass: find,
    };
    return new Machine(this.#heap, this.#rom, this.#model, ports);
  }
}

/** The lines of the new program, and the old one's beyond them dropped. */
function programUpdate(store: Store, process: number, program: Program): ProcessCommit {
  const commit = programCommit(store, process, program);
  return { ...commit, drops: linesFrom(store, commit.process, commit.lineCount) };
}

/** The range of all lines of a process from `first` on. */
function linesFrom(store: Store, process: number, first: number): readonly LineRange[] {
  const last = [...store.lineNumbers(process)].at(-1) ?? -1;
  return last < first ? [] : [{ firstLine: first, lineCount: last + 1 - first }];
}

function commitAll(
  store: Store,
  program: Program,
  processes: readonly ProcessCommit[],
  done: Updated,
): Updated {
  const result = store.commit({ processes });
  if (result.kind !== "committed") throw flashFull(`updating ${program.launch.mainClass}`, store);
  return done;
}

function cannotFollow({ className, what }: Refusal): UserError {
  return new UserError({
    what: `the stored state cannot follow the new program: ${what}`,
    where: `class ${className}`,
    whatToDo: "change the class so that it can, or begin anew with --drop-state; nothing was changed",
    exitStatus: EXIT.badInput,
  });
}

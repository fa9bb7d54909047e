/** What lies in the heap of a process at rest, and what keeps it there. */
import { VirtualHeap, ramLines } from "../heap/index.ts";
import type { HeapMap, HeapOptions, HeapWalk } from "../heap/index.ts";
import type { Store } from "../store/index.ts";
import { Machine, MachineModel } from "../vm/index.ts";
import { StoredProgram, lineSource } from "./program.ts";

/** What is asked about: all objects of a class (its name with dots), or the object at an address. */
export type HeapQuestion =
  { readonly kind: "class"; readonly name: string } | { readonly kind: "object"; readonly address: number };

export interface HeapSection {
  readonly name: string;
  /** Addresses: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  readonly flushed: boolean;
  /** Lines that the store holds of it. */
  readonly storedLines: number;
  readonly storedBytes: number;
}

export interface ClassCount {
  readonly name: string;
  readonly objects: number;
  readonly bytes: number;
}

/** A way from a root to an object, the root first. */
export interface HeapPath {
  readonly address: number;
  readonly name: string;
  readonly steps: readonly { readonly slot: string; readonly address: number; readonly name: string }[];
}

export interface HeapReport {
  readonly process: number;
  readonly lineBytes: number;
  /** Reachable ones. */
  readonly objects: number;
  readonly liveBytes: number;
  /** Tenured lines that hold objects, reachable or not. */
  readonly usedLines: number;
  readonly sections: readonly HeapSection[];
  /** By bytes, the most first. */
  readonly classes: readonly ClassCount[];
  /** Lines of the heap in RAM: none while a process is at rest. `ramLines`: what its share of RAM can hold. */
  readonly residency: {
    readonly residentLines: number;
    readonly storedLines: number;
    readonly ramLines: number;
  };
  /** Answers to the question, at most as many as asked for; `matches`: how many objects it fits. */
  readonly why?: { readonly matches: number; readonly paths: readonly HeapPath[] };
}

/** RAM of the host's that the look may take beside the device's. */
const LOOK_BYTES = 64 * 2 ** 20;

/** Nothing is changed. The process must have begun. */
export function heapReport(
  store: Store,
  process: number,
  options: HeapOptions,
  question?: HeapQuestion & { readonly pathsMax: number },
): HeapReport {
  const model = new MachineModel();
  const roomy = { ...options, ramBytes: options.ramBytes + LOOK_BYTES };
  const heap = new VirtualHeap(roomy, lineSource(store, process), model);
  const program = new StoredProgram(store, process);
  const machine = new Machine(heap, options.rom, model, {
    clockNanos: () => 0n,
    write: () => true,
    read: () => "wait",
    resumedCount: () => 0,
    findClass: (name) => program.find(name),
  });
  const report = heap.inspect((walk) => {
    const look = new Look(walk, machine);
    const sections = sectionsOf(heap.map, store, process);
    const storedLines = sections.reduce((sum, section) => sum + section.storedLines, 0);
    return {
      ...{ process, lineBytes: heap.lineBytes, objects: look.objects.length, liveBytes: look.liveBytes },
      ...{ usedLines: heap.usedLines, sections, classes: look.classes() },
      residency: {
        residentLines: 0,
        storedLines,
        ramLines: ramLines(options),
      },
      ...(question !== undefined && { why: look.why(question, question.pathsMax) }),
    };
  });
  heap.discard();
  return report;
}

/** All reachable objects, each with the slot that it was found by. */
class Look {
  readonly objects: number[] = [];
  liveBytes = 0;
  readonly #walk: HeapWalk;
  readonly #machine: Machine;
  readonly #found = new Map<number, { readonly slot: number; readonly holder: number }>();

  constructor(walk: HeapWalk, machine: Machine) {
    this.#walk = walk;
    this.#machine = machine;
    walk.reach((object, slot, holder) => {
      this.objects.push(object);
      this.#found.set(object, { slot, holder });
      this.liveBytes += walk.bytesOf(object);
    });
  }

  classes(): readonly ClassCount[] {
    const counts = new Map<number, { objects: number; bytes: number }>();
    for (const object of this.objects) {
      const id = this.#walk.classIdOf(object);
      const count = counts.get(id) ?? { objects: 0, bytes: 0 };
      counts.set(id, { objects: count.objects + 1, bytes: count.bytes + this.#walk.bytesOf(object) });
    }
    return [...counts]
      .map(([id, count]) => ({ name: this.#machine.className(id), ...count }))
      .sort((left, right) => right.bytes - left.bytes || (left.name < right.name ? -1 : 1));
  }

  why(question: HeapQuestion, pathsMax: number): { matches: number; paths: readonly HeapPath[] } {
    const matches = this.objects.filter((object) =>
      question.kind === "object" ? object === question.address : this.#nameOf(object) === question.name,
    );
    return {
      matches: matches.length,
      paths: matches.slice(0, pathsMax).map((object) => this.#pathTo(object)),
    };
  }

  #pathTo(object: number): HeapPath {
    const steps: { slot: string; address: number; name: string }[] = [];
    for (let at = object; at !== 0;) {
      const { slot, holder } = this.#found.get(at) ?? { slot: 0, holder: 0 };
      steps.unshift({ slot: this.#machine.slotName(holder, slot), address: at, name: this.#nameOf(at) });
      at = holder;
    }
    return { address: object, name: this.#nameOf(object), steps };
  }

  #nameOf(object: number): string {
    return this.#machine.className(this.#walk.classIdOf(object));
  }
}

function sectionsOf(map: HeapMap, store: Store, process: number): readonly HeapSection[] {
  const bounds: readonly (readonly [string, number, number, boolean])[] = [
    ["state", map.stateStart, map.stateEnd, true],
    ["rom", map.romStart, map.romStart + map.romBytes, false],
    ["code", map.codeStart, map.codeStart + map.codeBytes, true],
    ["frames", map.framesStart, map.framesEnd, true],
    ["nursery", map.nurseryStart, map.nurseryEnd, false],
    ["tenured", map.tenuredStart, map.mapEnd, true],
  ];
  const lines = [...store.lineNumbers(process)];
  return bounds.map(([name, from, to, flushed]) => {
    const storedLines = lines.filter(
      (line) => line >= from >>> map.lineShift && line << map.lineShift < to,
    ).length;
    return { name, from, to, flushed, storedLines, storedBytes: storedLines << map.lineShift };
  });
}

/** A plain model of the store, operations drawn by seed, and one text that says all that a store or a model shows. */
import { SeededRandom, assert, readUint32, writeUint32 } from "../src/base/index.ts";
import type { CommitResult, StateResult, Store } from "../src/store/index.ts";

export type StoreOperation =
  | {
      readonly kind: "commit";
      readonly processes: readonly {
        readonly process: number;
        readonly lines: readonly { readonly line: number; readonly seed: number }[];
        readonly drops: readonly { readonly firstLine: number; readonly lineCount: number }[];
        readonly label?: string;
      }[];
      readonly device?: number;
    }
  | { readonly kind: "rollback" | "drop-state"; readonly process: number; readonly state: number }
  | { readonly kind: "drop-process"; readonly process: number }
  | { readonly kind: "idle"; readonly micros: number };

/** The bytes of a line whose first word is `seed`. */
export function lineOf(seed: number, lineBytes: number): Uint8Array {
  const bytes = new Uint8Array(lineBytes);
  for (let at = 0; at < lineBytes; at += 4) writeUint32(bytes, at, (seed + Math.imul(at, 0x9e3779b1)) >>> 0);
  return bytes;
}

interface ModelState {
  readonly commit: number;
  readonly label: string | undefined;
  readonly lines: ReadonlyMap<number, number>;
}

/** What the store should hold: snapshots in maps. */
export class StoreModel {
  readonly keepStates: number;
  readonly processes = new Map<number, ModelState[]>();
  device: number | undefined;

  constructor(keepStates: number) {
    this.keepStates = keepStates;
  }

  newest(process: number): ReadonlyMap<number, number> {
    return this.processes.get(process)?.at(-1)?.lines ?? new Map();
  }

  apply(operation: StoreOperation, commit: number): void {
    switch (operation.kind) {
      case "commit":
        for (const part of operation.processes) {
          const lines = new Map(this.newest(part.process));
          for (const { firstLine, lineCount } of part.drops) {
            for (const line of [...lines.keys()]) {
              if (line >= firstLine && line < firstLine + lineCount) lines.delete(line);
            }
          }
          for (const { line, seed } of part.lines) lines.set(line, seed);
          this.#push(part.process, { commit, label: part.label, lines });
        }
        if (operation.device !== undefined) this.device = operation.device;
        return;
      case "rollback": {
        const older = (this.processes.get(operation.process) ?? []).filter(
          (one) => one.commit <= operation.state,
        );
        const target = older.at(-1);
        assert(target?.commit === operation.state, "a model rolls back to a state it has");
        this.processes.set(operation.process, older);
        this.#push(operation.process, { commit, label: undefined, lines: target.lines });
        return;
      }
      case "drop-state": {
        const states = this.processes.get(operation.process) ?? [];
        this.processes.set(
          operation.process,
          states.filter((one) => one.commit !== operation.state),
        );
        return;
      }
      case "drop-process":
        this.processes.delete(operation.process);
        return;
      case "idle":
    }
  }

  #push(process: number, state: ModelState): void {
    const states = [...(this.processes.get(process) ?? []), state];
    this.processes.set(
      process,
      states.filter((one, index) => one.label !== undefined || index >= states.length - this.keepStates),
    );
  }

  /** Without `withNumbers`, states are told by their order only: after a power cut the same commits have other numbers. */
  text(withNumbers = true): string {
    const parts: string[] = [`device ${this.device ?? "none"}`];
    for (const process of [...this.processes.keys()].sort((left, right) => left - right)) {
      for (const { commit, label, lines } of this.processes.get(process) ?? []) {
        const list = [...lines]
          .sort(([left], [right]) => left - right)
          .map(([line, seed]) => `${line}=${seed}`);
        parts.push(
          `process ${process} state ${withNumbers ? commit : ""} ${label ?? ""} ${lines.size}: ${list.join(" ")}`,
        );
      }
    }
    return parts.join("\n");
  }
}

/** Everything a store shows, in the words of `StoreModel.text`; a line that is not a `lineOf` shows as broken. */
export function textOf(store: Store, withNumbers = true): string {
  const device = store.device();
  const parts: string[] = [`device ${device === undefined ? "none" : readUint32(device, 0)}`];
  const bytes = new Uint8Array(store.lineBytes);
  for (const process of store.processes()) {
    const states = store.states(process);
    for (const { state, label, lines } of states) {
      const isNewest = state === states.at(-1)?.state;
      const list: string[] = [];
      for (const line of store.lineNumbers(process, isNewest ? undefined : state)) {
        const found = isNewest
          ? store.read(process, line, bytes)
          : store.readState(process, state, line, bytes);
        list.push(`${line}=${found ? seedOf(bytes) : "absent"}`);
      }
      parts.push(
        `process ${process} state ${withNumbers ? state : ""} ${label ?? ""} ${lines}: ${list.join(" ")}`,
      );
    }
  }
  return parts.join("\n");
}

function seedOf(bytes: Uint8Array): string {
  const seed = readUint32(bytes, 0);
  for (let at = 4; at < bytes.length; at += 4) {
    if (readUint32(bytes, at) !== (seed + Math.imul(at, 0x9e3779b1)) >>> 0) return `broken(${seed} at ${at})`;
  }
  return String(seed);
}

/** Performs the operation on a store. */
export function perform(store: Store, operation: StoreOperation): CommitResult | StateResult | undefined {
  switch (operation.kind) {
    case "commit": {
      const device = new Uint8Array(4);
      writeUint32(device, 0, operation.device ?? 0);
      return store.commit({
        processes: operation.processes.map((part) => ({
          process: part.process,
          lines: part.lines.map(({ line, seed }) => ({ line, bytes: lineOf(seed, store.lineBytes) })),
          lineCount: part.lines.length,
          drops: part.drops,
          ...(part.label === undefined ? {} : { label: part.label }),
        })),
        ...(operation.device === undefined ? {} : { device }),
      });
    }
    case "rollback":
      return store.rollback(operation.process, operation.state);
    case "drop-state":
      return store.dropState(operation.process, operation.state);
    case "drop-process":
      return store.dropProcess(operation.process);
    case "idle":
      store.idle(operation.micros);
      return undefined;
  }
}

/** Shape of drawn operations. */
export interface Mix {
  readonly processes: number;
  readonly lines: number;
  readonly linesPerCommit: number;
}

/** The next operation, drawn so that the model can do it. */
export function draw(random: SeededRandom, model: StoreModel, mix: Mix): StoreOperation {
  const process = 1 + random.below(mix.processes);
  const states = model.processes.get(process) ?? [];
  const what = random.below(100);
  if (what < 3 && states.length > 0) return { kind: "drop-process", process };
  if (what < 10 && states.length > 1) {
    return { kind: "rollback", process, state: states[random.below(states.length)].commit };
  }
  if (what < 16 && states.length > 1) {
    return { kind: "drop-state", process, state: states[random.below(states.length - 1)].commit };
  }
  if (what < 22) return { kind: "idle", micros: random.below(200_000) };
  const first = drawPart(random, process, mix);
  const second =
    random.below(4) === 0 && mix.processes > 1 ? [drawPart(random, (process % mix.processes) + 1, mix)] : [];
  const device = random.below(4) === 0 ? { device: random.nextUint32() } : {};
  return { kind: "commit", processes: [first, ...second], ...device };
}

function drawPart(random: SeededRandom, process: number, mix: Mix) {
  const lines = new Map<number, number>();
  const wanted = random.below(mix.linesPerCommit + 1);
  const hot = Math.max(1, Math.floor(mix.lines / 8));
  for (let count = 0; count < wanted; count++) {
    const line = random.below(3) === 0 ? random.below(mix.lines) : random.below(hot);
    lines.set(line, random.nextUint32());
  }
  const drops: { firstLine: number; lineCount: number }[] = [];
  while (random.below(3) === 0) {
    drops.push({ firstLine: random.below(mix.lines), lineCount: 1 + random.below(Math.ceil(mix.lines / 6)) });
  }
  const label = random.below(12) === 0 ? { label: `label ${random.below(1000)}` } : {};
  return { process, lines: [...lines].map(([line, seed]) => ({ line, seed })), drops, ...label };
}

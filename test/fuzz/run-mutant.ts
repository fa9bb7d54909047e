/** Runs a program in a small heap of its own, without a device, and sees what becomes of it. */
import { performance } from "node:perf_hooks";
import { UserError } from "../../src/base/index.ts";
import { heapOptionsFor, VirtualHeap, type LineSource } from "../../src/heap/index.ts";
import { Machine, MachineModel, type MachineStop } from "../../src/vm/index.ts";

export interface Outcome {
  /** "failed": the main class has no main method any more. */
  readonly kind: "exited" | "ticks" | "waiting" | "failed" | "find";
  readonly status: number;
  /** What it printed. */
  readonly output: string;
  readonly errors: string;
  readonly ticks: number;
  /** What is wrong with the emulator. */
  readonly find: string;
}

export interface RunOptions {
  readonly rom: Uint8Array;
  readonly classes: ReadonlyMap<string, Uint8Array>;
  readonly main: string;
  readonly tickLimit: number;
  readonly evictAlways: boolean;
}

const STEP_TICKS = 20_000;
/** A run that takes longer than this without its ticks running out hangs. */
const HOST_SECONDS_MAX = 30;

class Lines implements LineSource {
  readonly lineBytes = 256;
  readonly lines = new Map<number, Uint8Array>();

  read(line: number, into: Uint8Array): boolean {
    const bytes = this.lines.get(line);
    if (bytes !== undefined) into.set(bytes);
    return bytes !== undefined;
  }
}

/** Never throws. */
export function runMutant(options: RunOptions): Outcome {
  const lines = new Lines();
  const said: [number[], number[]] = [[], []];
  const textOf = (channel: 0 | 1): string => Buffer.from(said[channel]).toString("utf8");
  const model = new MachineModel();
  let heap: VirtualHeap | undefined;
  let machine: Machine | undefined;
  const end = (kind: Outcome["kind"], status: number, find = ""): Outcome => {
    return { kind, status, output: textOf(0), errors: textOf(1), ticks: machine?.ticks ?? 0, find };
  };
  try {
    heap = new VirtualHeap(heapOptions(options), lines, model);
    machine = new Machine(heap, options.rom, model, {
      clockNanos: () => BigInt(machine?.ticks ?? 0) * 100n,
      write: (channel, bytes) => {
        if (said[channel - 1].length < 100_000) said[channel - 1].push(...bytes);
        return true;
      },
      read: () => "end",
      resumedCount: () => 0,
      findClass: (name) => options.classes.get(name),
    });
    machine.start({ mainClass: options.main, arguments: [] });
    const stop = runOn(heap, machine, lines, options.tickLimit);
    heap.safePoint(0, 0);
    const findings = heap.check();
    if (findings.length > 0) return end("find", 0, `heap: ${JSON.stringify(findings.slice(0, 3))}`);
    if (typeof stop === "string") return end("find", 0, stop);
    const kind =
      stop.kind === "exited" || stop.kind === "waiting" || stop.kind === "failed" ? stop.kind : "ticks";
    return end(kind, stop.kind === "exited" ? stop.status : 0);
  } catch (error) {
    if (error instanceof UserError) return end("exited", error.exitStatus);
    return end("find", 0, error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    heap?.discard();
  }
}

function heapOptions({ rom, evictAlways }: RunOptions): ReturnType<typeof heapOptionsFor> {
  const sizes = { lineBytes: 256, ramBytes: 384 * 1024, codeBytes: 0x80000, tenuredBytes: 0x100000 };
  const stacks = { mainStackBytes: 0x10000, stackBytes: 0x4000, threadSlots: 8, outboxBytes: 2048 };
  return heapOptionsFor({ ...sizes, ...stacks, rom, evictAlways });
}

function runOn(heap: VirtualHeap, machine: Machine, lines: Lines, tickLimit: number): MachineStop | string {
  const started = performance.now();
  for (let idle = 0; ;) {
    const before = machine.ticks;
    const stop = machine.run(STEP_TICKS);
    if (stop.kind === "exited") return stop;
    if (stop.kind === "failed") return stop;
    if (stop.kind === "waiting") return stop;
    if (machine.ticks >= tickLimit) return stop;
    if (stop.kind !== "ticks") checkpoint(heap, lines);
    idle = machine.ticks === before ? idle + 1 : 0;
    if (idle > 100 || performance.now() - started > HOST_SECONDS_MAX * 1000) return "hangs without ticks";
  }
}

function checkpoint(heap: VirtualHeap, lines: Lines): void {
  const flush = heap.beginCheckpoint();
  for (const { firstLine, lineCount } of flush.drops) {
    for (let line = firstLine; line < firstLine + lineCount; line++) lines.lines.delete(line);
  }
  for (const { line, bytes } of flush.lines) lines.lines.set(line, bytes.slice());
  heap.endCheckpoint();
}

import { EXIT, UserError } from "../base/index.ts";
import type { Process } from "../process/index.ts";

/** When a running process is checkpointed, besides when it asks, waits, exits, or its dirty lines reach their budget. */
export type CheckpointPolicy =
  /** With `ticksMax` the period grows with what the process has done, to that: a long run then spends little on its past. */
  | { readonly kind: "ticks"; readonly ticks: number; readonly ticksMax?: number }
  | { readonly kind: "micros"; readonly micros: number }
  | { readonly kind: "lines"; readonly lines: number }
  | { readonly kind: "request" };

/** A program of 10⁶ ticks makes 25 checkpoints. */
export const DEFAULT_POLICY: CheckpointPolicy = { kind: "ticks", ticks: 40_000 };

/** Where nothing waits for a checkpoint: as the default for the first million ticks, then a thirty-second of the ticks so far. */
export const UNHURRIED_POLICY: CheckpointPolicy = { kind: "ticks", ticks: 40_000, ticksMax: 1_000_000 };
const GROWTH_DIVISOR = 32;

/** Reads `100000t`, `50ms`, `32l` or `request`. */
export function parsePolicy(text: string): CheckpointPolicy {
  if (text === "request") return { kind: "request" };
  const match = /^([1-9][0-9]*)(t|ms|l)$/.exec(text);
  if (match === null || !Number.isSafeInteger(Number(match[1]) * 1000)) {
    throw new UserError({
      what: `"${text}" is no checkpoint policy`,
      where: "--checkpoint",
      whatToDo: "give ticks (100000t), device time (50ms), dirty lines (32l) or request",
      exitStatus: EXIT.usage,
    });
  }
  const count = Number(match[1]);
  switch (match[2]) {
    case "t":
      return { kind: "ticks", ticks: count };
    case "ms":
      return { kind: "micros", micros: count * 1000 };
    default:
      return { kind: "lines", lines: count };
  }
}

/** Waiting output is committed within this device time (design section 11). */
export const OUTPUT_HOLD_MICROS = 50_000;
/** A turn of a process while others want to run. */
export const TURN_TICKS = 20_000;
/** How often dirty lines are counted where the policy is about them. */
const LINES_LOOK_TICKS = 1000;

/** Ticks to the next moment at which the device has something to decide about a process that runs. */
export function ticksToDecision(
  policy: CheckpointPolicy,
  process: Process,
  { untilMicros = Infinity }: { readonly untilMicros?: number },
  isShared: boolean,
): number {
  const { nanosPerTick } = process.options;
  const output = Math.max(1, Math.floor((OUTPUT_HOLD_MICROS * 1000) / nanosPerTick / 4));
  const left = Math.max(1, ((untilMicros - process.clockMicros) * 1000) / nanosPerTick);
  return Math.ceil(
    Math.min(output, ticksToCheckpoint(policy, process), left, isShared ? TURN_TICKS : Infinity),
  );
}

/** Ticks after which the policy is to be asked again. */
function ticksToCheckpoint(policy: CheckpointPolicy, process: Process): number {
  if (policy.kind === "lines") return LINES_LOOK_TICKS;
  return Math.max(1, periodTicks(policy, process) - process.ticksAtRisk);
}

/** Whether the policy asks for a checkpoint now. */
export function isPeriodOver(policy: CheckpointPolicy, process: Process): boolean {
  if (policy.kind === "lines") return process.heap.dirtyLines >= policy.lines;
  return process.ticksAtRisk >= periodTicks(policy, process);
}

function periodTicks(policy: CheckpointPolicy, process: Process): number {
  switch (policy.kind) {
    case "ticks": {
      const doneTicks = process.machine.ticks - process.ticksAtRisk;
      return Math.max(policy.ticks, Math.min(policy.ticksMax ?? 0, Math.floor(doneTicks / GROWTH_DIVISOR)));
    }
    case "micros":
      return Math.max(1, Math.round((policy.micros * 1000) / process.options.nanosPerTick));
    case "lines":
    case "request":
      return Infinity;
  }
}

import { EXIT, UserError } from "../base/index.ts";

/** When a running process is checkpointed, besides when it asks, waits, exits, or its dirty lines reach their budget. */
export type CheckpointPolicy =
  | { readonly kind: "ticks"; readonly ticks: number }
  | { readonly kind: "micros"; readonly micros: number }
  | { readonly kind: "lines"; readonly lines: number }
  | { readonly kind: "request" };

/** A program of 10⁶ ticks makes 25 checkpoints. */
export const DEFAULT_POLICY: CheckpointPolicy = { kind: "ticks", ticks: 40_000 };

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

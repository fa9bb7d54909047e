import { bytesEqual, crc32, writeUint32 } from "../base/index.ts";
import type { Device } from "../device/index.ts";
import { FIRST_PROCESS } from "../device/index.ts";
import { HEADER_WORDS, NULL_GUARD_BYTES } from "../heap/index.ts";
import { ProcessHeader } from "../process/index.ts";
import type { RecordingConsole } from "./subject.ts";
import type { Verdict } from "./scenario.ts";

/** What must hold of a device after each boot (`docs/testing.md`). */
export const DEVICE_ORACLES = [
  "boots",
  "before-or-after",
  "monotonic",
  "store-check",
  "heap-check",
  "output-prefix",
  "final-output",
  "exit-status",
  "goes-on",
  "own",
] as const;

export type OracleName = (typeof DEVICE_ORACLES)[number];

/** The uncut run: what every cut run is held against. */
export interface Reference {
  readonly output: Uint8Array;
  readonly errors: Uint8Array;
  readonly exitStatus: number;
  readonly ticks: number;
  /** By checkpoint number: the content of the process's lines. Index 0 is the state that the factory left. */
  readonly states: readonly number[];
  /** The same by `courseHash`. */
  readonly courses: readonly number[];
}

export function verdict(oracle: OracleName, what: string): Verdict {
  return { oracle, what };
}

/** CRC over all lines of the process, as the store holds them. */
export function stateHash(device: Device): number {
  return hashLines(device, () => undefined);
}

/** As `stateHash`, but for how often the process was resumed, and how far the cost of commits has taken its clock. */
export function courseHash(device: Device): number {
  return hashLines(device, (number, line) => blankClock(number * line.length, line));
}

function blankClock(address: number, line: Uint8Array): void {
  if (address < NULL_GUARD_BYTES || address >= NULL_GUARD_BYTES + HEADER_WORDS * 4) return;
  const header = new ProcessHeader({
    header: () => 0,
    setHeader: (word, value) => {
      const at = NULL_GUARD_BYTES + word * 4 - address;
      if (at >= 0 && at < line.length) writeUint32(line, at, value);
    },
  });
  header.resumedCount = 0;
  header.skippedMicros = 0;
}

function hashLines(device: Device, change: (number: number, line: Uint8Array) => void): number {
  const { store } = device;
  const line = new Uint8Array(store.lineBytes);
  const key = new Uint8Array(4);
  const view = new DataView(key.buffer);
  let hash = 0;
  for (const number of [...store.lineNumbers(FIRST_PROCESS)].sort((a, b) => a - b)) {
    store.read(FIRST_PROCESS, number, line);
    change(number, line);
    view.setUint32(0, number);
    hash = crc32(line, crc32(key, hash));
  }
  return hash;
}

/** Store and heap invariants of a device that is on. */
export function checkInvariants(device: Device): Verdict[] {
  const store = device.store.check().map(({ what, where }) => verdict("store-check", `${what} (${where})`));
  const heap = device.process.heap
    .check()
    .map(({ what, where }) => verdict("heap-check", `${what} (${where})`));
  return [...store, ...heap];
}

/** What was seen outside is a prefix of what the uncut run said. */
export function checkPrefix(console: RecordingConsole, reference: Reference): Verdict[] {
  const seen = console.seen(1);
  if (bytesEqual(seen, reference.output.subarray(0, seen.length))) return [];
  return [verdict("output-prefix", `after ${seen.length} bytes the console differs from the uncut run`)];
}

/** The end: all that the uncut run said, and its exit status. */
export function checkEnd(console: RecordingConsole, exitStatus: number, reference: Reference): Verdict[] {
  const verdicts: Verdict[] = [];
  if (!bytesEqual(console.seen(1), reference.output))
    verdicts.push(verdict("final-output", "the console differs from the uncut run's"));
  if (!bytesEqual(console.seen(2), reference.errors))
    verdicts.push(verdict("final-output", "standard error differs from the uncut run's"));
  if (exitStatus !== reference.exitStatus) {
    const what = `ended with ${exitStatus}, the uncut run with ${reference.exitStatus}`;
    verdicts.push(verdict("exit-status", what));
  }
  return verdicts;
}

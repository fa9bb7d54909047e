import { SeededRandom, assert } from "../base/index.ts";
import type { FlashChip } from "../flash/index.ts";
import { Store, chipMemory } from "../store/index.ts";
import type { ChipProgram } from "./chip-scenario.ts";
import { drawLines } from "./store-workload.ts";
import type { StoreWorkload } from "./store-workload.ts";

/** Commits before the first cut, so that the store cleans and levels as it always will. */
const WARM_UP = 400;
/** Commits after each cut. */
const STEPS_AFTER_CUT = 2;
const FILL_LINES = 64;

/**
 * The workload of the store's figures as a campaign cuts it: `checkpoints` commits. After each boot all lines are read and compared: what is
 * shown is a checksum over every byte of every line.
 */
export function storeWorkloadProgram(workload: StoreWorkload): ChipProgram<Store> {
  const { part, lines, lineBytes, keepStates, dirty, pattern, checkpoints, seed } = workload;
  const random = new SeededRandom(seed);
  const commits = Array.from({ length: WARM_UP + checkpoints }, () => drawLines(random, workload));
  return {
    name: `store on ${part.name}, ${dirty} dirty lines a commit, ${pattern}`,
    part,
    stepsAfterCut: STEPS_AFTER_CUT,
    prepare: (chip) => {
      Store.format(chipMemory(chip), { lineBytes, keepStates });
      const store = mounted(chip);
      for (let first = 0; first < lines; first += FILL_LINES)
        commit(
          store,
          Array.from({ length: Math.min(FILL_LINES, lines - first) }, (_, index) => first + index),
          0,
        );
      for (const [number, drawn] of commits.slice(0, WARM_UP).entries()) commit(store, drawn, number + 1);
    },
    open: mounted,
    steps: commits.slice(WARM_UP).map(
      (drawn, index) =>
        (store: Store): void =>
          commit(store, drawn, WARM_UP + index + 1),
    ),
    show: checksumOf,
    check: (store) => store.check().map(({ where, what }) => `${where}: ${what}`),
  };
}

function mounted(chip: FlashChip, barrier = (): void => undefined): Store {
  const result = Store.mount({ ...chipMemory(chip), barrier });
  assert(result.kind === "mounted", result.kind === "damaged" ? `${result.where}: ${result.what}` : "");
  return result.store;
}

/** Each line says in each word which it is, and which commit wrote it. */
function commit(store: Store, numbers: readonly number[], mark: number): void {
  const lines = numbers.map((line) => {
    const words = new Int32Array(store.lineBytes / 4).fill(Math.imul(line + 1, 0x9e3779b1) ^ mark);
    return { line, bytes: new Uint8Array(words.buffer) };
  });
  const result = store.commit({ processes: [{ process: 1, lines, lineCount: lines.length, drops: [] }] });
  assert(result.kind === "committed", `the store is ${result.kind}`);
}

/** Two lanes of 32 bits over number and bytes of each line. */
function checksumOf(store: Store): string {
  const bytes = new Uint8Array(store.lineBytes);
  const words = new Int32Array(bytes.buffer);
  let [a, b] = [0x811c9dc5 | 0, 0x2545f491];
  for (const line of store.lineNumbers(1)) {
    store.read(1, line, bytes);
    a = Math.imul(a ^ line, 0x01000193);
    for (let at = 0; at < words.length; at++) {
      a = Math.imul(a ^ words[at], 0x01000193);
      b = Math.imul(b ^ (words[at] + a), 0x5bd1e995);
      b ^= b >>> 15;
    }
  }
  return `${store.lineCount(1)} lines, ${a >>> 0} ${b >>> 0}`;
}

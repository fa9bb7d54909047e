/**
 * The ways in which each program of the corpus must print what `java` prints, and the judge of one run. `conformance/programs.test.ts` runs a share of them,
 * `npm run long` all.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bytesEqual } from "../src/base/index.ts";
import { packageFolder } from "../src/host/index.ts";
import { commandOf, corpus, leastRamBytes, runOnDevice } from "./java-corpus.ts";
import type { CorpusProgram, RunMode, RunResult } from "./java-corpus.ts";

interface Differences {
  /** Programs that do not print what java prints, and why. */
  readonly programs: Readonly<Record<string, string>>;
  /** Programs that take too long for the modes that run them several times. */
  readonly long: readonly string[];
  /** Programs that need more threads or flash than a `spot` has. */
  readonly large: readonly string[];
  /** Programs whose largest class, frame or `new T[n][m]` needs more RAM at once than the least (docs/heap.md): they get twice the least. */
  readonly hungry: readonly string[];
}

const differences = JSON.parse(
  readFileSync(join(packageFolder(), "test", "java", "differences.json"), "utf8"),
) as Differences;

/** The programs that print what java prints, and those of them that take a second or less. */
export const programs = corpus().filter(({ name }) => !(name in differences.programs));
export const shortPrograms = programs.filter(({ name }) => !differences.long.includes(name));

export type ModeName = "plain" | "amnesia" | "evict" | "little" | "cuts";

const CHECKPOINT_TICKS = 40_000;
/** A checkpoint comes at the first poll after its time; a native between two polls may take so long. */
const POLL_SLACK_TICKS = 20_000;

/** How a program is run in a mode: on a `spot` where it fits one, since the big flash of a `desk` is slow to mount. */
export function runModeOf(program: CorpusProgram, mode: ModeName, seed: number): RunMode {
  const profile = differences.large.includes(program.name) ? "desk" : "spot";
  switch (mode) {
    case "plain":
      return {};
    case "amnesia":
      return { profile, amnesia: true };
    case "evict":
      return { profile, evictAlways: true };
    case "little":
      return {
        profile,
        ramBytes: leastRam(profile) * (differences.hungry.includes(program.name) ? 2 : 1),
      };
    case "cuts":
      return { profile, cuts: 20, seed };
  }
}

const leastRamKnown = new Map<string, number>();

/** What the store's map takes of RAM for the lines of the largest of the programs. */
const PROGRAM_MAP_BYTES = 2048;

/** The floor: a tenth of what any of these programs has alive is less. */
function leastRam(profile: string): number {
  const known = leastRamKnown.get(profile) ?? leastRamBytes(profile) + PROGRAM_MAP_BYTES;
  leastRamKnown.set(profile, known);
  return known;
}

/** Runs the program and says what is wrong, with the command that shows it again; undefined if nothing is. */
export async function complaint(
  classes: string,
  program: CorpusProgram,
  mode: RunMode,
): Promise<string | undefined> {
  const command = commandOf(program, mode);
  try {
    const wrong = judge(program, await runOnDevice(classes, program, mode));
    return wrong === undefined ? undefined : `${command}: ${wrong}`;
  } catch (error) {
    return `${command}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/** Runs the program twice: the same seed gives the same counts and the same flash, to the bit. */
export async function complaintTwice(
  classes: string,
  program: CorpusProgram,
  mode: RunMode,
): Promise<string | undefined> {
  const [one, two] = [await runOnDevice(classes, program, mode), await runOnDevice(classes, program, mode)];
  if (JSON.stringify(one.stats) !== JSON.stringify(two.stats))
    return `${commandOf(program, mode)}: other counts the second time`;
  return one.flash === two.flash ? undefined : `${commandOf(program, mode)}: another flash the second time`;
}

function judge(program: CorpusProgram, result: RunResult): string | undefined {
  const { status, output, stats } = result;
  if (status !== program.status) return `status ${status}, not ${program.status}`;
  if (!bytesEqual(output, program.output)) return "prints something else than java";
  if (stats.cutsAsked === 0) return undefined;
  if (stats.cuts === 0) return "no cut came";
  // A program that ended before all cuts came may have got by its first checkpoint in the last boot only.
  const mustResume = stats.cuts === stats.cutsAsked && stats.ticks > 3 * CHECKPOINT_TICKS;
  if (mustResume && stats.resumedFrom === 0)
    return `it was not resumed: ${stats.checkpoints} checkpoints, ${stats.ticks} ticks`;
  if (stats.ticksLostMax > CHECKPOINT_TICKS + POLL_SLACK_TICKS)
    return `one cut cost ${stats.ticksLostMax} ticks`;
  return undefined;
}

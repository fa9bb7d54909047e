import { UserError } from "../base/index.ts";
import type { FlashChip } from "../flash/index.ts";
import type { Device, DeviceStop, RunLimit } from "../device/index.ts";
import { checkEnd, checkInvariants, checkPrefix, courseHash, stateHash, verdict } from "./oracle.ts";
import type { Reference } from "./oracle.ts";
import type { Readings, Verdict } from "./scenario.ts";
import type { RecordingConsole, Subject } from "./subject.ts";
import { deviceOf } from "./subject.ts";

/** Boots of one cut before the device runs on; the last of them does. One more looks at what that left. */
const BOOTS = 3;

/** Commits that a trial makes after its boots where it does not run to the program's end. */
const COMMITS = 3;
/** Of the trials whose course no earlier trial and not the uncut run vouches for, one in so many runs to the end; the first one does. */
const TO_THE_END_EVERY = 40;

/** What trials of one campaign share: the courses from a resumed state on, by state and what had been said. */
export class KnownCourses {
  readonly #firstCommits = new Map<string, Set<number>>();
  #newCourses = 0;

  /** Whether a trial from that state, whose first commit held the same, came to a good end. */
  has(key: string, firstCommit: number): boolean {
    return this.#firstCommits.get(key)?.has(firstCommit) === true;
  }

  add(key: string, firstCommit: number): void {
    const known = this.#firstCommits.get(key) ?? new Set();
    this.#firstCommits.set(key, known.add(firstCommit));
  }

  /** The first trial of all runs to the end, whatever is known. */
  get hasAny(): boolean {
    return this.#firstCommits.size > 0;
  }

  /** Whether a trial on a new course runs to the end. */
  isToTheEnd(): boolean {
    return this.#newCourses++ % TO_THE_END_EVERY === 0;
  }
}

export interface Trial {
  readonly subject: Subject;
  readonly reference: Reference;
  /** The chip as the cut left it. */
  readonly chip: FlashChip;
  /** What was seen outside before the cut; the trial goes on writing to it. */
  readonly console: RecordingConsole;
  /** Checkpoints that were acknowledged before the cut: none of them may be missing after it. */
  readonly acknowledged: number;
  readonly readings: Readings;
  readonly courses: KnownCourses;
}

/**
 * Boots a chip that was cut three times, looks each time, lets the third boot run on, and looks once more at what that left. An oracle's no
 * ends the trial. Assertions that fail on the way are verdicts, since a campaign's user wants the cut that makes them fail.
 */
export function runTrial(trial: Trial): readonly Verdict[] {
  let least = trial.acknowledged;
  for (let boot = 1; boot <= BOOTS; boot++) {
    trial.chip.probe.unstableBits = trial.readings[boot - 1] ?? "any";
    const device = deviceOf(trial.subject, trial.chip, trial.console);
    const verdicts = guarded(() => {
      const failed = attempt(device, { ticks: 0 }) ?? look(trial, device, least, boot);
      if (failed !== undefined) return [failed];
      least = device.process.checkpointCount;
      return boot === BOOTS ? goOn(trial, device) : [];
    });
    if (verdicts.length > 0 || boot < BOOTS) device.powerOff();
    if (verdicts.length > 0) return verdicts;
    if (boot === BOOTS) return guarded(() => lookAtEnd(trial, device));
  }
  return [];
}

/** What was committed after the cut is there at the next boot. */
function lookAtEnd(trial: Trial, before: Device): readonly Verdict[] {
  const left = [before.process.checkpointCount, stateHash(before)];
  before.powerOff();
  trial.chip.probe.unstableBits = "zeros";
  const device = deviceOf(trial.subject, trial.chip, trial.console);
  const failed = attempt(device, { ticks: 0 });
  const found = failed === undefined ? [device.process.checkpointCount, stateHash(device)] : left;
  device.powerOff();
  if (failed !== undefined) return [failed];
  if (found[0] === left[0] && found[1] === left[1]) return [];
  return [verdict("monotonic", `what was committed after the cut (checkpoint ${left[0]}) is gone`)];
}

/** The first oracle that says no of a device that has just booted. */
function look(trial: Trial, device: Device, least: number, boot: number): Verdict | undefined {
  const wrong = checkState(trial, device, least, boot);
  if (wrong !== undefined) return wrong;
  const invariants = boot === 1 ? checkInvariants(device) : [];
  const own = trial.subject.check?.(device) ?? [];
  return [
    ...invariants,
    ...checkPrefix(trial.console, trial.reference),
    ...own.map((what) => verdict("own", what)),
  ][0];
}

function checkState(trial: Trial, device: Device, least: number, boot: number): Verdict | undefined {
  const checkpoint = device.process.checkpointCount;
  if (checkpoint < least) {
    return verdict(
      boot === 1 ? "before-or-after" : "monotonic",
      `boot ${boot} shows checkpoint ${checkpoint}, ${least} was shown before`,
    );
  }
  if (checkpoint > trial.acknowledged + 1) {
    return verdict(
      "before-or-after",
      `boot ${boot} shows checkpoint ${checkpoint}, ${trial.acknowledged + 1} was under way`,
    );
  }
  if (stateHash(device) === trial.reference.states[checkpoint]) return undefined;
  return verdict("before-or-after", `checkpoint ${checkpoint} does not hold what the uncut run put there`);
}

/**
 * Runs on from a state that is known to be the uncut run's. What the process does from there is a function of that state: where its first
 * commit holds what the uncut run's next one held, or what that of an earlier trial from the same state held, the rest is known.
 */
function goOn(trial: Trial, device: Device): readonly Verdict[] {
  const { courses, reference } = trial;
  const key = `${device.process.checkpointCount} ${trial.console.key}`;
  let first: number | undefined;
  let commits = 0;
  let commitsMax = COMMITS;
  device.stopAtCheckpoint = () => {
    commits++;
    if (first !== undefined) return commits >= commitsMax;
    first = stateHash(device);
    const isUncut = reference.courses[device.process.checkpointCount] === courseHash(device);
    if (courses.hasAny && (isUncut || courses.has(key, first))) return true;
    if (courses.isToTheEnd()) commitsMax = Infinity;
    return false;
  };
  let stop: DeviceStop | undefined;
  const failed = attempt(device, {}, (value) => (stop = value));
  if (failed !== undefined) return [failed];
  const verdicts = atEnd(trial, device, stop);
  if (verdicts.length === 0 && first !== undefined) courses.add(key, first);
  return verdicts;
}

function atEnd(trial: Trial, device: Device, stop: DeviceStop | undefined): readonly Verdict[] {
  const { console, reference } = trial;
  const invariants = checkInvariants(device);
  if (stop?.kind === "paused") return [...checkPrefix(console, reference), ...invariants];
  if (stop?.kind === "exited") return [...checkEnd(console, stop.status, reference), ...invariants];
  return [verdict("goes-on", "the program did not end as the uncut run did")];
}

/** What is thrown while judging is a verdict too: a store that fails an assertion when it is read, say. */
function guarded(judge: () => readonly Verdict[]): readonly Verdict[] {
  try {
    return judge();
  } catch (error) {
    return [verdict("boots", describe(error))];
  }
}

function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return error instanceof UserError ? `refused: ${text}` : `failed inside: ${text}`;
}

/** Runs the device; what is thrown is a verdict. */
export function attempt(
  device: Device,
  limit: RunLimit,
  onStop?: (stop: DeviceStop) => void,
): Verdict | undefined {
  try {
    const stop = device.run(limit);
    onStop?.(stop);
    return undefined;
  } catch (error) {
    return verdict("boots", describe(error));
  }
}

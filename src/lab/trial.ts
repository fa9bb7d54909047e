import { UserError } from "../base/index.ts";
import type { FlashChip } from "../flash/index.ts";
import type { Device } from "../device/index.ts";
import { checkEnd, checkInvariants, checkPrefix, stateHash } from "./oracle.ts";
import type { Reference, Verdict } from "./oracle.ts";
import type { RecordingConsole, Subject } from "./subject.ts";
import { deviceOf } from "./subject.ts";

/** Boots of one cut that only look, before the one that runs on. */
const LOOKING_BOOTS = 3;
/** Checkpoints that every trial makes after its boots, also where the rest is known already. */
const CHECKPOINTS_ON = 2;

/** State that trials of one campaign share: ends that are known already, by the content that a boot found. */
export interface Known {
  readonly ends: Map<string, readonly Verdict[]>;
  /** Trials whose end was known. */
  shared: number;
}

export function nothingKnown(): Known {
  return { ends: new Map(), shared: 0 };
}

export interface Trial {
  readonly subject: Subject;
  readonly reference: Reference;
  /** The chip as the cut left it. */
  readonly chip: FlashChip;
  /** What was seen outside before the cut. */
  readonly console: RecordingConsole;
  /** Checkpoints that were acknowledged before the cut: none of them may be missing after it. */
  readonly acknowledged: number;
  readonly known: Known;
}

/**
 * Boots a chip that was cut three times and looks, then runs on. An oracle's no ends the trial. Assertions that fail on the way are verdicts,
 * since a campaign's user wants the cut that makes them fail.
 */
export function runTrial(trial: Trial): readonly Verdict[] {
  let least = trial.acknowledged;
  for (let boot = 1; boot <= LOOKING_BOOTS; boot++) {
    const looked = look(trial, least, boot);
    if (looked.verdicts.length > 0) return looked.verdicts;
    least = looked.checkpoint;
  }
  return goOn(trial);
}

function look(
  trial: Trial,
  least: number,
  boot: number,
): { verdicts: readonly Verdict[]; checkpoint: number } {
  const device = deviceOf(trial.subject, trial.chip, trial.console);
  const failed = attempt(device, { ticks: 0 });
  if (failed !== undefined) return { verdicts: [failed], checkpoint: least };
  const checkpoint = device.process.checkpointCount;
  const verdicts = [
    ...checkState(trial, device, least, checkpoint, boot),
    ...checkInvariants(device),
    ...checkPrefix(trial.console, trial.reference),
  ];
  device.powerOff();
  return { verdicts, checkpoint };
}

function checkState(
  trial: Trial,
  device: Device,
  least: number,
  checkpoint: number,
  boot: number,
): Verdict[] {
  if (checkpoint < least) {
    const oracle = boot === 1 ? "before-or-after" : "monotonic";
    return [{ oracle, what: `boot ${boot} shows checkpoint ${checkpoint}, ${least} was shown before` }];
  }
  if (checkpoint > trial.acknowledged + 1) {
    return [
      {
        oracle: "before-or-after",
        what: `boot ${boot} shows checkpoint ${checkpoint}, ${trial.acknowledged + 1} was under way`,
      },
    ];
  }
  if (stateHash(device) !== trial.reference.states[checkpoint]) {
    return [
      {
        oracle: "before-or-after",
        what: `checkpoint ${checkpoint} does not hold what the uncut run put there`,
      },
    ];
  }
  return [];
}

function goOn(trial: Trial): readonly Verdict[] {
  const device = deviceOf(trial.subject, trial.chip, trial.console);
  const failed = attempt(device, { ticks: 0 });
  if (failed !== undefined) return [failed];
  const key = `${device.process.checkpointCount}/${trial.console.seen(1).length}`;
  const known = trial.known.ends.get(key);
  let left = CHECKPOINTS_ON;
  if (known !== undefined) device.stopAtCheckpoint = () => --left < 0;
  const verdicts = runOn(trial, device, known !== undefined);
  if (known !== undefined) trial.known.shared++;
  else trial.known.ends.set(key, verdicts);
  return verdicts;
}

function runOn(trial: Trial, device: Device, isEndKnown: boolean): readonly Verdict[] {
  const failed = attempt(device, {});
  if (failed !== undefined) return [failed];
  const { process } = device;
  if (process.status === "EXITED")
    return [...checkEnd(trial.console, process.exitStatus, trial.reference), ...checkInvariants(device)];
  if (!isEndKnown) return [{ oracle: "goes-on", what: "the program did not end as the uncut run did" }];
  return [...checkPrefix(trial.console, trial.reference), ...checkInvariants(device)];
}

/** Boots and does nothing else. What goes wrong is for the trial that boots the same chip. */
export function powerOnOnly(device: Device): void {
  attempt(device, { ticks: 0 });
}

function attempt(device: Device, limit: { ticks?: number }): Verdict | undefined {
  try {
    device.run(limit);
    return undefined;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return {
      oracle: "boots",
      what: error instanceof UserError ? `refused: ${text}` : `failed inside: ${text}`,
    };
  }
}

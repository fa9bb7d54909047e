import { parseCut } from "../flash/index.ts";
import type { Device } from "../device/index.ts";
import type { Reference, Verdict } from "./oracle.ts";
import { runReference } from "./reference.ts";
import { RecordingConsole, deviceOf, forkChip } from "./subject.ts";
import type { Subject } from "./subject.ts";
import { nothingKnown, runTrial } from "./trial.ts";

/** What a replayed cut did. `reached` is false if the run ended before the cut came. */
export interface ReplayReport {
  readonly reached: boolean;
  readonly acknowledged: number;
  readonly verdicts: readonly Verdict[];
}

/** Runs the subject from its first power-on to the cut, each further point in the boot after the one before, and judges as a campaign does. */
export function replayCut(subject: Subject, cutText: string): ReplayReport {
  const reference: Reference = runReference(subject);
  const chip = forkChip(subject);
  const console = new RecordingConsole(subject.input);
  let acknowledged = 0;
  let device: Device | undefined;
  for (const [index, cut] of parseCut(cutText).entries()) {
    device = deviceOf(subject, chip, console);
    const stop = index === 0 ? device.run({ cut }) : device.run({ cut, ticks: 0 });
    if (stop.kind !== "cut") return { reached: false, acknowledged, verdicts: [] };
    if (index === 0) acknowledged = device.acknowledgedCheckpoint;
  }
  const verdicts = runTrial({ subject, reference, chip, console, acknowledged, known: nothingKnown() });
  return { reached: true, acknowledged, verdicts };
}

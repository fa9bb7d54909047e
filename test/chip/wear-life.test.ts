/**
 * The estimate of a chip's life against a chip that is really worn out, on two workloads and a part that endures 200 erases: within a tenth.
 * On programs of checked-in images: no JDK needed.
 */
import { join } from "node:path";
import t from "tap";
import { MemoryCarrier, definePart, partByName } from "../../src/flash/index.ts";
import type { Part } from "../../src/flash/index.ts";
import {
  DEFAULT_POLICY,
  chipFor,
  installedProgram,
  manufacture,
  profileNamed,
} from "../../src/device/index.ts";
import type { Profile } from "../../src/device/index.ts";
import { copyDevice, packageFolder, readRom } from "../../src/host/index.ts";
import { measureWear, runUntilWorn } from "../../src/lab/index.ts";
import type { WearSubject } from "../../src/lab/index.ts";

const ENDURANCE = 200;
const tiny = profileNamed("tiny") as Profile;

function subjectOf(name: string, words: readonly string[]): WearSubject {
  const program = installedProgram(copyDevice(join(packageFolder(), "images", `${name}.img`)).chip);
  const part = definePart({ ...(partByName(tiny.part) as Part), enduranceCycles: ENDURANCE });
  const carrier = MemoryCarrier.forPart(part);
  manufacture(chipFor(tiny, carrier), tiny, { ...program, launch: { ...program.launch, arguments: words } });
  return {
    ...{ profile: tiny, rom: readRom(), carrier, part, checkpoint: DEFAULT_POLICY },
    isOver: () => false,
  };
}

const workloads: readonly (readonly [string, readonly string[]])[] = [
  ["meter", ["1"]],
  ["ledger", ["6", "300", "2"]],
];
for (const [name, words] of workloads)
  t.test(`${name} ${words.join(" ")}`, async (t) => {
    const subject = subjectOf(name, words);
    const { life } = measureWear(subject);
    const worn = runUntilWorn(subject, life);
    const { rated, firstFailure, endOfLife, estimatedMicros } = worn;
    const ratio = (rated?.micros ?? 0) / estimatedMicros;
    t.comment(
      `${worn.runs} runs, ${worn.runsSkipped} skipped; worn after ${ratio.toFixed(3)} of the estimate`,
    );
    t.ok(ratio > 0.9 && ratio < 1.1, `worn after ${ratio.toFixed(3)} of the estimate`);
    t.ok(worn.isComplete);
    t.ok((firstFailure?.micros ?? 0) >= (rated?.micros ?? 0), "no block fails before it has had its erases");
    t.ok((endOfLife?.micros ?? 0) > (firstFailure?.micros ?? 0), "one bad block is not the end");
    t.match(endOfLife?.why, /full|worn/);
    t.ok((endOfLife?.badBlocks ?? 0) > 10, `${endOfLife?.badBlocks} bad blocks at the end`);
  });

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { MemoryCarrier, parseCut } from "../flash/index.ts";
import type { FlashChip } from "../flash/index.ts";
import { minimise, replayCut, simplestOfEachKind, uncutRows } from "../lab/index.ts";
import type { ReportBuilder } from "../lab/index.ts";
import { createImage } from "./image-file.ts";
import { boardOf, scenarioOf } from "./subject.ts";
import type { SubjectRequest } from "./subject.ts";

/** Kinds of failures that are made smaller and traced. */
const KINDS_EXAMINED = 5;

/** Puts, for each kind of failure, the smallest cut that shows it and its trace into the report, and its chip into `keepIn`. */
export async function examineFailures(
  request: SubjectRequest,
  builder: ReportBuilder,
  keepIn: string | undefined,
): Promise<void> {
  const scenario = await scenarioOf(request);
  uncutRows(scenario);
  for (const failure of simplestOfEachKind(builder.failures).slice(0, KINDS_EXAMINED)) {
    const smaller = minimise(scenario, failure);
    const { chip } = replayCut(scenario, parseCut(smaller.replay));
    const image =
      keepIn === undefined || chip === undefined
        ? undefined
        : keepChip(request, keepIn, smaller.replay, chip);
    builder.replaceFailure(failure.replay, { ...smaller, ...(image !== undefined && { image }) });
  }
}

/** Writes a chip as an image file named by its cut, and returns the path. An image from before is replaced. */
export function keepChip(request: SubjectRequest, directory: string, cut: string, chip: FlashChip): string {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, `${cut.replaceAll("/", "+")}.img`);
  createImage(
    path,
    { part: chip.part, ...boardOf(request), chip: MemoryCarrier.copyOf(chip.carrier) },
    { replace: true },
  );
  return path;
}

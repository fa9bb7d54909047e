/**
 * Experiments on devices. A *campaign* cuts the power of a device at every program and erase of a run, in every torn shape, boots it again
 * and judges what it finds by oracles; each failure is one line that `replayCut` reproduces. Everything runs on forks of a chip in memory,
 * is synchronous, and is a function of subject and plan.
 */
export { runCampaign } from "./campaign.ts";
export type { CampaignFailure, CampaignPlan, CampaignReport } from "./campaign.ts";
export { CutDrawer } from "./cut-drawer.ts";
export { checkInvariants, stateHash } from "./oracle.ts";
export type { OracleName, Reference, Verdict } from "./oracle.ts";
export { runReference } from "./reference.ts";
export { replayCut } from "./replay.ts";
export type { ReplayReport } from "./replay.ts";
export { RecordingConsole, deviceOf, forkChip } from "./subject.ts";
export type { Subject } from "./subject.ts";
export { measureWear, runUntilWorn } from "./wear.ts";
export type { WearReport, WearSubject, WornReport } from "./wear.ts";
export { MICROS_PER_YEAR } from "./wear-figures.ts";

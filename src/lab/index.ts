/**
 * Experiments on devices and on whatever uses a chip. A *campaign* cuts the power of a `Scenario` at every program and erase of its run, in
 * every torn shape, boots it again and judges what it finds by oracles; each failure is one line that `replayCut` reproduces. Everything runs
 * on forks of a chip in memory, is synchronous, and is a function of scenario and plan.
 */
export { pointCountOf, runCampaign, uncutRows } from "./campaign.ts";
export type { CampaignPort, FoundFailure, OperationRow, TriedCut } from "./campaign.ts";
export { chipScenario } from "./chip-scenario.ts";
export type { ChipProgram, StepMark } from "./chip-scenario.ts";
export { CutDrawer } from "./cut-drawer.ts";
export { DeviceScenario } from "./device-scenario.ts";
export { minimise, simplestOfEachKind } from "./failures.ts";
export type { ReportedFailure } from "./failures.ts";
export { Grantor } from "./grantor.ts";
export type { GrantedLease, GrantorAnswer, GrantorOptions } from "./grantor.ts";
export { GrantorLink } from "./grantor-link.ts";
export type { GrantorMood } from "./grantor-link.ts";
export { checkInvariants, stateHash } from "./oracle.ts";
export { ChosenPoints } from "./plan.ts";
export type { CampaignPlan, Shard } from "./plan.ts";
export { replayCut } from "./replay.ts";
export type { ReplayReport, TracedOperation } from "./replay.ts";
export { REPORT_FORMAT, ReportBuilder, familyOf, mergeReports, shapesOfRow } from "./report.ts";
export type { CampaignReport } from "./report.ts";
export type { AtOperation, Operation, Readings, RunEnd, RunOptions, Scenario, Verdict } from "./scenario.ts";
export { storeBaselines } from "./store-baselines.ts";
export type { StoreBaseline } from "./store-baselines.ts";
export { storeWorkloadProgram } from "./store-cuts.ts";
export { runStoreWorkload, storePatterns, workloadProblem } from "./store-workload.ts";
export type { StoreFigures, StorePattern, StoreWorkload } from "./store-workload.ts";
export { RecordingConsole } from "./subject.ts";
export type { Subject } from "./subject.ts";
export { VolatileDisk } from "./volatile-disk.ts";
export type { VolatileDiskOptions } from "./volatile-disk.ts";
export { measureWear } from "./wear.ts";
export type { WearReport } from "./wear.ts";
export type { WearSubject } from "./wear-device.ts";
export { runUntilWorn } from "./wear-worn.ts";
export type { WearMilestone, WornReport } from "./wear-worn.ts";
export { MICROS_PER_YEAR } from "./wear-figures.ts";
export { CALM, SimulatedNetwork } from "./network.ts";
export type { NetworkFaults } from "./network.ts";
export { runNetworked } from "./networked.ts";
export type { Networked, NetworkedEnd } from "./networked.ts";

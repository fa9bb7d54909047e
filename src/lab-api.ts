/**
 * What `import "dormouse-emulator/lab"` gives: campaigns, scenarios and reports, and `expectSurvivesEveryCut` for test runners, which runs a
 * campaign over a Java program in workers.
 */
export * from "./lab/index.ts";
export { CutNotSurvived, expectSurvivesEveryCut } from "./host/index.ts";
export type { ProgramToCut, SurvivalOptions } from "./host/index.ts";

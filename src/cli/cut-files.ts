import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { EXIT, UserError } from "../base/index.ts";
import { campaignPage, campaignXml } from "../host/index.ts";
import { REPORT_FORMAT } from "../lab/index.ts";
import type { CampaignReport } from "../lab/index.ts";

/** Where a report goes; `json` "-" is standard output. */
export interface ReportFiles {
  readonly json?: string;
  readonly junit?: string;
  readonly html?: string;
}

export function writeReports(files: ReportFiles, report: CampaignReport): void {
  if (files.json !== undefined) writeJson(files.json, report);
  if (files.junit !== undefined) writeWhole(files.junit, campaignXml(report));
  if (files.html !== undefined) writeWhole(files.html, campaignPage(report));
}

export function writeJson(path: string, value: object): void {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (path === "-") process.stdout.write(text);
  else writeWhole(path, text);
}

/** The file is the old one or the new one, never half of it. Throws `UserError`. */
function writeWhole(path: string, text: string): void {
  const fresh = `${path}.new`;
  try {
    writeFileSync(fresh, text);
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw new UserError({
      what: `the report cannot be written (${error instanceof Error ? error.message : String(error)})`,
      where: path,
      whatToDo: "make room, or name another file",
      exitStatus: EXIT.cannotCreate,
    });
  }
}

/** A report that `--json` wrote. Throws `UserError`. */
export function readReport(path: string): CampaignReport {
  try {
    const report = JSON.parse(readFileSync(path, "utf8")) as Partial<CampaignReport>;
    if (report.format === REPORT_FORMAT && Array.isArray(report.map)) return report as CampaignReport;
  } catch (error) {
    throw notAReport(path, error instanceof Error ? error.message : String(error));
  }
  throw notAReport(path, `its format is not ${REPORT_FORMAT}`);
}

function notAReport(path: string, why: string): UserError {
  return new UserError({
    what: `this is no report of a campaign (${why})`,
    where: path,
    whatToDo: "give a file that `dormouse cut --json` wrote",
    exitStatus: EXIT.noInput,
  });
}

import { familyOf } from "../lab/index.ts";
import type { CampaignReport, ReportedFailure } from "../lab/index.ts";

/** A report as JUnit XML: a test case for each torn shape, with the failures of cuts in that shape. */
export function campaignXml(report: CampaignReport): string {
  const cases = Object.entries(report.shapes).map(([shape, tried]) =>
    testCase(report.subject, shape, tried, report.failures),
  );
  const failed = cases.filter((text) => text.includes("<failure")).length;
  const suite = `name="${escaped(`power cuts of ${report.subject}`)}" tests="${cases.length}" failures="${failed}" errors="0" skipped="0" time="${report.cost.hostSeconds}"`;
  const summary = `${report.tried} of ${report.possible} cut points tried, ${report.nested} nested cuts, ${report.failureCount} failures`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites>`,
    `<testsuite ${suite}>`,
    ...cases,
    `<system-out>${escaped(summary)}</system-out>`,
    `</testsuite>`,
    `</testsuites>`,
    ``,
  ].join("\n");
}

function testCase(
  subject: string,
  shape: string,
  tried: number,
  failures: readonly ReportedFailure[],
): string {
  const own = failures.filter(({ replay }) => familyOf(/^[0-9]+\.([^/]*)/.exec(replay)?.[1] ?? "") === shape);
  const name = `every ${shape} holds (${tried} cuts)`;
  const head = `<testcase classname="${escaped(subject)}" name="${escaped(name)}"`;
  if (own.length === 0) return `${head}/>`;
  const body = own.map(({ replay, oracle, what }) => `--replay ${replay}  ${oracle}: ${what}`).join("\n");
  const [first] = own;
  const message = `${first?.oracle ?? ""}: ${first?.what ?? ""}`;
  return `${head}><failure type="${escaped(first?.oracle ?? "")}" message="${escaped(message)}">${escaped(body)}</failure></testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for XML and HTML; control characters, which neither can hold, become spaces. */
export function escaped(text: string): string {
  return Array.from(text, (letter) => {
    const isControl = letter < " " && letter !== "\n";
    return isControl ? " " : (ENTITIES[letter] ?? letter);
  }).join("");
}

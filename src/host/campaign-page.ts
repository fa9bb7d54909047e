import type { CampaignReport } from "../lab/index.ts";
import { escaped } from "./campaign-xml.ts";
import { pageScript, pageStyle } from "./campaign-page-parts.ts";
import { shapesOfRow } from "../lab/index.ts";

/** A report as one page that needs nothing else: operations along, shapes down, a colour for each outcome, a click for the replay command. */
export function campaignPage(report: CampaignReport): string {
  const { subject, possible, tried, notTried, nested, failureCount, cost } = report;
  const share = possible === 0 ? 100 : Math.floor((tried * 1000) / possible) / 10;
  const figures: readonly (readonly [string, string])[] = [
    ["flash operations", String(report.operations)],
    ["cut points", String(possible)],
    ["tried", `${tried} (${share} %)`],
    ["not tried", String(notTried)],
    ["nested cuts", String(nested)],
    ["trials run", `${cost.trials}; ${cost.equal} cuts left a chip equal to one tried`],
    ["found", String(failureCount)],
    ["host seconds", `${cost.hostSeconds}, of processor time ${cost.hostCpuSeconds}`],
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Power cuts of ${escaped(subject)}</title>
<style>${pageStyle}</style></head><body>
<h1>Power cuts of ${escaped(subject)}</h1>
<p class="${failureCount === 0 ? "clean" : "found"}">${failureCount === 0 ? "Nothing found." : `${failureCount} cuts found something.`}
${planText(report)}</p>
<table class="figures">${figures.map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`).join("")}</table>
<h2>Every operation, every shape</h2>
<p class="key"><i class="held"></i>held <i class="equal"></i>held, the chip was equal to one tried <i class="bad"></i>found <i class="left"></i>not tried
&ensp; scroll along the run; click a cell for its replay command</p>
<div id="map"><div id="names"></div><div id="scroll"><canvas id="cells"></canvas></div></div>
<p id="cell">&nbsp;</p>
<h2>Oracles</h2>
<table class="figures">${Object.entries(report.oracles)
    .map(
      ([name, count]) =>
        `<tr><th>${escaped(name)}</th><td>${count === 0 ? "held" : `said no of ${count} cuts`}</td></tr>`,
    )
    .join("")}</table>
${failureSection(report)}
<script type="application/json" id="report">${dataOf(report)}</script>
<script>${pageScript}</script>
</body></html>
`;
}

function planText({ plan, planned, tried }: CampaignReport): string {
  const sample =
    plan.sample === null ? "all cut points" : `a sample of ${plan.sample} cut points, seed ${plan.seed}`;
  const left = planned > tried ? `; ${planned - tried} of them are left` : "";
  return `Planned: ${sample}, depth ${plan.depth}${left}.`;
}

function failureSection({ failures, failureCount }: CampaignReport): string {
  if (failureCount === 0) return "";
  const rows = failures.map(
    ({ replay, oracle, what }) =>
      `<tr><td><code>--replay ${escaped(replay)}</code></td><td>${escaped(oracle)}</td><td>${escaped(what)}</td></tr>`,
  );
  return `<h2>Found</h2><table><tr><th>cut</th><th>oracle</th><th>what</th></tr>${rows.join("")}</table>`;
}

/** What the script draws: the map, and the names of each row's shapes. */
function dataOf(report: CampaignReport): string {
  const rows = report.map.map((row) => {
    const [operation, letters] = row.split(" ");
    return [operation, letters, shapesOfRow(row, report.programUnitBytes)];
  });
  return JSON.stringify({ subject: report.subject, rows }).replaceAll("<", "\\u003c");
}

/**
 * Wear reports as one self-contained page: no script that runs, no network, readable in grey and on paper. Each chart is an SVG with a text
 * below it; each exact number stands in a table cell that names its key, and in the JSON at the page's end.
 */
import type { WearResult } from "../host/index.ts";
import { CHART_WIDTH, escapeText, place, short, svg, text } from "./wear-charts.ts";
import { blockGroups, contentMap, histogram, wearMap } from "./wear-maps.ts";
import { sweepFigures } from "./wear-sweep.ts";
import { isPartialResult, labelOf, notes, paretoOf, sweptKeys, wearTable } from "./wear-table.ts";
import type { WearRun } from "./wear-table.ts";

const STYLE = `
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
pre{white-space:pre-wrap;font-size:12px;line-height:1.35;background:#f4f4f4;padding:.7rem}
table{border-collapse:collapse;font-size:12px;display:block;overflow-x:auto}
th,td{border:1px solid #ccc;padding:.15rem .4rem;text-align:right}th{text-align:left;font-weight:600}
figure{margin:1rem 0;break-inside:avoid}figcaption{font-size:13px;color:#333}
svg{width:100%;height:auto;border:1px solid #ccc}
.partial{border:2px solid #000;padding:.5rem;font-weight:600}
section{border-top:1px solid #ccc;margin-top:2rem}
@media print{body{margin:0;max-width:none;font-size:12px}table{display:table;font-size:9px}section{break-before:page}}`;

/** Configurations that are shown in full: those that no other beats come first. */
const SECTIONS_MAX = 8;

export function wearPage(run: WearRun): string {
  const { results } = run;
  const keys = sweptKeys(results);
  const best = paretoOf(results);
  const shown = results
    .map((result, index) => ({ result, index, isBest: best.has(index) }))
    .sort((left, right) => Number(right.isBest) - Number(left.isBest) || left.index - right.index)
    .slice(0, SECTIONS_MAX);
  const { part, profile } = (results[0] as WearResult).report;
  const several = results.length > 1 ? ` (of the first configuration); ${results.length} configurations` : "";
  const partial = notes(run);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Flash wear</title><style>${STYLE}</style></head><body>
<h1>What the program costs the chip</h1>
<p>Board ${escapeText(profile)}, part ${escapeText(part)}${several}. Bytes, counts and erases are exact, times and energies are sums of the part's typical figures, lives are estimates.</p>
${partial === "" ? "" : `<p class="partial">${escapeText(partial)}</p>`}
<pre>${escapeText(wearTable(run))}</pre>
${figuresTable(results, keys)}
${[...sweepFigures(results)].map(([name, picture]) => `<figure id="${name}">${picture}</figure>`).join("\n")}
${shown.map(({ result, isBest }) => section(result, `${labelOf(result, keys)}${isBest && results.length > 1 ? " *" : ""}`)).join("\n")}
${shown.length < results.length ? `<p>${results.length - shown.length} more configurations are in the tables only.</p>` : ""}
<script type="application/json" id="report">${JSON.stringify({ runs: results.map(withoutLists) }).replaceAll("<", "\\u003c")}</script>
</body></html>
`;
}

/** The lists are drawn, and would make a page of a large sweep too long. */
function withoutLists({ settings, report, worn }: WearResult): unknown {
  const { timeLine: _timeLine, blocks: _blocks, contents: _contents, ...figures } = report;
  return { settings, report: figures, ...(worn !== undefined && { worn }) };
}

type Column = readonly [key: string, (result: WearResult) => number];

/** Whole numbers, as the JSON has them. */
const COLUMNS: readonly Column[] = [
  ["checkpoints", ({ report }) => report.checkpoints],
  ["dirtyBytes", ({ report }) => report.dirtyBytes],
  ["bytesProgrammed", ({ report }) => report.bytesProgrammed],
  ["programmedBy.payload", ({ report }) => report.programmedBy.payload],
  ["programmedBy.records", ({ report }) => report.programmedBy.records],
  ["programmedBy.cleaning", ({ report }) => report.programmedBy.cleaning],
  ["programmedBy.levelling", ({ report }) => report.programmedBy.levelling],
  ["programmedBy.map", ({ report }) => report.programmedBy.map],
  ["erases", ({ report }) => report.erases],
  ["eraseCount.min", ({ report }) => report.eraseCount.min],
  ["eraseCount.max", ({ report }) => report.eraseCount.max],
  ["flush.micros.max", ({ report }) => report.flush.micros.max],
  ["atRiskMicrosMax", ({ report }) => report.atRiskMicrosMax],
  ["mount.bytes", ({ report }) => report.mount.bytes],
  ["baselines.wholeHeapCopy", ({ report }) => report.baselines.wholeHeapCopy],
  ["baselines.allocatedHeapCopy", ({ report }) => report.baselines.allocatedHeapCopy],
  ["baselines.changedPages", ({ report }) => report.baselines.changedPages],
  ["baselines.journalOfChangedBytes", ({ report }) => report.baselines.journalOfChangedBytes],
  ["baselines.writeThrough.bytesProgrammed", ({ report }) => report.baselines.writeThrough.bytesProgrammed],
];

/** One row a figure, one column a configuration; turned round where there are many configurations. */
function figuresTable(results: readonly WearResult[], keys: readonly string[]): string {
  const cell = (result: WearResult, index: number, [key, of]: Column): string =>
    `<td data-run="${index}" data-key="${key}">${of(result)}</td>`;
  if (results.length <= 4) {
    const head = results.map((result) => `<th>${escapeText(labelOf(result, keys))}</th>`).join("");
    const rows = COLUMNS.map(
      (column) =>
        `<tr><th>${column[0]}</th>${results.map((result, index) => cell(result, index, column)).join("")}</tr>`,
    );
    return `<table><tr><th></th>${head}</tr>${rows.join("")}</table>`;
  }
  const head = COLUMNS.map(([key]) => `<th>${key.replaceAll(".", ".<wbr>")}</th>`).join("");
  const rows = results.map(
    (result, index) =>
      `<tr><th>${escapeText(labelOf(result, keys))}</th>${COLUMNS.map((column) => cell(result, index, column)).join("")}</tr>`,
  );
  return `<table><tr><th></th>${head}</tr>${rows.join("")}</table>`;
}

function section(result: WearResult, title: string): string {
  const { report } = result;
  const groups = blockGroups(report.blocks, report.contents);
  const { min, max } = report.eraseCount;
  const note = isPartialResult(result) ? ` (partial: ${report.end})` : "";
  return `<section><h2>${escapeText(title)}${note}</h2>
${figure(causes(report), `${report.bytesProgrammed} bytes programmed, by cause`)}
${figure(timeLine(report), `${report.timeLine.length} of ${report.checkpoints} checkpoints over device time: bytes of payload (dark), of what is moved (hatched), of records and map (light); device time of the flush (dashed); below, what caused each: ${causeNames(report)}`)}
${figure(wearMap(groups), `${report.blocks.length} erase blocks by address, ${min} (light) to ${max} (dark) erases`)}
${figure(contentMap(groups), "the same blocks by what they held at the end: white is free, darker the more lines in it are needed; a dash: records or map only, a stroke: being filled, a cross: bad")}
${figure(eraseHistogram(report), "blocks by erase count")}
<p>${escapeText(`Life ${lifeText(report.life.years)}: ${report.life.assumption}.`)}</p></section>`;
}

function figure(picture: string, caption: string): string {
  return `<figure>${picture}<figcaption>${escapeText(caption)}</figcaption></figure>`;
}

type Report = WearResult["report"];

const FILLS: Readonly<Record<string, string>> = {
  payload: "#222",
  records: "#ddd",
  cleaning: "url(#lines)",
  levelling: "url(#cross)",
  map: "#999",
};
const HATCHES = `<defs><pattern id="lines" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#fff"/><path d="M0 5L5 0" stroke="#000"/></pattern><pattern id="cross" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><path d="M0 6L6 0M0 0L6 6" stroke="#000"/></pattern></defs>`;

/** One bar, stacked, with its key below. */
function causes({ programmedBy, bytesProgrammed }: Report): string {
  const all = Math.max(1, bytesProgrammed);
  let x = 0;
  const parts = Object.entries(programmedBy).map(([name, bytes], index) => {
    const width = (bytes / all) * CHART_WIDTH;
    const bar = `<rect x="${place(x)}" y="4" width="${place(width)}" height="24" fill="${FILLS[name]}" stroke="#000" stroke-width="0.5"/>`;
    x += width;
    const at = 4 + index * 180;
    const key = `<rect x="${at}" y="38" width="12" height="12" fill="${FILLS[name]}" stroke="#000" stroke-width="0.5"/>`;
    return `${bar}${key}${text(at + 17, 48, `${name} ${((100 * bytes) / all).toFixed(1)} %`)}`;
  });
  return svg(58, "bytes programmed by cause", [HATCHES, ...parts]);
}

/** Letters of what causes a checkpoint. */
const CAUSE_LETTERS: Readonly<Record<string, string>> = {
  period: "p",
  output: "o",
  due: "d",
  wait: "w",
  exit: "e",
  asked: "a",
};

function causeNames({ checkpointsBy }: Report): string {
  return Object.entries(checkpointsBy)
    .map(([cause, count]) => `${CAUSE_LETTERS[cause] ?? "?"} ${cause} (${count})`)
    .join(", ");
}

function timeLine({ timeLine: points, clockMicros }: Report): string {
  const height = 190;
  const floor = 150;
  const end = Math.max(1, clockMicros);
  const most = Math.max(1, ...points.map(({ programmedBytes }) => programmedBytes));
  const slowest = Math.max(1, ...points.map(({ micros }) => micros));
  const x = (micros: number): string => place((micros / end) * CHART_WIDTH);
  const y = (share: number): string => place(floor - share * (floor - 20));
  const bars = (from: (point: (typeof points)[number]) => number, to: typeof from): string =>
    points
      .filter((point) => to(point) > from(point))
      .map((point) => `M${x(point.clockMicros)} ${y(from(point) / most)}V${y(to(point) / most)}`)
      .join("");
  const payload = ({ by }: (typeof points)[number]): number => by.payload;
  const moved = ({ by }: (typeof points)[number]): number => by.payload + by.cleaning + by.levelling;
  const all = ({ programmedBytes }: (typeof points)[number]): number => programmedBytes;
  const line = points.map((point) => `${x(point.clockMicros)},${y(point.micros / slowest)}`).join(" ");
  const rows = Object.keys(CAUSE_LETTERS).filter((cause) => points.some((point) => point.cause === cause));
  const ticks = rows.map((cause, row) => {
    const at = floor + 5 + row * 6;
    const marks = points
      .filter((point) => point.cause === cause)
      .map((point) => `M${x(point.clockMicros)} ${at}v4`)
      .join("");
    return `<path d="${marks}" stroke="#000" fill="none"/>${text(CHART_WIDTH - 10, at + 4, CAUSE_LETTERS[cause] ?? "?")}`;
  });
  return svg(height, "checkpoints over device time", [
    `<path d="${bars(() => 0, payload)}" stroke="#222" fill="none"/>`,
    `<path d="${bars(payload, moved)}" stroke="#777" stroke-dasharray="2 1" fill="none"/>`,
    `<path d="${bars(moved, all)}" stroke="#bbb" fill="none"/>`,
    `<polyline points="${line}" stroke="#000" stroke-dasharray="4 3" fill="none"/>`,
    ...ticks,
    text(4, 14, `bars to ${most} bytes, dashed line to ${(slowest / 1000).toFixed(1)} ms`),
    text(CHART_WIDTH - 4, 14, `${(end / 1e6).toFixed(2)} s`, "end"),
  ]);
}

function eraseHistogram({ blocks, eraseCount }: Report): string {
  const sizes = histogram(blocks, 60);
  const most = Math.max(1, ...sizes);
  const width = CHART_WIDTH / sizes.length;
  const bars = sizes.map((size, bin) => {
    const height = (size / most) * 90;
    return `<rect x="${place(bin * width)}" y="${place(110 - height)}" width="${place(Math.max(1, width - 1))}" height="${place(height)}" fill="#555"/>`;
  });
  return svg(128, "blocks by erase count", [
    ...bars,
    text(2, 124, String(eraseCount.min)),
    text(CHART_WIDTH - 4, 124, String(eraseCount.max), "end"),
    text(2, 12, `to ${most} blocks`),
  ]);
}

function lifeText(years: number): string {
  return years === Infinity ? "without end" : `${short(years)} years`;
}

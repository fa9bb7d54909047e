/**
 * Wear reports as one self-contained page: no script, no network, readable in grey and on paper. Each chart is an SVG with a text beside it;
 * the numbers that a program may want are in the JSON at the page's end.
 */
import type { WearResult } from "../host/index.ts";
import { labelOf, paretoOf, sweptKeys, wearTable } from "./wear-table.ts";

const STYLE = `
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
pre{overflow-x:auto;font-size:12px;line-height:1.35;background:#f4f4f4;padding:.7rem}
figure{margin:1rem 0}figcaption{font-size:13px;color:#444}
svg{width:100%;height:auto;background:#fafafa;border:1px solid #ddd}
svg text{font:11px system-ui,sans-serif;fill:#333}
section{border-top:1px solid #ccc;margin-top:2rem;break-inside:avoid-page}`;

export function wearPage(results: readonly WearResult[]): string {
  const keys = sweptKeys(results);
  const best = paretoOf(results);
  const sections = results.map((result, index) =>
    section(result, `${labelOf(result, keys)}${best.has(index) && results.length > 1 ? " *" : ""}`),
  );
  const { part, profile } = (results[0] as WearResult).report;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Flash wear</title><style>${STYLE}</style></head><body>
<h1>What the program costs the chip</h1>
<p>Board ${escape(profile)}, part ${escape(part)}${results.length > 1 ? ` (of the first configuration); ${results.length} configurations` : ""}.</p>
<pre>${escape(wearTable(results))}</pre>
${keys.map((key) => sweep(results, key)).join("\n")}
${sections.join("\n")}
<script type="application/json" id="report">${JSON.stringify({ runs: results }).replaceAll("<", "\\u003c")}</script>
</body></html>
`;
}

function section(result: WearResult, title: string): string {
  const { report } = result;
  return `<section><h2>${escape(title)}</h2>
${figure(causes(result), `${report.bytesProgrammed} bytes programmed: payload, lines moved by cleaning and levelling, records`)}
${figure(timeLine(result), `${report.checkpoints} checkpoints: bytes programmed by each (bars), device time of its flush (line), over device time`)}
${figure(heatMap(result), `${report.blocks.length} erase blocks by address, ${report.eraseCount.min} (light) to ${report.eraseCount.max} (dark) erases`)}
${figure(histogram(result), "blocks by erase count")}
<p>${escape(`Life ${lifeText(report.life.years)}: ${report.life.assumption}.`)}</p></section>`;
}

function figure(svg: string, caption: string): string {
  return `<figure>${svg}<figcaption>${escape(caption)}</figcaption></figure>`;
}

const WIDTH = 900;

function causes({ report }: WearResult): string {
  const parts = [
    ["payload", report.programmedBy.payload, "#222"],
    ["moved", report.programmedBy.moved, "#777"],
    ["records", report.programmedBy.records, "#bbb"],
  ] as const;
  let x = 0;
  const bars = parts.map(([name, bytes, fill], index) => {
    const width = (bytes / Math.max(1, report.bytesProgrammed)) * WIDTH;
    const bar = `<rect x="${x.toFixed(1)}" y="4" width="${width.toFixed(1)}" height="22" fill="${fill}"/><text x="${4 + index * 220}" y="42">${name} ${((100 * bytes) / Math.max(1, report.bytesProgrammed)).toFixed(1)} %</text>`;
    x += width;
    return bar;
  });
  return svg(50, bars.join(""));
}

function timeLine({ report }: WearResult): string {
  const points = report.timeLine;
  const height = 160;
  const end = Math.max(1, report.clockMicros);
  const most = Math.max(1, ...points.map(({ programmedBytes }) => programmedBytes));
  const slowest = Math.max(1, ...points.map(({ micros }) => micros));
  const x = (micros: number): string => ((micros / end) * WIDTH).toFixed(1);
  const y = (share: number): string => (height - share * (height - 20)).toFixed(1);
  const bars = points
    .map(({ clockMicros, programmedBytes }) => `M${x(clockMicros)} ${height}V${y(programmedBytes / most)}`)
    .join("");
  const line = points.map(({ clockMicros, micros }) => `${x(clockMicros)},${y(micros / slowest)}`).join(" ");
  return svg(
    height,
    `<path d="${bars}" stroke="#999" fill="none"/><polyline points="${line}" stroke="#000" stroke-dasharray="3 2" fill="none"/>` +
      `<text x="4" y="14">to ${most} bytes, ${(slowest / 1000).toFixed(1)} ms</text><text x="${WIDTH - 90}" y="14">${(end / 1e6).toFixed(2)} s</text>`,
  );
}

function heatMap({ report }: WearResult): string {
  const { blocks, eraseCount } = report;
  const columns = blocks.length <= 1024 ? 64 : 128;
  const size = WIDTH / columns;
  const span = Math.max(1, eraseCount.max - eraseCount.min);
  const cells = blocks.map((count, block) => {
    const grey = 235 - Math.round(((count - eraseCount.min) / span) * 215);
    const at = `x="${((block % columns) * size).toFixed(1)}" y="${(Math.floor(block / columns) * size).toFixed(1)}"`;
    return `<rect ${at} width="${size.toFixed(1)}" height="${size.toFixed(1)}" fill="rgb(${grey},${grey},${grey})"><title>block ${block}: ${count}</title></rect>`;
  });
  return svg(Math.ceil(blocks.length / columns) * size, cells.join(""));
}

function histogram({ report }: WearResult): string {
  const { blocks, eraseCount } = report;
  const bins = Math.min(60, eraseCount.max - eraseCount.min + 1);
  const sizes = new Array<number>(bins).fill(0);
  for (const count of blocks) {
    const bin = Math.floor(((count - eraseCount.min) / (eraseCount.max - eraseCount.min + 1)) * bins);
    sizes[bin] = (sizes[bin] ?? 0) + 1;
  }
  const most = Math.max(1, ...sizes);
  const width = WIDTH / bins;
  const bars = sizes.map(
    (size, bin) =>
      `<rect x="${(bin * width).toFixed(1)}" y="${(110 - (size / most) * 90).toFixed(1)}" width="${Math.max(1, width - 1).toFixed(1)}" height="${((size / most) * 90).toFixed(1)}" fill="#555"/>`,
  );
  return svg(
    128,
    `${bars.join("")}<text x="2" y="124">${eraseCount.min}</text><text x="${WIDTH - 40}" y="124">${eraseCount.max}</text><text x="2" y="12">to ${most} blocks</text>`,
  );
}

/** One curve per figure over the values of a swept key; other sweeps are told apart by separate points. */
function sweep(results: readonly WearResult[], key: string): string {
  const values = [...new Set(results.map(({ settings }) => settings[key] ?? ""))];
  const curves = [
    ["amplification", (one: WearResult): number => one.report.amplification],
    ["flush share of time", (one: WearResult): number => one.report.flush.timeShare],
    ["life, years", (one: WearResult): number => one.report.life.years],
  ] as const;
  const charts = curves.map(([name, of]) => {
    const most = Math.max(1e-9, ...results.map(of).filter(Number.isFinite));
    const x = (value: string): number =>
      60 + (values.indexOf(value) / Math.max(1, values.length - 1)) * (WIDTH - 160);
    const points = results.map((one) => {
      const share = Math.min(1, of(one) / most);
      const at = `cx="${x(one.settings[key] ?? "").toFixed(1)}" cy="${(110 - share * 80).toFixed(1)}"`;
      return `<circle ${at} r="4"><title>${escape(`${key} ${one.settings[key]}: ${of(one).toPrecision(4)}`)}</title></circle>`;
    });
    const labels = values.map(
      (value) => `<text x="${(x(value) - 12).toFixed(1)}" y="128">${escape(value)}</text>`,
    );
    return figure(
      svg(134, `<text x="4" y="14">to ${most.toPrecision(3)}</text>${points.join("")}${labels.join("")}`),
      `${name} over ${key}`,
    );
  });
  return `<section><h2>${escape(key)}</h2>${charts.join("")}</section>`;
}

function svg(height: number, content: string): string {
  return `<svg viewBox="0 0 ${WIDTH} ${Math.ceil(height)}" role="img">${content}</svg>`;
}

function lifeText(years: number): string {
  return years === Infinity ? "without end" : `${years.toPrecision(3)} years`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

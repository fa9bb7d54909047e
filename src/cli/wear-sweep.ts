/** Pictures of a sweep: figures over each swept setting, and what no other configuration beats. */
import type { WearResult } from "../host/index.ts";
import { lineChart, scatterChart, short } from "./wear-charts.ts";
import { labelOf, paretoOf, sweptKeys } from "./wear-table.ts";

interface Figure {
  readonly name: string;
  readonly title: string;
  readonly of: (result: WearResult) => number;
  readonly isLogarithmic?: boolean;
}

const FIGURES: readonly Figure[] = [
  {
    name: "programmed",
    title: "KiB programmed for a million ticks of work",
    of: ({ report }) => report.bytesProgrammed / 1024 / (report.ticks / 1e6),
    isLogarithmic: true,
  },
  {
    name: "amplification",
    title: "bytes programmed ÷ bytes dirty",
    of: ({ report }) => report.amplification,
  },
  {
    name: "time",
    title: "flushes, % of device time",
    of: ({ report }) => report.flush.timeShare * 100,
    isLogarithmic: true,
  },
  {
    name: "risk",
    title: "most work lost at a cut, ms",
    of: ({ report }) => report.atRiskMicrosMax / 1000,
    isLogarithmic: true,
  },
  { name: "life", title: "life, years", of: ({ report }) => report.life.years, isLogarithmic: true },
];

/** SVG texts by name, ready to be files; none where nothing was swept. */
export function sweepFigures(results: readonly WearResult[]): ReadonlyMap<string, string> {
  const keys = sweptKeys(results);
  const figures = new Map<string, string>();
  for (const key of keys) {
    for (const figure of FIGURES) figures.set(`${key}-${figure.name}`, chartOver(results, keys, key, figure));
  }
  if (keys.length > 0) figures.set("pareto", pareto(results, keys));
  return figures;
}

/** One curve for each combination of the other swept settings. */
function chartOver(
  results: readonly WearResult[],
  keys: readonly string[],
  key: string,
  { title, of, isLogarithmic }: Figure,
): string {
  const others = keys.filter((one) => one !== key);
  const xLabels = [...new Set(results.map(({ settings }) => settings[key] ?? ""))];
  const nameOf = (result: WearResult): string => (others.length === 0 ? "" : labelOf(result, others));
  const series = [...new Set(results.map(nameOf))].map((name) => ({
    name,
    values: xLabels.map((label) => {
      const found = results.find((one) => one.settings[key] === label && nameOf(one) === name);
      return found === undefined ? NaN : of(found);
    }),
  }));
  return lineChart({ title, xName: key, xLabels, series, isLogarithmic: isLogarithmic === true });
}

function pareto(results: readonly WearResult[], keys: readonly string[]): string {
  const best = paretoOf(results);
  const points = results.map((result, index) => {
    const { flush, atRiskMicrosMax, life } = result.report;
    const name = labelOf(result, keys);
    return {
      name: `${name}: ${short(life.years)} years`,
      x: flush.timeShare * 100,
      y: atRiskMicrosMax / 1000,
      isBest: best.has(index),
      title: `${name}: ${short(flush.timeShare * 100)} % of time, ${short(atRiskMicrosMax / 1000)} ms at risk, ${short(life.years)} years`,
    };
  });
  return scatterChart(
    "Not beaten in flush time, work at risk and life by another (filled)",
    "flushes, % of device time",
    "most work lost at a cut, ms",
    points,
  );
}

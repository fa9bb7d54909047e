/**
 * Charts as SVG texts, for pages and as files of their own. Nothing is told by colour: series differ by dashes and marks and are named where
 * they end, areas differ by hatching and lightness.
 */

export const CHART_WIDTH = 900;

export interface Series {
  readonly name: string;
  /** One for each place of the x axis; what is not finite is left out. */
  readonly values: readonly number[];
}

export interface LineChart {
  readonly title: string;
  readonly xName: string;
  readonly xLabels: readonly string[];
  readonly series: readonly Series[];
  /** The y axis begins at 0 if absent. */
  readonly isLogarithmic?: boolean;
}

const HEIGHT = 300;
const LEFT = 70;
const RIGHT = 210;
const TOP = 34;
const BOTTOM = 46;
const DASHES = ["", "7 3", "2 3", "9 3 2 3", "4 2", "12 4", "1 2", "6 2 1 2 1 2"];

/** Curves over places that are named. Series of one point are marks only. */
export function lineChart(chart: LineChart): string {
  const { title, xLabels, xName, series } = chart;
  const scale = scaleOf(chart);
  const width = CHART_WIDTH - LEFT - RIGHT;
  const x = (index: number): number =>
    LEFT + (xLabels.length < 2 ? 0.5 : index / (xLabels.length - 1)) * width;
  const grid = scale.ticks.map(
    (tick) =>
      `<path d="M${LEFT} ${place(scale.y(tick))}h${width}" stroke="#ccc"/>` +
      text(LEFT - 6, scale.y(tick) + 4, short(tick), "end"),
  );
  const labels = xLabels.map((label, index) => text(x(index), HEIGHT - BOTTOM + 18, label, "middle"));
  const ends: { readonly y: number; readonly name: string }[] = [];
  const curves = series.map(({ name, values }, index) => {
    const points = values.flatMap((value, at) =>
      Number.isFinite(value) ? [{ x: x(at), y: scale.y(value), value }] : [],
    );
    const last = points.at(-1);
    if (last !== undefined) ends.push({ y: last.y, name });
    const line = points.map((point) => `${place(point.x)},${place(point.y)}`).join(" ");
    const marks = points.map((point) => mark(index, point.x, point.y, `${name}: ${short(point.value)}`));
    return `<polyline points="${line}" fill="none" stroke="#000" stroke-width="1.4" stroke-dasharray="${DASHES[index % DASHES.length]}"/>${marks.join("")}`;
  });
  const names = series.length < 2 ? [] : spacedNames(ends);
  return svg(HEIGHT, title, [
    text(LEFT, 18, title, "start", "bold"),
    ...grid,
    ...labels,
    text(LEFT + width / 2, HEIGHT - 8, xName, "middle"),
    ...curves,
    ...names,
  ]);
}

interface Scale {
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
}

function scaleOf({ series, isLogarithmic }: LineChart): Scale {
  const values = series.flatMap((one) => one.values).filter((value) => Number.isFinite(value));
  const most = Math.max(1e-12, ...values);
  const height = HEIGHT - TOP - BOTTOM;
  if (isLogarithmic === true) {
    const least = Math.min(...values.filter((value) => value > 0), most);
    const from = Math.floor(Math.log10(least));
    const to = Math.max(from + 1, Math.ceil(Math.log10(most)));
    const y = (value: number): number =>
      HEIGHT - BOTTOM - ((Math.log10(Math.max(value, 10 ** from)) - from) / (to - from)) * height;
    return { y, ticks: Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index)) };
  }
  const step = niceStep(most / 4);
  const top = Math.ceil(most / step) * step;
  const count = Math.round(top / step);
  return {
    y: (value) => HEIGHT - BOTTOM - (value / top) * height,
    ticks: Array.from({ length: count + 1 }, (_, index) => index * step),
  };
}

/** 1, 2 or 5 times a power of ten, not less than `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((factor) => factor * power >= least * 0.999) ?? 10) * power;
}

/** Names beside the ends of their curves, moved apart where they would overlap. */
function spacedNames(ends: readonly { readonly y: number; readonly name: string }[]): readonly string[] {
  const lineHeight = 13;
  const sorted = [...ends].sort((left, right) => left.y - right.y);
  const overhang = Math.max(0, sorted.length * lineHeight + TOP - (HEIGHT - BOTTOM));
  let free = Math.max(12, TOP - overhang);
  return sorted.map(({ y, name }) => {
    const at = Math.max(free, y);
    free = at + lineHeight;
    const x = CHART_WIDTH - RIGHT;
    return `<path d="M${x + 6} ${place(y)}L${x + 16} ${place(at)}" stroke="#999" fill="none"/>${text(x + 19, at + 4, name)}`;
  });
}

/** One of five shapes. */
function mark(kind: number, x: number, y: number, title: string): string {
  const at = `${place(x)} ${place(y)}`;
  const shapes = [
    `<circle cx="${place(x)}" cy="${place(y)}" r="4"`,
    `<path d="M${at}m-4 -4h8v8h-8z"`,
    `<path d="M${at}m0 -5l5 9h-10z"`,
    `<path d="M${at}m0 -6l5 6l-5 6l-5 -6z"`,
    `<path d="M${at}m-4 -4l8 8m0 -8l-8 8"`,
  ];
  const fill = kind % 10 < 5 ? "#000" : "#fff";
  return `${shapes[kind % shapes.length]} fill="${fill}" stroke="#000"><title>${escapeText(title)}</title>${kind % 5 === 0 ? "</circle>" : "</path>"}`;
}

export interface ScatterPoint {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly isBest: boolean;
  readonly title: string;
}

/** Points on two logarithmic axes; the best of them filled, joined, numbered, and named below. */
export function scatterChart(
  title: string,
  xName: string,
  yName: string,
  points: readonly ScatterPoint[],
): string {
  const drawn = points.filter(({ x, y }) => x > 0 && y > 0);
  const width = CHART_WIDTH - LEFT - 40;
  const x = logarithm(
    drawn.map((point) => point.x),
    LEFT + 20,
    LEFT + width,
  );
  const y = logarithm(
    drawn.map((point) => point.y),
    HEIGHT - BOTTOM - 10,
    TOP + 10,
  );
  const best = drawn.filter(({ isBest }) => isBest).sort((left, right) => left.x - right.x);
  const line = best.map((point) => `${place(x.at(point.x))},${place(y.at(point.y))}`).join(" ");
  const marks = drawn.map((point) => {
    const at = `cx="${place(x.at(point.x))}" cy="${place(y.at(point.y))}"`;
    return `<circle ${at} r="4" fill="${point.isBest ? "#000" : "#fff"}" stroke="#000"><title>${escapeText(point.title)}</title></circle>`;
  });
  const numbers = best.map((point, index) =>
    text(x.at(point.x), y.at(point.y) - 8, String(index + 1), "middle", "bold"),
  );
  const names = best.map(({ name }, index) => text(LEFT, HEIGHT + 12 + index * 16, `${index + 1}  ${name}`));
  return svg(HEIGHT + 6 + best.length * 16, title, [
    text(LEFT, 18, title, "start", "bold"),
    `<path d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${LEFT + width + 20}" stroke="#555" fill="none"/>`,
    ...x.ends.map((value) => text(x.at(value), HEIGHT - BOTTOM + 18, short(value), "middle")),
    ...y.ends.map((value) => text(LEFT - 6, y.at(value) + 4, short(value), "end")),
    text(LEFT + width / 2, HEIGHT - 8, xName, "middle"),
    text(LEFT + 6, TOP + 4, yName),
    `<polyline points="${line}" fill="none" stroke="#000"/>`,
    ...marks,
    ...numbers,
    ...names,
  ]);
}

function logarithm(
  values: readonly number[],
  from: number,
  to: number,
): { readonly at: (value: number) => number; readonly ends: readonly number[] } {
  const least = Math.min(...values, Infinity);
  const most = Math.max(...values, 0);
  const span = Math.log(most / least);
  const at = (value: number): number =>
    span > 0 ? from + (Math.log(value / least) / span) * (to - from) : (from + to) / 2;
  return { at, ends: values.length === 0 ? [] : least === most ? [least] : [least, most] };
}

export function svg(height: number, title: string, content: readonly string[]): string {
  const style = `font-family="system-ui,sans-serif" font-size="12" fill="#222"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CHART_WIDTH} ${Math.ceil(height)}" role="img" aria-label="${escapeText(title)}"><rect width="100%" height="100%" fill="#fff"/><g ${style}>${content.join("")}</g></svg>`;
}

export function text(
  x: number,
  y: number,
  content: string,
  anchor: "start" | "middle" | "end" = "start",
  weight = "normal",
): string {
  const look = `${anchor === "start" ? "" : ` text-anchor="${anchor}"`}${weight === "normal" ? "" : ` font-weight="${weight}"`}`;
  return `<text x="${place(x)}" y="${place(y)}"${look}>${escapeText(content)}</text>`;
}

/** A coordinate, to a tenth. */
export function place(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Three digits that count, with K, M, G for thousands where there are many. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `${Number((value / 1e9).toPrecision(3))}G`;
  if (size >= 1e6) return `${Number((value / 1e6).toPrecision(3))}M`;
  if (size >= 1e4) return `${Number((value / 1e3).toPrecision(3))}K`;
  return String(Number(value.toPrecision(3)));
}

export function escapeText(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

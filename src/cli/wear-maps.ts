/** Maps of a chip's blocks, as pictures and as characters. Large chips are shown by groups of neighbouring blocks. */
import type { WearResult } from "../host/index.ts";
import { CHART_WIDTH, escapeText, place, svg } from "./wear-charts.ts";

type Content = WearResult["report"]["contents"][number];

const CELLS_MAX = 2048;

/** What a cell of a map stands for: so many neighbouring blocks. */
export interface BlockGroup {
  readonly first: number;
  readonly last: number;
  /** The most worn of them. */
  readonly erases: number;
  /** The content of most of them; `needed` is the mean. */
  readonly content: Content;
}

export function blockGroups(
  erases: readonly number[],
  contents: readonly Content[],
  cellsMax = CELLS_MAX,
): readonly BlockGroup[] {
  const size = Math.max(1, Math.ceil(erases.length / cellsMax));
  return Array.from({ length: Math.ceil(erases.length / size) }, (_, group) => {
    const [first, end] = [group * size, Math.min(erases.length, (group + 1) * size)];
    const held = contents.slice(first, end);
    const kinds = held.map(({ kind }) => kind);
    const kind = CONTENT_ORDER.find((one) => kinds.includes(one)) ?? "free";
    const needed = held.reduce((sum, one) => sum + one.needed, 0) / Math.max(1, held.length);
    return { first, last: end - 1, erases: Math.max(...erases.slice(first, end)), content: { kind, needed } };
  });
}

/** The first that a group has is what it is shown as. */
const CONTENT_ORDER: readonly Content["kind"][] = ["bad", "open", "kept", "records", "free"];

/** Where a count lies between least and most, 0 to 1. */
export function shareOf(count: number, least: number, most: number): number {
  return most === least ? 0 : (count - least) / (most - least);
}

/** Light to dark by erase count. */
export function wearMap(groups: readonly BlockGroup[]): string {
  const counts = groups.map(({ erases }) => erases);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return cellMap("blocks by wear", groups, ({ erases }) => {
    const grey = 240 - Math.round(shareOf(erases, least, most) * 220);
    return { fill: `rgb(${grey},${grey},${grey})`, mark: "", title: `${erases} erases` };
  });
}

/** White where free, darker the more needed lines; records and map, open and bad blocks are marked. */
export function contentMap(groups: readonly BlockGroup[]): string {
  return cellMap("blocks by content", groups, ({ content: { kind, needed } }) => {
    const grey = kind === "free" ? 255 : 225 - Math.round(needed * 165);
    const title = kind === "free" ? "free" : `${kind}, ${(needed * 100).toFixed(0)} % needed`;
    return { fill: `rgb(${grey},${grey},${grey})`, mark: CONTENT_MARKS[kind], title };
  });
}

/** Lines in a cell of 8 by 8. */
const CONTENT_MARKS: Readonly<Record<Content["kind"], string>> = {
  free: "",
  kept: "",
  records: "M0 4h8",
  open: "M0 0L8 8",
  bad: "M0 0L8 8M8 0L0 8",
};

function cellMap(
  title: string,
  groups: readonly BlockGroup[],
  look: (group: BlockGroup) => { readonly fill: string; readonly mark: string; readonly title: string },
): string {
  const columns = groups.length <= 1024 ? 64 : 128;
  const size = CHART_WIDTH / columns;
  const cells = groups.map((group, index) => {
    const { fill, mark, title: told } = look(group);
    const [x, y] = [place((index % columns) * size), place(Math.floor(index / columns) * size)];
    const name =
      group.first === group.last ? `block ${group.first}` : `blocks ${group.first} to ${group.last}`;
    const drawn =
      mark === ""
        ? ""
        : `<path d="${mark}" transform="translate(${x} ${y}) scale(${place(size / 8)})" stroke="#000" fill="none"/>`;
    return `<rect x="${x}" y="${y}" width="${place(size)}" height="${place(size)}" fill="${fill}" stroke="#ddd" stroke-width="0.5"><title>${escapeText(`${name}: ${told}`)}</title></rect>${drawn}`;
  });
  return svg(Math.ceil(groups.length / columns) * size, title, cells);
}

const SHADES = "·░▒▓█";
const DIGITS = "0123456789";
const BARS = "▁▂▃▄▅▆▇█";
const CONTENT_GLYPHS: Readonly<Record<Content["kind"], string>> = {
  free: ".",
  kept: "",
  records: "m",
  open: "o",
  bad: "X",
};

/** One character a group, rows of 64 or 128 with the number of their first block. */
function glyphMap(groups: readonly BlockGroup[], glyphOf: (group: BlockGroup) => string): string {
  const columns = groups.length <= 1024 ? 64 : 128;
  const rows: string[] = [];
  for (let from = 0; from < groups.length; from += columns) {
    const glyphs = groups
      .slice(from, from + columns)
      .map(glyphOf)
      .join("");
    rows.push(`${String(groups[from]?.first ?? 0).padStart(6)}  ${glyphs}\n`);
  }
  return rows.join("");
}

/** Shades on a terminal, digits in a pipe. */
export function wearGlyphs(groups: readonly BlockGroup[], isTerminal: boolean): string {
  const glyphs = isTerminal ? SHADES : DIGITS;
  const counts = groups.map(({ erases }) => erases);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return glyphMap(
    groups,
    ({ erases }) => glyphs[Math.round(shareOf(erases, least, most) * (glyphs.length - 1))] ?? "?",
  );
}

/** How full of needed lines: a shade or a digit; a letter for what is not full of lines. */
export function contentGlyphs(groups: readonly BlockGroup[], isTerminal: boolean): string {
  const glyphs = isTerminal ? SHADES : DIGITS;
  return glyphMap(
    groups,
    ({ content: { kind, needed } }) =>
      CONTENT_GLYPHS[kind] || (glyphs[Math.round(needed * (glyphs.length - 1))] ?? "?"),
  );
}

/** How many counts lie in each of at most `binsMax` equal steps from the least to the most. */
export function histogram(counts: readonly number[], binsMax: number): readonly number[] {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const bins = Math.min(binsMax, most - least + 1);
  const sizes = new Array<number>(bins).fill(0);
  for (const count of counts) {
    const bin = Math.min(bins - 1, Math.floor(((count - least) / (most - least + 1)) * bins));
    sizes[bin] = (sizes[bin] ?? 0) + 1;
  }
  return sizes;
}

/** Bars on a terminal, numbers in a pipe. */
export function sparkline(sizes: readonly number[], isTerminal: boolean): string {
  if (!isTerminal) return sizes.join(" ");
  const most = Math.max(1, ...sizes);
  return sizes
    .map((size) => (size === 0 ? " " : (BARS[Math.ceil((size / most) * (BARS.length - 1))] ?? " ")))
    .join("");
}

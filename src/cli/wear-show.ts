import { Command } from "commander";
import { copyDevice } from "../host/index.ts";

const EXAMPLES = `
Examples:
  dormouse wear show main.img
  dormouse wear show --json main.img | jq .eraseCount

On a terminal each block is a shade; in a pipe it is a digit, 0 least and 9 most worn.`;

const SHADES = "·░▒▓█";
const DIGITS = "0123456789";
const BARS = "▁▂▃▄▅▆▇█";

/** `dormouse wear show`: the erase counts of an image's chip. */
export function wearShowCommand(finish: (status: number) => void): Command {
  return new Command("show")
    .description("show the chip of an image: its blocks by wear")
    .argument("<image>", "image file")
    .option("--json", "as JSON")
    .addHelpText("after", EXAMPLES)
    .action((path: string, options: { json?: true }) => finish(show(path, options.json ?? false)));
}

function show(path: string, asJson: boolean): number {
  const { chip } = copyDevice(path);
  const counts = Array.from({ length: chip.blockCount }, (_, block) => chip.eraseCount(block));
  const max = Math.max(...counts);
  const min = Math.min(...counts);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const { name, enduranceCycles } = chip.part;
  const wornOut = max / enduranceCycles;
  if (asJson) {
    const report = {
      part: name,
      enduranceCycles,
      eraseCount: { min, mean, max },
      wornShare: wornOut,
      blocks: counts,
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return 0;
  }
  process.stdout.write(
    `part ${name}: ${counts.length} blocks, ${min} to ${max} erases, mean ${mean.toFixed(2)}; ${(wornOut * 100).toFixed(2)} % of ${enduranceCycles}\n`,
  );
  process.stdout.write(heatMap(counts, min, max));
  process.stdout.write(`blocks by erase count, ${min} to ${max}: ${histogram(counts, min, max)}\n`);
  return 0;
}

/** One character a block, in the order of addresses. */
function heatMap(counts: readonly number[], min: number, max: number): string {
  const glyphs = process.stdout.isTTY ? SHADES : DIGITS;
  const columns = counts.length <= 1024 ? 64 : 128;
  const glyphOf = (count: number): string =>
    glyphs[max === min ? 0 : Math.round(((count - min) / (max - min)) * (glyphs.length - 1))] ?? "?";
  const rows: string[] = [];
  for (let from = 0; from < counts.length; from += columns) {
    rows.push(
      `${String(from).padStart(6)}  ${counts
        .slice(from, from + columns)
        .map(glyphOf)
        .join("")}\n`,
    );
  }
  return rows.join("");
}

function histogram(counts: readonly number[], min: number, max: number): string {
  const bins = Math.min(32, max - min + 1);
  const sizes = new Array<number>(bins).fill(0);
  for (const count of counts) {
    const bin = max === min ? 0 : Math.min(bins - 1, Math.floor(((count - min) / (max - min + 1)) * bins));
    sizes[bin] = (sizes[bin] ?? 0) + 1;
  }
  if (!process.stdout.isTTY) return sizes.join(" ");
  const most = Math.max(...sizes);
  return sizes
    .map((size) => (size === 0 ? " " : BARS[Math.ceil((size / most) * (BARS.length - 1))]))
    .join("");
}

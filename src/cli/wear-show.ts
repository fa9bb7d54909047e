import { Command } from "commander";
import { copyDevice } from "../host/index.ts";
import { Store, chipMemory } from "../store/index.ts";
import { blockGroups, contentGlyphs, histogram, sparkline, wearGlyphs } from "./wear-maps.ts";

const EXAMPLES = `
Examples:
  dormouse wear show main.img
  dormouse wear show --json main.img | jq .eraseCount

On a terminal each block is a shade; in a pipe it is a digit, 0 least and 9 most worn, or 0 nothing and 9 all of it needed. Of blocks that are
not full of lines: . free, o being filled, m records or map only, X bad.`;

const HISTOGRAM_BINS = 32;

/** `dormouse wear show`: an image's chip by wear and by content. */
export function wearShowCommand(finish: (status: number) => void): Command {
  return new Command("show")
    .description("show the chip of an image: its blocks by wear and by content")
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
  const mounted = Store.mount(chipMemory(chip));
  const contents: ReturnType<Store["contents"]> = mounted.kind === "mounted" ? mounted.store.contents() : [];
  if (asJson) {
    const report = {
      part: name,
      enduranceCycles,
      eraseCount: { min, mean, max },
      wornShare: max / enduranceCycles,
      blocks: counts,
      contents,
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return 0;
  }
  const isTerminal = process.stdout.isTTY;
  const groups = blockGroups(counts, contents);
  const kinds = (kind: (typeof contents)[number]["kind"]): number =>
    contents.filter((one) => one.kind === kind).length;
  process.stdout.write(
    `part ${name}: ${counts.length} blocks, ${min} to ${max} erases, mean ${mean.toFixed(2)}; ${((max / enduranceCycles) * 100).toFixed(2)} % of ${enduranceCycles}\n`,
  );
  process.stdout.write(`by wear\n${wearGlyphs(groups, isTerminal)}`);
  process.stdout.write(
    `blocks by erase count, ${min} to ${max}: ${sparkline(histogram(counts, HISTOGRAM_BINS), isTerminal)}\n`,
  );
  if (contents.length === 0) {
    process.stdout.write("the store is damaged: what the blocks hold is not known\n");
    return 0;
  }
  process.stdout.write(
    `by content: ${kinds("kept")} full, ${kinds("open")} being filled, ${kinds("records")} of records or map, ${kinds("free")} free, ${kinds("bad")} bad\n${contentGlyphs(groups, isTerminal)}`,
  );
  return 0;
}

/** `bench/results.md`: counts of the wear suites with what this computer needed for them, and the rows of the other benches. */
import { writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { join } from "node:path";
import b from "benny";
import { packageFolder } from "../src/host/index.ts";
import type { Counts, CountedSuite } from "./counts.ts";
import type { Row } from "./table.ts";

interface TimedCase {
  readonly name: string;
  readonly counts: Counts;
  readonly perSecond: number;
}

/** Counts each case once, then benny runs it for a while. */
export async function timeSuite(suite: CountedSuite): Promise<readonly TimedCase[]> {
  const counts = suite.cases.map((one) => one.run());
  const { results } = await b.suite(
    suite.name,
    b.configure({ cases: { minSamples: 3, maxTime: 0.3, initCount: 1 } }),
    ...suite.cases.map(({ name, run }) => b.add(name, () => void run())),
  );
  return suite.cases.map(({ name }, index) => ({
    name,
    counts: counts[index] ?? {},
    perSecond: results[index]?.ops ?? 0,
  }));
}

/** What the seconds are of: nothing that tells one computer of a kind from another. */
export function machine(): string {
  const [first] = cpus();
  const model = first?.model.trim() ?? "unknown processor";
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return `${cpus().length} × ${model}, ${memory} GiB, ${platform()} ${arch()}, Node.js ${process.version}`;
}

export function suiteTable({ name, note }: CountedSuite, cases: readonly TimedCase[]): string {
  const keys = Object.keys(cases[0]?.counts ?? {});
  const rows = cases.map(({ name: one, counts, perSecond }) => [
    one,
    ...keys.map((key) => String(counts[key] ?? "")),
    perSecond.toFixed(perSecond < 10 ? 1 : 0),
  ]);
  return `### ${name}\n\n${note}.\n\n${table([["case", ...keys, "runs a second"], ...rows])}`;
}

export function writeResults(suites: readonly string[], rows: readonly Row[]): void {
  const others = table([
    ["what", "figure", "against"],
    ...rows.map(({ what, figure, against }) => [what, figure, against]),
  ]);
  const text = `# Results of the benches

Written by \`npm run bench\` on ${machine()}. Counts are the same on every computer, and \`npm run bench -- --check\` fails where one is not the
accepted one (\`bench/accepted.json\`, written by \`npm run bench -- --accept\`). Seconds are those of this computer, with whatever else it did.

## Wear

${suites.join("\n")}
## Speed

${others}`;
  writeFileSync(join(packageFolder(), "bench", "results.md"), text);
}

/** Columns padded, as the formatter wants them. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |\n`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |\n`;
  return rows.map((row, index) => line(row) + (index === 0 ? rule : "")).join("");
}

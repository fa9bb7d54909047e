/** One table for all benches. Seconds are never asserted: a row says how ours compares with its baseline in the same process. */
import b from "benny";

export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly against: string;
}

/** Runs both for a while by turns; the row says how often longer ours takes. */
export async function compare(
  what: string,
  ours: () => void,
  name: string,
  baseline: () => void,
): Promise<Row> {
  const cases = { minSamples: 5, maxTime: 0.5 };
  const { results } = await b.suite(
    what,
    b.configure({ cases }),
    b.add("ours", ours),
    b.add("baseline", baseline),
  );
  const [our, theirs] = results;
  return { what, figure: `${our.ops} /s`, against: `${times(theirs.ops / our.ops)} ${name}` };
}

/** "3.4 ×". */
export function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×`;
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

export function printTable(rows: readonly Row[]): void {
  const width = (of: (row: Row) => string): number => Math.max(...rows.map((row) => of(row).length));
  const whatWidth = width((row) => row.what);
  const figureWidth = width((row) => row.figure);
  for (const { what, figure, against } of rows) {
    console.log(`${what.padEnd(whatWidth)}  ${figure.padStart(figureWidth)}  ${against}`);
  }
}

/** Processor time of this process that `act` takes, microseconds. */
export function cpuMicros(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const spent = process.cpuUsage(before);
  return spent.user + spent.system;
}

export function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1];
}

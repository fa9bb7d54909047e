/** Rows of the interpreter: kernels against plain JavaScript and `java -Xint`, line checks, residency, start. */
import { DEFAULT_POLICY } from "../src/device/index.ts";
import { KERNELS, KernelRun, compileKernels, javaMicros } from "./kernels.ts";
import { PLAIN } from "./plain.ts";
import { startRows } from "./start.ts";
import { type Row, compare, geometricMean, times } from "./table.ts";
import { chooseUnchecked, copiedKernels } from "./unchecked.ts";

/** Far enough apart that the engine alone is seen. */
const SELDOM = { kind: "ticks", ticks: 2_000_000 } as const;
const JAVA = "java -Xint -XX:StackShadowPages=10";

export async function interpreterRows(): Promise<Row[]> {
  const classes = compileKernels();
  if (classes === undefined)
    return [{ what: "interpreter", figure: "skipped", against: "there is no javac" }];
  const java = javaMicros(classes);
  return [
    ...kernelRows(classes, java),
    ...(await plainRows(classes)),
    await lineCheckRow(classes),
    residencyRow(classes),
    ...(await startRows(classes)),
  ];
}

function kernelRows(classes: string, java: ReadonlyMap<string, number>): Row[] {
  const seldom: number[] = [];
  const often: number[] = [];
  const rows = KERNELS.map((kernel): Row => {
    const micros = microsOf(classes, kernel, SELDOM);
    const often40 = microsOf(classes, kernel, DEFAULT_POLICY);
    const figure = `${micros.rate.toFixed(0)} M bytecodes/s`;
    const theirs = java.get(kernel);
    if (theirs === undefined) return { what: kernel, figure, against: "" };
    seldom.push(micros.micros / theirs);
    often.push(often40.micros / theirs);
    const against = `${times(micros.micros / theirs)} the time of ${JAVA}, ${times(often40.micros / theirs)} with checkpoints every 40,000 ticks`;
    return { what: kernel, figure, against };
  });
  if (seldom.length === 0) return rows;
  const against = `${times(geometricMean(seldom))} the time of ${JAVA}, ${times(geometricMean(often))} with checkpoints every 40,000 ticks`;
  return [...rows, { what: "geometric mean of the kernels", figure: "", against }];
}

function microsOf(
  classes: string,
  kernel: string,
  checkpoint: typeof SELDOM | typeof DEFAULT_POLICY,
): { micros: number; rate: number } {
  const run = new KernelRun(classes, kernel, { checkpoint });
  const micros = run.micros();
  run.close();
  return { micros, rate: run.ticks / micros };
}

async function plainRows(classes: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kernel, plain] of PLAIN) {
    const run = new KernelRun(classes, kernel, { checkpoint: SELDOM });
    const baseline = (): void => void plain();
    rows.push(
      await compare(`${kernel}, interpreted`, () => run.repeat(), "the time of plain JavaScript", baseline),
    );
    run.close();
  }
  return rows;
}

/** Kernels of which no repetition needs a line that the ones before did not touch. */
const CHECKED = ["fields", "sieve", "virtual", "queens", "permute", "towers", "bounce", "nbody", "bytecode"];

async function lineCheckRow(classes: string): Promise<Row> {
  const { KernelRun: CopiedRun } = await copiedKernels();
  const ratios = CHECKED.map((kernel) => {
    const run = new CopiedRun(classes, kernel, { checkpoint: { kind: "request" } });
    // By turns, and only the later turns count: V8 compiles each loop in the earlier ones.
    const micros = [false, true, false, true, false, true].map((unchecked) => {
      chooseUnchecked(unchecked);
      return run.micros(3, 5);
    });
    run.close();
    chooseUnchecked(false);
    return (micros[2] + micros[4]) / (micros[3] + micros[5]);
  });
  const cost = `${((geometricMean(ratios) - 1) * 100).toFixed(0)} %`;
  return {
    what: "line checks",
    figure: cost,
    against: "more time than the same loop without them, all lines resident",
  };
}

/** 200 KB of array under a RAM that holds a tenth of it, beside a RAM that holds all. */
function residencyRow(classes: string): Row {
  const micros = [64 << 20, 64 << 10].map((ramBytes) => {
    const run = new KernelRun(classes, "sieve", {
      checkpoint: SELDOM,
      profile: "tiny",
      ramBytes: Math.min(ramBytes, 4 << 20),
    });
    const each = run.micros(1, 1);
    run.close();
    return each;
  });
  return {
    what: "sieve of 200 KB, 64 KiB of RAM",
    figure: `${(micros[1] / 1000).toFixed(0)} ms`,
    against: `${times(micros[1] / micros[0])} the time with all of it resident`,
  };
}

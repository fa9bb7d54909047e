import { Command } from "commander";
import { ProcessManager } from "../device/index.ts";
import { copyDevice } from "../host/index.ts";
import type { HeapPath, HeapQuestion, HeapReport } from "../process/index.ts";
import { countOption } from "./arguments.ts";

const EXAMPLES = `
Examples:
  dormouse heap main.img                               classes, sections and lines of process 1
  dormouse heap --top 50 main.img 2                    more classes, of process 2
  dormouse heap --why java.util.HashMap main.img       what keeps the maps alive: ways from the roots
  dormouse heap --why 0x3f0120 main.img                the same for one object, by its address
  dormouse heap --json main.img                        all of it for programs

The image is only read. Exit status: 0; 1 if no object is the one that --why asks about; 64 to 78 with a reason.`;

interface HeapCommandOptions {
  readonly why?: string;
  readonly paths: number;
  readonly top: number;
  readonly json?: true;
}

/** `dormouse heap`: what lies in the heap of a process at rest. */
export function heapCommand(finish: (status: number) => void): Command {
  return new Command("heap")
    .description("show what lies in the heap of a process, and what keeps it there")
    .argument("<image>", "image file")
    .argument("[process]", "process number, as `dormouse ps` lists it", countOption("PROCESS", 1), 1)
    .option("--why <class or address>", "show ways from a root to the objects of a class, or to one object")
    .option("--paths <count>", "show at most so many ways", countOption("--paths", 1), 3)
    .option("--top <count>", "show so many classes", countOption("--top", 1), 20)
    .option("--json", "as JSON, with all classes")
    .addHelpText("after", EXAMPLES)
    .action((path: string, process: number, options: HeapCommandOptions) =>
      finish(show(path, process, options)),
    );
}

function show(path: string, number: number, options: HeapCommandOptions): number {
  const { manifest, rom, chip } = copyDevice(path);
  const question = options.why === undefined ? undefined : questionOf(options.why);
  const report = new ProcessManager(chip).heap(
    number,
    { profile: manifest.profile, rom },
    question && { ...question, pathsMax: options.paths },
  );
  process.stdout.write(
    options.json === true ? `${JSON.stringify(report, null, 2)}\n` : textOf(report, options.top),
  );
  return report.why?.matches === 0 ? 1 : 0;
}

function questionOf(text: string): HeapQuestion {
  return /^0x[0-9a-f]+$/i.test(text)
    ? { kind: "object", address: Number(text) }
    : { kind: "class", name: text.replaceAll("/", ".") };
}

function textOf(report: HeapReport, top: number): string {
  const { process: number, objects, liveBytes, lineBytes, residency, classes } = report;
  const ratio = liveBytes / (residency.ramLines * lineBytes);
  const lines = [
    `process ${number}: ${objects} objects, ${liveBytes} bytes alive in ${report.usedLines} tenured lines of ${lineBytes}`,
    `${residency.residentLines} of ${residency.storedLines} lines are in RAM, which can hold ${residency.ramLines}; heap : RAM is ${ratio.toFixed(2)} : 1`,
    "",
    "section         from         to  lines in flash      bytes",
    ...report.sections.map(
      ({ name, from, to, flushed, storedLines, storedBytes }) =>
        `${name.padEnd(9)} ${hex(from)} ${hex(to)} ${flushed ? pad(storedLines, 15) : "never flushed".padStart(15)} ${flushed ? pad(storedBytes, 10) : "".padStart(10)}`,
    ),
    "",
    "   objects      bytes  class",
    ...classes
      .slice(0, top)
      .map(({ name, objects: count, bytes }) => `${pad(count, 10)} ${pad(bytes, 10)}  ${name}`),
  ];
  if (classes.length > top) lines.push(`${" ".repeat(23)}and ${classes.length - top} more classes`);
  const { why } = report;
  if (why === undefined) return `${lines.join("\n")}\n`;
  lines.push("", `${why.matches} objects are asked about`, ...why.paths.flatMap(pathLines));
  return `${lines.join("\n")}\n`;
}

function pathLines({ address, name, steps }: HeapPath): readonly string[] {
  return [
    `${name} at 0x${address.toString(16)}`,
    ...steps.map((step) => `  ${step.slot} -> ${step.name} at 0x${step.address.toString(16)}`),
  ];
}

function hex(address: number): string {
  return `0x${address.toString(16)}`.padStart(10);
}

function pad(count: number, width: number): string {
  return String(count).padStart(width);
}

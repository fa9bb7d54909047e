import { ProcessManager } from "../device/index.ts";
import { copyDevice } from "../host/index.ts";
import type { OpenDevice } from "../host/index.ts";
import { isProgram } from "../process/index.ts";
import type { KeptState } from "../process/index.ts";
import { chipMemory, inspect } from "../store/index.ts";

type Report = ReturnType<typeof inspect>;

/** Prints what an image holds, in the words of docs/flash-format.md. The file is not written. */
export function inspectImage(path: string, asJson: boolean): number {
  const open = copyDevice(path);
  const report = inspect(chipMemory(open.chip));
  const { profile, launch } = open.manifest;
  if (asJson) print(JSON.stringify({ profile, launch, part: open.chip.part.name, store: report }, null, 2));
  else for (const line of textOf(open, report)) print(line);
  return 0;
}

function textOf(open: OpenDevice, report: Report): readonly string[] {
  const { profile, launch } = open.manifest;
  const count = (kind: string): number => report.blocks.filter((block) => block.kind === kind).length;
  const eraseCounts = report.blocks.map((block) => block.eraseCount);
  return [
    `board      ${profile.name}: ${profile.ramBytes} bytes of RAM, part ${open.chip.part.name}`,
    `program    ${launch.mainClass} ${launch.arguments.join(" ")}`.trimEnd(),
    `store      lines of ${report.lineBytes ?? "?"} bytes, ${report.keepStates ?? "?"} states kept, last commit ${report.committed ?? "none"}`,
    `blocks     ${count("written")} written, ${count("blank")} blank, ${count("dead")} dead, ${count("garbage")} garbage`,
    `erases     ${Math.min(...eraseCounts)} to ${Math.max(...eraseCounts)} a block`,
    ...report.processes.map(({ process, lines, states }) =>
      isProgram(process)
        ? `program    number ${process}: ${lines} lines`
        : `process    number ${process}: ${lines} lines, states ${states.map(({ state }) => state).join(" ")}`,
    ),
    ...report.findings.map(({ what, where }) => `finding    ${where}: ${what}`),
  ];
}

/** Lists the states of each process, oldest first. */
export function listStates(path: string, asJson: boolean): number {
  const states = new ProcessManager(copyDevice(path).chip).states();
  if (asJson) print(JSON.stringify({ states }, null, 2));
  else for (const line of stateLines(states)) print(line);
  return 0;
}

export function stateLines(states: readonly KeptState[]): readonly string[] {
  return states.length === 0 ? ["no state: the program has not begun"] : states.map(stateText);
}

function stateText(one: KeptState): string {
  const words = [
    `process ${one.process}  state ${one.state}  ${one.lines} lines changed`,
    `generation ${one.generation}  checkpoint ${one.checkpoint}  tick ${one.ticks}`,
    ...(one.label === undefined ? [] : [`"${one.label}"`]),
    ...(one.isOfOtherVersion ? ["of another version of the program"] : []),
  ];
  return words.join("  ");
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

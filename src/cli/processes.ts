import { Command } from "commander";
import { ProcessManager } from "../device/index.ts";
import { ClassPath, copyDevice, openDevice, programOf } from "../host/index.ts";
import { countOption, usage } from "./arguments.ts";
import { listStates } from "./image-inspect.ts";
import { stateCommands } from "./process-states.ts";

const EXAMPLES = `
Examples:
  dormouse ps main.img                                 processes, their states, what they wait for
  dormouse start -cp build/classes main.img Second     a second program on the same device
  dormouse suspend main.img 1                          it keeps its state, and has no turn until it is resumed
  dormouse resume main.img 1                           the next boot goes on with it
  dormouse resume --state 17 main.img 1                the same, from an older state
  dormouse rollback main.img 1 17                      as it was in state 17; what it said stays said
  dormouse rollback --keep-later main.img 1 17         the same; the states since then stay, as a branch
  dormouse rollback --whole-device main.img 1 17       and all other processes as they were then
  dormouse keep main.img before-upgrade                name the states that all processes are in, so that they are kept
  dormouse forget main.img 1 17                        state 17 need not be kept any more
  dormouse stop main.img 1                             ends it with status 143
  dormouse drop main.img 2                             the process, its program and its states are gone

The device of the image must be off. Exit status: 0, or 64 to 78 with a reason.`;

/** `dormouse ps|states|start|suspend|resume|rollback|keep|forget|stop|drop`: the processes of an image at rest. */
export function processCommands(finish: (status: number) => void): readonly Command[] {
  const onProcess = (name: string, description: string): Command =>
    new Command(name)
      .description(description)
      .argument("<image>", "image file")
      .argument("<process>", "process number, as `dormouse ps` lists it", countOption("PROCESS", 1))
      .addHelpText("after", EXAMPLES);
  const change = (path: string, act: (manager: ProcessManager) => void): void =>
    finish(changeImage(path, act));
  return [
    new Command("ps")
      .description("list the processes of an image")
      .argument("<image>", "image file")
      .option("--json", "as JSON")
      .addHelpText("after", EXAMPLES)
      .action((path: string, options: { json?: true }) => finish(list(path, options.json ?? false))),
    new Command("states")
      .description("list the states that an image holds, of all its processes")
      .argument("<image>", "image file")
      .option("--json", "as JSON")
      .addHelpText("after", EXAMPLES)
      .action((path: string, options: { json?: true }) => finish(listStates(path, options.json ?? false))),
    new Command("start")
      .description("install one more program on the device; it begins with the next boot")
      .option("--class-path <path>", "directories and jars, separated by colons (also -cp)")
      .argument("<image>", "image file")
      .argument("<main>", "main class")
      .argument("[arguments...]", "arguments of the program")
      .addHelpText("after", EXAMPLES)
      .action((path: string, main: string, words: string[], options: { classPath?: string }) =>
        finish(start(path, main, words, options.classPath)),
      ),
    onProcess("suspend", "suspend a running process").action((path: string, process: number) =>
      change(path, (manager) => manager.suspend(process)),
    ),
    ...stateCommands(onProcess, change),
    onProcess("stop", "end a process from outside").action((path: string, process: number) =>
      change(path, (manager) => manager.stop(process)),
    ),
    onProcess("drop", "remove a process, its program and its states").action(
      (path: string, process: number) => change(path, (manager) => manager.drop(process)),
    ),
  ];
}

function changeImage(path: string, act: (manager: ProcessManager) => void): number {
  const open = openDevice(path);
  try {
    act(new ProcessManager(open.chip));
    return 0;
  } finally {
    open.close();
  }
}

function start(path: string, main: string, words: readonly string[], classPath: string | undefined): number {
  if (classPath === undefined) throw usage("no class path is given", "start", "give -cp PATH");
  const program = programOf(new ClassPath(classPath), main, words);
  return changeImage(path, (manager) => {
    process.stdout.write(`process ${manager.start(program)}\n`);
  });
}

function list(path: string, asJson: boolean): number {
  const processes = new ProcessManager(copyDevice(path).chip).list();
  if (asJson) {
    const listed = processes.map(({ leases, ...one }) => ({ ...one, leases: leases.length }));
    process.stdout.write(`${JSON.stringify({ processes: listed }, null, 2)}\n`);
    return 0;
  }
  process.stdout.write("process  status     generation  checkpoints         ticks  state  leases  program\n");
  for (const one of processes) {
    const status = one.status === "EXITED" ? `EXITED ${one.exitStatus}` : one.status;
    const counts = `${pad(one.generation, 10)}  ${pad(one.checkpoints, 11)}  ${pad(one.ticks, 12)}  ${pad(one.state, 5)}  ${pad(one.leases.length, 6)}`;
    const program = [one.mainClass, ...one.arguments].join(" ");
    process.stdout.write(`${pad(one.process, 7)}  ${status.padEnd(10)} ${counts}  ${program}\n`);
  }
  return 0;
}

function pad(count: number, width: number): string {
  return String(count).padStart(width);
}

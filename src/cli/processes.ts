import { Command } from "commander";
import { ProcessManager } from "../device/index.ts";
import {
  ClassPath,
  askDevice,
  copyDevice,
  isControlSocket,
  openDevice,
  perform,
  programOf,
} from "../host/index.ts";
import type { ControlReply, ControlRequest } from "../host/index.ts";
import { countOption, usage } from "./arguments.ts";
import { stateLines } from "./image-inspect.ts";
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
  dormouse ps dev.sock                                 of a device that is on: dormouse boot --control dev.sock

Instead of an image, name the control socket of a device that is on; start and drop want it off. Exit status: 0, or 64 to 78 with a reason.`;

/** `dormouse ps|states|start|suspend|resume|rollback|keep|forget|stop|drop`: the processes of an image at rest. */
export function processCommands(finish: (status: number) => void): readonly Command[] {
  const onProcess = (name: string, description: string): Command =>
    new Command(name)
      .description(description)
      .argument("<image>", "image file")
      .argument("<process>", "process number, as `dormouse ps` lists it", countOption("PROCESS", 1))
      .addHelpText("after", EXAMPLES);
  const change = async (path: string, request: ControlRequest): Promise<void> => {
    const { state } = await ask(path, request);
    if (state !== undefined) process.stdout.write(`state ${state}\n`);
    finish(0);
  };
  return [
    new Command("ps")
      .description("list the processes of an image")
      .argument("<image>", "image file")
      .option("--json", "as JSON")
      .addHelpText("after", EXAMPLES)
      .action(async (path: string, { json }: { json?: true }) =>
        finish(await list(path, "ps", json ?? false)),
      ),
    new Command("states")
      .description("list the states that an image holds, of all its processes")
      .argument("<image>", "image file")
      .option("--json", "as JSON")
      .addHelpText("after", EXAMPLES)
      .action(async (path: string, { json }: { json?: true }) =>
        finish(await list(path, "states", json ?? false)),
      ),
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
      change(path, { command: "suspend", process }),
    ),
    ...stateCommands(onProcess, change),
    onProcess("stop", "end a process from outside").action((path: string, process: number) =>
      change(path, { command: "stop", process }),
    ),
    onProcess("drop", "remove a process, its program and its states").action(
      (path: string, process: number) => finish(changeImage(path, (manager) => manager.drop(process))),
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

/** Asks the device behind a control socket, or looks at an image and changes it. */
async function ask(path: string, request: ControlRequest): Promise<ControlReply> {
  if (isControlSocket(path)) return await askDevice(path, request);
  const isLook = request.command === "ps" || request.command === "states";
  if (isLook) return perform(new ProcessManager(copyDevice(path).chip), request);
  const open = openDevice(path);
  try {
    return perform(new ProcessManager(open.chip), request);
  } finally {
    open.close();
  }
}

async function list(path: string, command: "ps" | "states", asJson: boolean): Promise<number> {
  const reply = await ask(path, { command });
  const { processes = [], states = [] } = reply;
  const lines = asJson
    ? [JSON.stringify(reply, null, 2)]
    : command === "ps"
      ? processLines(processes)
      : stateLines(states);
  for (const line of lines) process.stdout.write(`${line}\n`);
  return 0;
}

function processLines(processes: NonNullable<ControlReply["processes"]>): readonly string[] {
  const lines = processes.map((one) => {
    const status = one.status === "EXITED" ? `EXITED ${one.exitStatus}` : one.status;
    const counts = `${pad(one.generation, 10)}  ${pad(one.checkpoints, 11)}  ${pad(one.ticks, 12)}  ${pad(one.state, 5)}  ${pad(one.leases, 6)}`;
    const program = [one.mainClass, ...one.arguments].join(" ");
    return `${pad(one.process, 7)}  ${status.padEnd(10)} ${counts}  ${program}`;
  });
  return ["process  status     generation  checkpoints         ticks  state  leases  program", ...lines];
}

function pad(count: number, width: number): string {
  return String(count).padStart(width);
}

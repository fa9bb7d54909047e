import { Command } from "commander";
import type { ControlRequest } from "../host/index.ts";
import { countOption, usage } from "./arguments.ts";

type Change = (path: string, request: ControlRequest) => Promise<void>;

/** `dormouse resume|rollback|keep|forget`: the states that processes are in, were in, and can be in again. */
export function stateCommands(
  onProcess: (name: string, description: string) => Command,
  change: Change,
): readonly Command[] {
  return [
    onProcess("resume", "let a suspended process go on, or any process from an older state")
      .option("--state <number>", "from this state, in a new generation", countOption("--state", 1))
      .option("--keep-later", "states since then stay, as a branch")
      .option("--drop-later", "states since then go, but for named ones (the default)")
      .action((path: string, process: number, options: LaterOptions & { state?: number }) =>
        change(path, resumeOf(process, options)),
      ),
    onProcess("rollback", "take a process back to an older state, in a new generation")
      .argument("<state>", "state number, as `dormouse states` lists it", countOption("STATE", 1))
      .option("--keep-later", "states since then stay, as a branch")
      .option("--drop-later", "states since then go, but for named ones (the default)")
      .option("--whole-device", "all processes go back to what they were when that state was committed")
      .action((path: string, process: number, state: number, options: LaterOptions) =>
        change(path, {
          command: "rollback",
          ...{ process, state, later: laterOf(options), wholeDevice: options.wholeDevice === true },
        }),
      ),
    new Command("keep")
      .description("name the state that the processes are in; a named state is kept until it is forgotten")
      .argument("<image>", "image file")
      .argument("<name>", "name: letters, digits, dots, dashes, underscores")
      .argument("[process]", "only of this process", countOption("PROCESS", 1))
      .action((path: string, name: string, number: number | undefined) =>
        change(path, { command: "keep", name, ...(number !== undefined && { process: number }) }),
      ),
    onProcess("forget", "let a state go, named or not")
      .argument("<state>", "state number, as `dormouse states` lists it", countOption("STATE", 1))
      .action((path: string, process: number, state: number) =>
        change(path, { command: "forget", process, state }),
      ),
  ];
}

interface LaterOptions {
  readonly keepLater?: true;
  readonly dropLater?: true;
  readonly wholeDevice?: true;
}

function laterOf(options: LaterOptions): "keep" | "drop" {
  if (options.keepLater === true && options.dropLater === true)
    throw usage("later states cannot be kept and dropped", "rollback", "give --keep-later or --drop-later");
  return options.keepLater === true ? "keep" : "drop";
}

function resumeOf(process: number, options: LaterOptions & { readonly state?: number }): ControlRequest {
  const { state } = options;
  if (state === undefined) return { command: "resume", process };
  return { command: "resume", process, state, later: laterOf(options) };
}

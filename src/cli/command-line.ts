import { Command } from "commander";
import { javaSpelling } from "./arguments.ts";
import { bootCommand } from "./boot.ts";
import { chipCommand } from "./chip.ts";
import { cutCommand } from "./cut.ts";
import { reportFailure } from "./errors.ts";
import { heapCommand } from "./heap.ts";
import { imageCommand } from "./image.ts";
import { javacCommand } from "./javac.ts";
import { leaseCommands } from "./leases.ts";
import { processCommands } from "./processes.ts";
import { runCommand } from "./run.ts";
import { wearCommand } from "./wear.ts";
import { VERSION } from "./version.ts";

const EXAMPLES = `
Examples:
  dormouse run -cp build/classes Main
  dormouse run --cuts 20 --seed 7 -cp build/classes Main
  dormouse image build --profile spot -cp build/classes --main Main -o main.img
  dormouse boot main.img
  dormouse cut --all -cp build/classes Main
  dormouse chip serve --part w25q128 --port 4444 flash.chip`;

const COMMANDS: ReadonlyMap<string, (finish: (status: number) => void) => Command> = new Map([
  ["run", runCommand],
  ["javac", javacCommand],
  ["image", imageCommand],
  ["boot", bootCommand],
  ["cut", cutCommand],
  ["heap", heapCommand],
  ["wear", wearCommand],
  ["chip", chipCommand],
]);

/** With all commands, or with the one that the words name. */
function commandLine(words: readonly string[], finish: (status: number) => void): Command {
  const program = new Command("dormouse")
    .description("Emulates a small network client device whose Java processes survive the pulled plug.")
    .version(VERSION)
    .option("--verbose", "say more about what went wrong")
    .enablePositionalOptions()
    .addHelpText("after", EXAMPLES);
  const named = COMMANDS.get(words[0] ?? "");
  if (named !== undefined) program.addCommand(named(finish));
  else {
    for (const command of COMMANDS.values()) program.addCommand(command(finish));
    for (const command of [...processCommands(finish), ...leaseCommands(finish)]) program.addCommand(command);
  }
  quiet(program);
  return program;
}

/** Usage errors are told like all others, not by the option parser. */
function quiet(command: Command): void {
  command.exitOverride();
  command.configureOutput({ outputError: () => undefined });
  for (const child of command.commands) quiet(child);
}

/** Executes a command line (without `node` and the script) and returns its exit status; its errors are on standard error. */
export async function execute(argv: readonly string[]): Promise<number> {
  const { words, verbose } = javaSpelling(argv);
  let exitStatus = 0;
  try {
    await commandLine(words, (status) => {
      exitStatus = status;
    }).parseAsync(words, { from: "user" });
  } catch (error) {
    exitStatus = reportFailure(error, verbose);
  }
  return exitStatus;
}

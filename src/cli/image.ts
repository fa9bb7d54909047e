import { Command } from "commander";
import { buildImage, findProfile, readRom } from "../host/index.ts";
import { usage } from "./arguments.ts";
import { checkImage } from "./image-check.ts";
import { inspectImage, listStates } from "./image-inspect.ts";
import { updateCommand } from "./image-update.ts";
import { LAUNCH_HELP, launchOf, withLaunchOptions } from "./launch.ts";
import type { LaunchOptions } from "./launch.ts";

interface BuildOptions extends LaunchOptions {
  readonly profile: string;
  readonly main?: string;
  readonly output: string;
}

const EXAMPLES = `
Examples:
  dormouse image build --profile spot -cp build/classes --main Main -o main.img -- first second
  dormouse image update --keep-state -cp new main.img  go on where it was, with new classes
  dormouse image inspect main.img                      what lies where, in the words of docs/flash-format.md
  dormouse image check main.img                        every invariant of store and heap
  dormouse image states main.img --json                the states that can be resumed`;

/** `dormouse image build|update|inspect|check|states`. */
export function imageCommand(finish: (status: number) => void): Command {
  const image = new Command("image")
    .description("build device images, and look at them")
    .addHelpText("after", EXAMPLES);
  withLaunchOptions(image.command("build"))
    .description("install a program on a new device")
    .option("--profile <name>", "board: tiny, spot, depot, gateway, desk or a YAML file", "spot")
    .option("--main <class>", "main class")
    .requiredOption("-o, --output <image>", "image file to make")
    .argument("[arguments...]", "arguments of the program (after --); with -jar, the jar comes first")
    .addHelpText("after", `${LAUNCH_HELP}\n${EXAMPLES}`)
    .action((words: string[], options: BuildOptions) => finish(build(words, options)));
  image
    .command("inspect")
    .description("print an image in the words of docs/flash-format.md")
    .argument("<image>")
    .option("--json", "as JSON")
    .action((path: string, options: { json?: true }) => finish(inspectImage(path, options.json ?? false)));
  image
    .command("check")
    .description("check every invariant of an image: exit status 0 if all hold, 65 if not")
    .argument("<image>")
    .option("--json", "as JSON")
    .action((path: string, options: { json?: true }) => finish(checkImage(path, options.json ?? false)));
  image
    .command("states")
    .description("list the states that an image holds")
    .argument("<image>")
    .option("--json", "as JSON")
    .action((path: string, options: { json?: true }) => finish(listStates(path, options.json ?? false)));
  image.addCommand(updateCommand(finish));
  return image;
}

function build(words: readonly string[], options: BuildOptions): number {
  const [main, args] = options.jar === true ? [words[0], words.slice(1)] : ([options.main, words] as const);
  if (main === undefined)
    throw usage("no main class is given", "image build", "give --main CLASS, or -jar JAR");
  const { program } = launchOf(main, args, options);
  const profile = findProfile(options.profile);
  buildImage(options.output, profile, readRom(), program);
  return 0;
}

import { Command } from "commander";
import { ClassPath, buildImage, findProfile, programOf, readRom } from "../host/index.ts";
import { usage } from "./arguments.ts";
import { checkImage } from "./image-check.ts";
import { inspectImage, listStates } from "./image-inspect.ts";

interface BuildOptions {
  readonly profile: string;
  readonly classPath?: string;
  readonly main: string;
  readonly output: string;
}

const EXAMPLES = `
Examples:
  dormouse image build --profile spot -cp build/classes --main Main -o main.img -- first second
  dormouse image inspect main.img                      what lies where, in the words of docs/flash-format.md
  dormouse image check main.img                        every invariant of store and heap
  dormouse image states main.img --json                the states that can be resumed`;

/** `dormouse image build|inspect|check|states`. */
export function imageCommand(finish: (status: number) => void): Command {
  const image = new Command("image")
    .description("build device images, and look at them")
    .addHelpText("after", EXAMPLES);
  image
    .command("build")
    .description("install a program on a new device")
    .option("--profile <name>", "board: tiny, spot, gateway, desk or a YAML file", "spot")
    .option("--class-path <path>", "directories and jars, separated by colons (also -cp)")
    .requiredOption("--main <class>", "main class")
    .requiredOption("-o, --output <image>", "image file to make")
    .argument("[arguments...]", "arguments of the program")
    .addHelpText("after", EXAMPLES)
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
  return image;
}

function build(words: readonly string[], options: BuildOptions): number {
  if (options.classPath === undefined) throw usage("no class path is given", "image build", "give -cp PATH");
  const program = programOf(new ClassPath(options.classPath), options.main, words);
  const profile = findProfile(options.profile);
  buildImage(options.output, profile, readRom(), program);
  return 0;
}

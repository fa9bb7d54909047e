import { Command } from "commander";
import { ProcessManager } from "../device/index.ts";
import { ClassPath, copyDevice, openDevice, programOf } from "../host/index.ts";
import type { OpenDevice } from "../host/index.ts";
import { countOption, usage } from "./arguments.ts";

interface UpdateOptions {
  readonly keepState?: true;
  readonly dropState?: true;
  readonly classPath?: string;
  readonly process: number;
}

const HELP = `
Examples:
  dormouse image update --keep-state -cp build/classes main.img      goes on where it was, with the new classes
  dormouse image update --drop-state -cp build/classes main.img      begins anew with them

With --keep-state objects keep their values: a new field is 0 or null, a new static field too unless it is a constant; a field that is gone or
has another type is an error that names it, and nothing is touched. A method that is under way goes on in its new code if that has the same
instructions (other constants), else in its old code until it returns. Static initialisers do not run again.
Power may go at any time: the device has the old version or the new one.`;

/** `dormouse image update`: other classes for a program on a device with state. */
export function updateCommand(finish: (status: number) => void): Command {
  return new Command("update")
    .description("put a new version of a program on a device")
    .option("--keep-state", "the process goes on with the new classes")
    .option("--drop-state", "the process begins anew with the new classes")
    .option("--class-path <path>", "directories and jars of the new version (also -cp)")
    .option("--process <number>", "process to update", countOption("--process", 1), 1)
    .argument("<image>", "image file")
    .addHelpText("after", HELP)
    .action((path: string, options: UpdateOptions) => finish(update(path, options)));
}

function update(path: string, options: UpdateOptions): number {
  const { keepState = false, dropState = false, classPath } = options;
  if (keepState === dropState)
    throw usage("what becomes of the state is not said", "image update", "give --keep-state or --drop-state");
  if (classPath === undefined) throw usage("no class path is given", "image update", "give -cp PATH");
  // What is refused is refused on a copy: the file is not even recovered then.
  updateOn(copyDevice(path), classPath, options);
  const open = openDevice(path);
  try {
    const { changed, underWay } = updateOn(open, classPath, options);
    if (keepState)
      process.stdout.write(
        changed.length === 0 ? "no loaded class has changed\n" : `changed: ${changed.join(", ")}\n`,
      );
    for (const method of underWay)
      process.stdout.write(`under way: ${method} goes on in its old code until it returns\n`);
    return 0;
  } finally {
    open.close();
  }
}

function updateOn(
  { chip, manifest, rom }: OpenDevice,
  classPath: string,
  { keepState, process: number }: UpdateOptions,
): ReturnType<ProcessManager["update"]> {
  const manager = new ProcessManager(chip);
  const { mainClass, arguments: words } = manager.get(number);
  const { classes } = programOf(new ClassPath(classPath), mainClass, words);
  return manager.update(number, classes, { keepState: keepState === true, profile: manifest.profile, rom });
}

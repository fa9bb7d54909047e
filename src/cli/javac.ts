import { Command } from "commander";
import { runJavac } from "../host/index.ts";

const EXAMPLES = `
Example:
  dormouse javac -d build/classes src/*.java

Exit status: javac's.`;

/** `dormouse javac`: compiles against the device's own class library. */
export function javacCommand(finish: (status: number) => void): Command {
  return new Command("javac")
    .description("compile Java sources against the device's class library (needs a JDK 17)")
    .requiredOption("-d <directory>", "where class files go")
    .argument("<sources...>", "Java source files")
    .addHelpText("after", EXAMPLES)
    .action((sources: string[], options: { d: string }) => finish(runJavac(options.d, sources)));
}

import { CommanderError } from "commander";
import { EXIT, UserError } from "../base/index.ts";
import { ImageLockedError } from "../host/index.ts";

/**
 * Turns what ended a command into an exit status, and one line on standard error: `dormouse: what, where, what to do`. An assertion of ours
 * that fails is told as what it is, with its stack under `--verbose`.
 */
export function reportFailure(error: unknown, verbose: boolean): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    if (error.code === "commander.help") return EXIT.usage;
    say(
      `${oneLine(error.message.replace(/^error: /, ""))}, on the command line, see dormouse --help`,
      undefined,
    );
    return EXIT.usage;
  }
  if (error instanceof UserError) {
    say(oneLine(error.message), verbose ? error.stack : undefined);
    return error.exitStatus;
  }
  if (error instanceof ImageLockedError) {
    say(oneLine(error.message), verbose ? error.stack : undefined);
    return EXIT.tryAgain;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  say(
    `${oneLine(message)}, inside the emulator, report it with the command line and --verbose`,
    verbose ? stack : undefined,
  );
  return EXIT.software;
}

function say(line: string, stack: string | undefined): void {
  process.stderr.write(`dormouse: ${line}\n${stack === undefined ? "" : `${stack}\n`}`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ");
}

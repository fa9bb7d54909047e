import { EXIT, UserError, parseSize } from "../base/index.ts";

/** Options of `run` and `cut` that take no value: what follows them may be the main class. */
const FLAGS = new Set([
  "--amnesia",
  "--evict-always",
  "--paranoid",
  "--all",
  "--each",
  "--verbose",
  "--help",
  "-h",
  "-jar",
  "--jar",
  "--until-worn",
]);
const ASSERTIONS = /^-(?:ea|da|enableassertions|disableassertions)(:.*)?$/;
const SYSTEM_ASSERTIONS = /^-(?:esa|dsa|enablesystemassertions|disablesystemassertions)$/;

export interface SpelledWords {
  readonly words: readonly string[];
  readonly verbose: boolean;
}

/**
 * Options as `java` spells them (`-cp`, `-jar`, `-Dk=v`, `-ea:…`) are not options in the eyes of the option parser, and `--verbose` may stand
 * anywhere. Only up to the main class: what follows belongs to the program.
 */
export function javaSpelling(argv: readonly string[]): SpelledWords {
  const own = argv.slice(0, ownWordCount(argv));
  return {
    words: own
      .filter((word) => word !== "--verbose")
      .map(parserWord)
      .concat(argv.slice(own.length)),
    verbose: own.includes("--verbose"),
  };
}

function parserWord(word: string): string {
  if (word === "-cp" || word === "-classpath") return "--class-path";
  if (word === "-jar") return "--jar";
  if (word.startsWith("-D")) return `--define=${word.slice(2)}`;
  if (SYSTEM_ASSERTIONS.test(word)) return `--assertions=${word.startsWith("-e") ? "-esa" : "-dsa"}`;
  const assertions = ASSERTIONS.exec(word);
  if (assertions === null) return word;
  return `--assertions=${word.startsWith("-e") ? "-ea" : "-da"}${assertions[1] ?? ""}`;
}

/** Whether the word before the main class takes no other word along. */
function standsAlone(word: string): boolean {
  return FLAGS.has(word) || word.includes("=") || parserWord(word).includes("=");
}

/** Words before the main class of `run` and `cut`, or before `--`; all of them for other commands. */
function ownWordCount(argv: readonly string[]): number {
  const end = argv.indexOf("--");
  const limit = end < 0 ? argv.length : end;
  const first = argv.findIndex((word) => !word.startsWith("-"));
  const command = argv[first] === "wear" ? first + 1 : first;
  if (!["run", "cut"].includes(argv[command] ?? "")) return limit;
  let index = command + 1;
  while (index < limit && argv[index]?.startsWith("-") === true)
    index += standsAlone(argv[index] ?? "") ? 1 : 2;
  return Math.min(index, limit);
}

/** A size option: `512K`, `4M`, `65536`. */
export function sizeOption(option: string): (text: string) => number {
  return (text) => {
    const bytes = parseSize(text);
    if (bytes !== undefined && bytes > 0) return bytes;
    throw usage(`"${text}" is no size`, option, "give bytes, or a number with K, M or G (512K)");
  };
}

/** A whole number from `least` on. */
export function countOption(option: string, least = 0): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (/^[0-9]+$/.test(text) && Number.isSafeInteger(count) && count >= least) return count;
    throw usage(`"${text}" is no number`, option, `give a whole number from ${least} on`);
  };
}

/** An address or byte count: `4096`, `0x1000`, `64K`. */
export function addressOption(option: string): (text: string) => number {
  return (text) => {
    const bytes = /^0x[0-9a-f]+$/i.test(text) ? Number(text) : parseSize(text);
    if (bytes !== undefined && Number.isSafeInteger(bytes)) return bytes;
    throw usage(`"${text}" is no address`, option, "give bytes, 0x and hex, or a number with K, M or G");
  };
}

/** A number above 0, fractions allowed. */
export function numberOption(option: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^[0-9]+(\.[0-9]+)?$/.test(text) && value > 0) return value;
    throw usage(`"${text}" is no number`, option, "give a number above 0");
  };
}

/** A time such as `250us`, `20ms`, `3s`, `2m`, in microseconds. */
export function timeOption(option: string): (text: string) => number {
  return (text) => {
    const match = /^([0-9]+(?:\.[0-9]+)?)(us|ms|s|m|h)$/.exec(text);
    if (match === null)
      throw usage(`"${text}" is no time`, option, "give a number with us, ms, s, m or h (20ms)");
    const unit = { us: 1, ms: 1e3, s: 1e6, m: 60e6, h: 3600e6 }[match[2] as "us" | "ms" | "s" | "m" | "h"];
    return Math.round(Number(match[1]) * unit);
  };
}

/** One of `words`. */
export function wordOption<Word extends string>(
  option: string,
  words: readonly Word[],
): (text: string) => Word {
  return (text) => {
    const word = words.find((candidate) => candidate === text);
    if (word !== undefined) return word;
    throw usage(`"${text}" is not known`, option, `give ${words.join(" or ")}`);
  };
}

/** Collects the values of an option `--set KEY=VALUE` that may stand several times. */
export function collectSetting(
  text: string,
  before: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] {
  return [...before, keyAndValue(text, "--set")];
}

export function keyAndValue(text: string, option: string): readonly [string, string] {
  const match = /^([A-Za-z]+)=(.+)$/.exec(text);
  if (match === null) throw usage(`"${text}" sets nothing`, option, "give key=value (lineBytes=512)");
  return [match[1] as string, match[2] as string];
}

/** A mistake on the command line. */
export function usage(what: string, where: string, whatToDo: string): UserError {
  return new UserError({ what, where, whatToDo, exitStatus: EXIT.usage });
}

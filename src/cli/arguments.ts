import { EXIT, UserError, parseSize } from "../base/index.ts";

/** `-cp`, as Java tools spell it, is not a short option in the eyes of the option parser. Only up to the main class's name. */
export function javaSpelling(argv: readonly string[]): string[] {
  return argv.map((word) => (word === "-cp" || word === "-classpath" ? "--class-path" : word));
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

/** A mistake on the command line. */
export function usage(what: string, where: string, whatToDo: string): UserError {
  return new UserError({ what, where, whatToDo, exitStatus: EXIT.usage });
}

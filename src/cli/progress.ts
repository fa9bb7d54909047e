import { createRequire } from "node:module";
import type * as CliProgress from "cli-progress";

/**
 * What a long command shows on standard error: a bar with time left on a terminal, a plain line now and then in a pipe. `failures` is left out
 * by commands that look for none.
 */
export interface ProgressLine {
  readonly show: (done: number, of: number, failures?: number) => void;
  readonly end: () => void;
}

const PLAIN_EVERY_MILLIS = 10_000;

export function progressLine(noun: string): ProgressLine {
  return process.stderr.isTTY ? bar(noun) : plain(noun);
}

function bar(noun: string): ProgressLine {
  // Loaded where a terminal shows it only.
  const { SingleBar } = createRequire(import.meta.url)("cli-progress") as typeof CliProgress;
  const single = new SingleBar({
    format: `{bar} {percentage}% | {value}/{total} ${noun}{found} | {rate}/s | {eta_formatted} left`,
    stream: process.stderr,
    hideCursor: true,
  });
  const begun = Date.now();
  let started = false;
  return {
    show: (done, of, failures) => {
      const rate = rateOf(done, begun);
      if (!started) single.start(of, done, { found: foundText(" | ", failures), rate });
      started = true;
      single.setTotal(of);
      single.update(done, { found: foundText(" | ", failures), rate });
    },
    end: () => single.stop(),
  };
}

function plain(noun: string): ProgressLine {
  const begun = Date.now();
  let shown = 0;
  return {
    show: (done, of, failures) => {
      const now = Date.now();
      if (now - shown < PLAIN_EVERY_MILLIS) return;
      shown = now;
      const left = Math.round((((now - begun) / Math.max(1, done)) * (of - done)) / 1000);
      const time = done === 0 ? "" : `, ${rateOf(done, begun)} a second, about ${left} s left`;
      process.stderr.write(`${done}/${of} ${noun}${foundText(", ", failures)}${time}\n`);
    },
    end: () => undefined,
  };
}

function foundText(before: string, failures: number | undefined): string {
  return failures === undefined ? "" : `${before}${failures} found`;
}

function rateOf(done: number, begun: number): string {
  const rate = (done * 1000) / Math.max(1, Date.now() - begun);
  return rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
}

import { SingleBar } from "cli-progress";

/** What a long command shows on standard error: a bar with time left on a terminal, a plain line now and then in a pipe. */
export interface ProgressLine {
  readonly show: (done: number, of: number, failures: number) => void;
  readonly end: () => void;
}

const PLAIN_EVERY_MILLIS = 10_000;

export function progressLine(noun: string): ProgressLine {
  return process.stderr.isTTY ? bar(noun) : plain(noun);
}

function bar(noun: string): ProgressLine {
  const single = new SingleBar({
    format: `{bar} {percentage}% | {value}/{total} ${noun} | {failures} found | {eta_formatted} left`,
    stream: process.stderr,
    hideCursor: true,
  });
  let started = false;
  return {
    show: (done, of, failures) => {
      if (!started) single.start(of, done, { failures });
      started = true;
      single.setTotal(of);
      single.update(done, { failures });
    },
    end: () => single.stop(),
  };
}

function plain(noun: string): ProgressLine {
  const begun = Date.now();
  let shown = begun;
  return {
    show: (done, of, failures) => {
      const now = Date.now();
      if (now - shown < PLAIN_EVERY_MILLIS) return;
      shown = now;
      const left = Math.round((((now - begun) / Math.max(1, done)) * (of - done)) / 1000);
      process.stderr.write(`${done}/${of} ${noun}, ${failures} found, about ${left} s left\n`);
    },
    end: () => undefined,
  };
}

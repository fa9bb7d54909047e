/** What `java` makes of the same mutants, many in one start. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packageFolder } from "../../src/host/index.ts";
import type { Mutant } from "./campaign.ts";
import type { Outcome } from "./run-mutant.ts";

export interface Judgement {
  /** "done", "thrown", "exit N" or "timeout". */
  readonly end: string;
  /** First line of what was thrown. */
  readonly thrown: string;
  readonly output: string;
}

/** By mutant number; a mutant that ended the machine itself has none, nor have those after it. */
export function judge(mutants: readonly Mutant[]): Map<number, Judgement> {
  const folder = mkdtempSync(join(tmpdir(), "dormouse-fuzz-"));
  const judgements = new Map<number, Judgement>();
  try {
    const source = join(packageFolder(), "test", "fuzz", "Judge.java");
    const javac = spawnSync("javac", ["-nowarn", "-Xlint:none", "-d", folder, source], { encoding: "utf8" });
    if (javac.status !== 0) throw new Error(`javac: ${javac.stderr}`);
    for (const { number, classes } of mutants) {
      for (const [name, bytes] of classes) {
        const file = join(folder, `${number}`, `${name}.class`);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, bytes);
      }
    }
    const list = join(folder, "list");
    writeFileSync(list, mutants.map(({ number, main }) => `${number} ${main}\n`).join(""));
    const flags = ["-Djava.security.manager=allow", "-XX:TieredStopAtLevel=1", "-Xmx300m", "-Xshare:auto"];
    const java = spawnSync("java", [...flags, "-cp", folder, "Judge", folder, list], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      timeout: 600_000,
    });
    for (const line of java.stdout.split("\n")) {
      const [number, end, thrown, output] = line.split("\t");
      if (output === undefined) continue;
      const text = Buffer.from(output, "base64").toString("utf8");
      judgements.set(Number(number), { end: end ?? "", thrown: thrown ?? "", output: text });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return judgements;
}

/** In what the two differ, undefined if in nothing that counts; a message's wording does not. */
export function difference(ours: Outcome, theirs: Judgement): string | undefined {
  const thrown = /^Exception in thread "main" (.*)$/m.exec(ours.errors)?.[1] ?? "";
  if (ours.kind === "failed") return undefined;
  const [ourClass, theirClass] = [thrown, theirs.thrown].map((text) => text.split(":")[0] ?? "");
  if (ours.kind === "waiting" || ours.kind === "ticks" || theirs.end === "timeout") {
    return isRefusal(theirClass) && ours.kind === "ticks"
      ? `java: ${theirs.thrown}, ours runs on`
      : undefined;
  }
  if (ourClass !== theirClass)
    return `java: ${theirs.end} ${theirs.thrown}\n    ours: ${ours.kind} ${thrown}`;
  if (ours.output !== theirs.output) return `output differs: ${firstDifference(ours.output, theirs.output)}`;
  return undefined;
}

function firstDifference(ours: string, theirs: string): string {
  const [left, right] = [ours.split("\n"), theirs.split("\n")];
  const at = left.findIndex((line, index) => line !== right[index]);
  return `java ${JSON.stringify(right[at] ?? "")}, ours ${JSON.stringify(left[at] ?? "")}`;
}

/** Different words for the same error. */
export function wording(ours: Outcome, theirs: Judgement): string | undefined {
  const thrown = /^Exception in thread "main" (.*)$/m.exec(ours.errors)?.[1] ?? "";
  if (thrown === theirs.thrown || ours.kind !== "exited") return undefined;
  return `java: ${theirs.thrown}\n    ours: ${thrown}`;
}

function isRefusal(className: string): boolean {
  return className === "java.lang.VerifyError" || className === "java.lang.ClassFormatError";
}

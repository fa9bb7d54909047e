/**
 * Records what `java` 17 prints for each program of test/java: compiles them all with plain `javac`, runs each one and
 * writes expected/NAME.out, expected/NAME.err (only where something was printed there) and expected/status.json. Arguments
 * and standard input come from inputs.json. `npm run record-java [NAME…]`; needs a JDK 17, the tests do not.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Input {
  readonly args?: readonly string[];
  readonly stdin?: string;
}
interface Outcome extends Input {
  readonly status: number;
}

const OUTPUT_BYTES_MAX = 8192;
const folder = join(import.meta.dirname, "../../../test/java");
const expected = join(folder, "expected");
const javaOptions = [
  "-XX:+UnlockDiagnosticVMOptions",
  "-XX:-UseLibmIntrinsic", // Math is StrictMath on the device
  "-XX:TieredStopAtLevel=1",
  "-Dfile.encoding=UTF-8",
  "-Xmx256m", // so that running out of memory does not take long
];

const sources = readdirSync(folder)
  .filter((file) => file.endsWith(".java"))
  .sort();
const inputs = readJson(join(folder, "inputs.json")) as Readonly<Record<string, Input>>;
const wanted = new Set(process.argv.slice(2));
const classes = mkdtempSync(join(tmpdir(), "dormouse-java-"));
compileAll();
recordAll();
rmSync(classes, { recursive: true });

function compileAll(): void {
  const paths = sources.map((file) => join(folder, file));
  const javac = spawnSync(
    "javac",
    ["-encoding", "UTF-8", "-nowarn", "-Xlint:none", "-d", classes, ...paths],
    {
      stdio: "inherit",
    },
  );
  if (javac.status !== 0) throw new Error("javac failed");
}

function recordAll(): void {
  const statusPath = join(expected, "status.json");
  const outcomes: Record<string, Outcome> = {};
  const before = existsSync(statusPath) ? (readJson(statusPath) as Record<string, Outcome>) : {};
  for (const name of sources.map((file) => file.replace(/\.java$/, ""))) {
    const skipped = wanted.size > 0 && !wanted.has(name);
    const outcome = skipped ? before[name] : record(name, inputs[name] ?? {});
    if (outcome !== undefined) outcomes[name] = outcome;
  }
  const lines = Object.entries(outcomes).map(
    ([name, each]) => `  ${JSON.stringify(name)}: ${JSON.stringify(each)}`,
  );
  writeFileSync(statusPath, `{\n${lines.join(",\n")}\n}\n`);
  process.stdout.write(`${lines.length} programs in status.json\n`);
}

function record(name: string, input: Input): Outcome {
  const run = spawnSync("java", [...javaOptions, "-cp", classes, name, ...(input.args ?? [])], {
    input: input.stdin ?? "",
    timeout: 120_000,
  });
  if (run.status === null)
    throw new Error(`${name} did not end by itself: ${String(run.error ?? run.signal)}`);
  if (run.stdout.length > OUTPUT_BYTES_MAX)
    process.stdout.write(`${name}: ${run.stdout.length} bytes are many\n`);
  writeFileSync(join(expected, `${name}.out`), run.stdout);
  const errorsPath = join(expected, `${name}.err`);
  if (run.stderr.length > 0) writeFileSync(errorsPath, run.stderr);
  else rmSync(errorsPath, { force: true });
  if (run.status !== 0 || run.stderr.length > 0)
    process.stdout.write(`${name}: status ${run.status}, ${run.stderr.length} bytes on standard error\n`);
  return { status: run.status, ...input };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

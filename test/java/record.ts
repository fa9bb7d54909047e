/**
 * Records what `java` 17 prints for each program of test/java and for the applications of firmware/apps: compiles them all
 * with plain `javac`, runs each one and writes expected/NAME.out, expected/NAME.err (only where something was printed
 * there) and expected/status.json (the programs) and expected/apps.json (the applications, with small arguments and with
 * none). Arguments and standard input of programs come from inputs.json. `npm run record-java [NAME…]`; needs a JDK 17,
 * the tests do not.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileLinking, linkingFolder } from "../linking-classes.ts";

interface Input {
  readonly args?: readonly string[];
  readonly stdin?: string;
}
interface Outcome extends Input {
  readonly main?: string;
  readonly status: number;
}

const OUTPUT_BYTES_MAX = 8192;
const top = join(import.meta.dirname, "../../..");
const folder = join(top, "test/java");
const expected = join(folder, "expected");
const javaOptions = [
  "-XX:+UnlockDiagnosticVMOptions",
  "-XX:-UseLibmIntrinsic", // Math is StrictMath on the device
  "-XX:TieredStopAtLevel=1",
  "-Dfile.encoding=UTF-8",
  "-Xmx256m", // so that running out of memory does not take long
];

/** Name of the recording, main class, arguments. */
const applications: readonly (readonly [string, string, readonly string[]])[] = [
  ["meter-short", "meter.Meter", ["3"]],
  ["ledger-short", "ledger.Ledger", ["10", "40", "2"]],
  ["notes-short", "notes.Notes", ["60"]],
  ["queue-short", "queue.Queue", ["600"]],
  ["sensorlog-short", "sensorlog.SensorLog", ["1200"]],
  ["cache-short", "cache.Cache", ["700"]],
  ["editor-short", "editor.Editor", ["250"]],
  ["documents-short", "documents.Documents", ["250"]],
  ["meter", "meter.Meter", []],
  ["ledger", "ledger.Ledger", []],
  ["notes", "notes.Notes", []],
  ["queue", "queue.Queue", []],
  ["sensorlog", "sensorlog.SensorLog", []],
  ["cache", "cache.Cache", []],
  ["editor", "editor.Editor", []],
  ["documents", "documents.Documents", []],
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
recordLinking();

function compileAll(): void {
  const apps = join(top, "firmware/apps");
  const paths = sources.map((file) => join(folder, file));
  for (const file of readdirSync(apps, { recursive: true, encoding: "utf8" }).sort())
    if (file.endsWith(".java")) paths.push(join(apps, file));
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
  const programs = sources.map((file) => file.replace(/\.java$/, ""));
  update("status.json", programs, (name) => record(name, name, inputs[name] ?? {}));
  const mains = new Map(applications.map(([name, main, args]) => [name, { main, args }]));
  update("apps.json", [...mains.keys()], (name) => {
    const { main, args } = mains.get(name) ?? { main: name, args: [] };
    return { main, ...record(name, main, { args }) };
  });
}

function recordLinking(): void {
  const run = spawnSync("java", ["-cp", compileLinking(), "Main"]);
  writeFileSync(join(linkingFolder, "expected.out"), run.stdout);
}

/** Writes one table of outcomes; keeps what it says about names that are not wanted this time. */
function update(table: string, names: readonly string[], recordOne: (name: string) => Outcome): void {
  const path = join(expected, table);
  const before = existsSync(path) ? (readJson(path) as Record<string, Outcome>) : {};
  const lines: string[] = [];
  for (const name of names) {
    const skipped = wanted.size > 0 && !wanted.has(name);
    const outcome = skipped ? before[name] : recordOne(name);
    if (outcome !== undefined) lines.push(`  ${JSON.stringify(name)}: ${JSON.stringify(outcome)}`);
  }
  writeFileSync(path, `{\n${lines.join(",\n")}\n}\n`);
  process.stdout.write(`${lines.length} in ${table}\n`);
}

function record(name: string, main: string, input: Input): Outcome {
  const run = spawnSync("java", [...javaOptions, "-cp", classes, main, ...(input.args ?? [])], {
    input: input.stdin ?? "",
    timeout: 120_000,
  });
  if (run.status === null)
    throw new Error(`${name} did not end by itself: ${String(run.error ?? run.signal)}`);
  if (run.stdout.length > OUTPUT_BYTES_MAX && name === main)
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

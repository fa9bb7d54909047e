/** `dormouse wear run` and `wear show` as their users run them: sweeps, reports, and what cannot be. On checked-in images: no JDK needed. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import t from "tap";
import { packageFolder } from "../../src/host/index.ts";

const command = join(packageFolder(), "build", "src", "cli", "main.js");
const image = join(packageFolder(), "images", "ledger.img");
const folder = mkdtempSync(join(tmpdir(), "dormouse-wear-"));
t.teardown(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);
/** Without the loaders of the test runner. */
const env = { ...process.env, NODE_OPTIONS: "" };
const short = [image, "4", "40", "2"];

function wear(...words: string[]): { status: number | null; out: string; error: string } {
  const run = spawnSync(process.execPath, [command, "wear", ...words], { encoding: "utf8", env });
  return { status: run.status, out: run.stdout, error: run.stderr };
}

t.test("a sweep: every combination, its best, its files", (t) => {
  const sweep = ["--sweep", "lineBytes=256,1024", "--sweep", "checkpoint=20000t,80000t"];
  const files = ["--json", path("a.json"), "--csv", path("a.csv"), "--svg", path("pictures")];
  const run = wear("run", "--jobs", "1", ...sweep, ...files, ...short);
  t.equal(run.status, 0, run.error);
  const { isPartial, notMeasured, runs } = JSON.parse(readFileSync(path("a.json"), "utf8"));
  t.same([isPartial, notMeasured, runs.length], [false, 0, 4]);
  t.same(runs[1].settings, { lineBytes: "256", checkpoint: "80000t" });
  t.ok(runs.some((one: { isBest: boolean }) => one.isBest));
  const rows = readFileSync(path("a.csv"), "utf8").trim().split("\n");
  t.equal(rows.length, 5);
  const column = rows[0]?.split(",").indexOf("bytesProgrammed") ?? -1;
  t.equal(Number(rows[1]?.split(",")[column]), runs[0].report.bytesProgrammed);
  t.match(run.out, "not beaten in flush time, work at risk and life");
  const pictures = readdirSync(path("pictures"));
  t.ok(pictures.includes("lineBytes-programmed.svg") && pictures.includes("pareto.svg"), pictures.join(" "));
  t.end();
});

t.test("settings that are no fields of a profile", (t) => {
  const settings = ["--set", "utilisation=60%", "--set", "levelThreshold=4", "--set", "enduranceCycles=500"];
  const run = wear("run", ...settings, "--json", "-", ...short);
  t.equal(run.status, 0, run.error);
  const { report } = JSON.parse(run.out).runs[0];
  const needed = report.contents.reduce((sum: number, one: { needed: number }) => sum + one.needed, 0);
  t.ok(needed / report.contents.length > 0.45, `${needed} of ${report.contents.length} blocks are needed`);
  t.match(report.life.assumption, "500 erases a block");
  t.end();
});

const refused: readonly (readonly [string, number, RegExp, readonly string[]])[] = [
  ["an unknown part", 78, /there is no part "w25q999".*name one of/, ["--part", "w25q999"]],
  ["an unknown setting", 78, /[Uu]nrecognized key.*"colour"/, ["--set", "colour=red"]],
  ["a sweep over what cannot be", 78, /lines of 300 bytes.*power of two/, ["--sweep", "lineBytes=256,300"]],
  ["a sweep without a value", 64, /leaves a value out/, ["--sweep", "lineBytes=256,,512"]],
  ["a sweep that is none", 64, /sets nothing.*key=value/, ["--sweep", "lineBytes"]],
  ["one setting twice", 64, /given twice/, ["--set", "lineBytes=512", "--sweep", "lineBytes=256,512"]],
  ["a share that is none", 64, /no share of the chip/, ["--set", "utilisation=2"]],
  ["a policy that is none", 64, /no checkpoint policy/, ["--sweep", "checkpoint=20000t,often"]],
  ["a chip that is too full", 73, /full.*utilisation=99%/, ["--set", "utilisation=99%"]],
  ["a file that cannot be written", 73, /cannot be written.*--html/, ["--html", "/nowhere/at/all.html"]],
];
for (const [what, status, message, words] of refused)
  t.test(`${what} is refused in one line`, (t) => {
    const run = wear("run", ...words, ...short);
    t.equal(run.status, status, run.error);
    t.match(run.error, message);
    t.equal(run.out, "");
    t.equal(
      run.error
        .trim()
        .split("\n")
        .filter((line) => line.startsWith("dormouse:")).length,
      1,
    );
    t.end();
  });

t.test("a run that is cut short says so everywhere", (t) => {
  const files = ["--json", path("b.json"), "--html", path("b.html")];
  const run = wear("run", "--budget", "1s", ...files, image, "40", "400000");
  t.equal(run.status, 75, run.error);
  t.match(run.out, "PARTIAL: 1 of 1 stopped early");
  t.equal(JSON.parse(readFileSync(path("b.json"), "utf8")).isPartial, true);
  t.match(readFileSync(path("b.html"), "utf8"), /class="partial">PARTIAL/);
  t.end();
});

t.test("Ctrl-C in the middle: a partial report", async (t) => {
  const words = ["run", "--jobs", "1", "--sweep", "keepStates=1,2", "--json", path("c.json")];
  const child = spawn(process.execPath, [command, "wear", ...words, image, "40", "400000"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  await once(child.stderr, "data");
  child.kill("SIGINT");
  const [status] = (await once(child, "close")) as [number | null];
  t.equal(status, 75);
  t.match(said, /PARTIAL: 1 of 2 stopped early.*\n.*1 of 2 not measured/);
  const { isPartial, notMeasured, runs } = JSON.parse(readFileSync(path("c.json"), "utf8"));
  t.same([isPartial, notMeasured, runs.length, runs[0].report.end], [true, 1, 1, "stopped"]);
});

t.test("wear show: the chip of an image, as text in a pipe", (t) => {
  const shown = wear("show", image);
  t.equal(shown.status, 0, shown.error);
  t.match(shown.out, /^part nor-4m: 1024 blocks, 0 to 1 erases/);
  t.match(shown.out, /by wear\n {5}0 {2}[0-9]{64}\n/);
  t.match(shown.out, /by content: .*\n {5}0 {2}[0-9.moX]{64}\n/);
  const json = JSON.parse(wear("show", "--json", image).out);
  t.same([json.blocks.length, json.contents.length], [1024, 1024]);
  t.match(wear("show", path("none.img")), { status: 66 });
  t.notOk(existsSync(path("none.img")));
  t.end();
});

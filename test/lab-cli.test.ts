/** `dormouse cut` as its users run it: shards, going on, lost workers, reports. On the example log: no JDK needed. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import t from "tap";
import { packageFolder } from "../src/host/index.ts";
import type { CampaignReport } from "../src/lab-api.ts";

const command = join(packageFolder(), "build", "src", "cli", "main.js");
const example = join(packageFolder(), "build", "test", "example-kv-log.js");
const folder = mkdtempSync(join(tmpdir(), "dormouse-lab-"));
t.teardown(() => rmSync(folder, { recursive: true }));

/** Without the loaders of the test runner, which cost more than the campaigns. */
const env = { ...process.env, NODE_OPTIONS: "" };
const path = (name: string): string => join(folder, name);
const plan = ["--sample", "60", "--seed", "4", "--jobs", "1"];

function cut(...words: string[]): { status: number | null; out: string; error: string } {
  const run = spawnSync(process.execPath, [command, "cut", ...words], { encoding: "utf8", env });
  return { status: run.status, out: run.stdout, error: run.stderr };
}

/** What shards and one run agree in: not what it cost, nor which cuts were known from an equal chip. */
function essence(name: string): unknown {
  const { cost: _cost, map, ...report } = JSON.parse(readFileSync(path(name), "utf8")) as CampaignReport;
  return { ...report, map: map.map((row) => row.replaceAll("=", ".")) };
}

t.test("two shards merged equal one run", (t) => {
  const one = cut(
    ...plan.slice(0, 4),
    "--jobs",
    "2",
    "--json",
    path("one.json"),
    "--html",
    path("one.html"),
    example,
  );
  t.equal(one.status, 0);
  t.match(one.out, /60 tried, [0-9]+ not tried\n/);
  for (const shard of ["1/2", "2/2"]) {
    const name = path(`${shard[0] ?? ""}.json`);
    t.equal(cut(...plan, "--shard", shard, "--json", name, example).status, 0);
  }
  t.equal(cut("merge", "--json", path("merged.json"), path("1.json"), path("2.json")).status, 0);
  t.same(essence("merged.json"), essence("one.json"));
  const twice = cut("merge", path("1.json"), path("1.json"));
  t.equal(twice.status, 2);
  t.match(twice.error, /^dormouse: cuts of operation [0-9]+ are in another report already/);
  t.end();
});

t.test("a campaign that ended early goes on where it was", (t) => {
  const early = cut(...plan, "--budget", "1ms", "--json", path("early.json"), example);
  t.equal(early.status, 0);
  t.match(early.error, /cuts are left, go on with\n {2}dormouse cut --continue .*early\.json/);
  const words = [...plan, "--continue", path("early.json"), "--json", path("whole.json"), example];
  t.equal(cut(...words).status, 0);
  t.same(essence("whole.json"), essence("one.json"));
  const other = cut("--sample", "9", "--jobs", "1", "--continue", path("early.json"), example);
  t.equal(other.status, 2);
  t.match(other.error, /not of the same campaign/);
  t.end();
});

t.test("Ctrl-C leaves a report and a command to go on", async (t) => {
  const words = [
    command,
    "cut",
    "--depth",
    "3",
    "--each",
    "--jobs",
    "1",
    "--json",
    path("stopped.json"),
    example,
  ];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "ignore", "pipe"], env });
  let error = "";
  child.stderr.on("data", (bytes: Buffer) => {
    if (error === "") child.kill("SIGINT");
    error += bytes.toString();
  });
  const status = await new Promise((resolve) => child.once("close", resolve));
  t.equal(status, 2);
  t.match(error, /go on with\n {2}dormouse cut --continue .*stopped\.json --depth 3 --each/);
  const report = JSON.parse(readFileSync(path("stopped.json"), "utf8")) as CampaignReport;
  t.equal(report.tried + report.notTried, report.possible);
  t.ok(report.tried < report.planned);
});

t.test("a lost worker costs its cuts, and no more", (t) => {
  const module = path("dies.mjs");
  const text = `import { isMainThread } from "node:worker_threads";
    import { kvLogScenario } from ${JSON.stringify(example)};
    const real = kvLogScenario();
    let left = 60;
    export const scenario = { name: real.name, oracles: real.oracles };
    for (const name of ["freshChip", "run", "recover", "keyOf"]) scenario[name] = (...words) => real[name](...words);
    scenario.judge = (...words) => { if (left-- === 0 && !isMainThread) process.exit(3); return real.judge(...words); };`;
  writeFileSync(module, text);
  const run = cut("--sample", "100", "--jobs", "1", "--json", path("lost.json"), module);
  t.equal(run.status, 2);
  t.match(run.error, /a worker ended early: it exited with status 3\n/);
  t.match(run.error, /go on with\n/);
  t.end();
});

t.test("what is found is told in every form, and a report that cannot be written says so", (t) => {
  const module = path("broken.mjs");
  writeFileSync(
    module,
    `import { kvLogScenario } from ${JSON.stringify(example)}; export const scenario = kvLogScenario("no-checksum");`,
  );
  const files = ["--html", path("found.html"), "--junit", path("found.xml"), "--json", path("found.json")];
  const run = cut("--sample", "60", "--jobs", "1", "--keep", path("kept"), ...files, module);
  t.equal(run.status, 1);
  const [, replay] = /FOUND (\S+) {2}before-or-after: /.exec(run.out) ?? [];
  t.ok(replay, run.out);
  t.match(run.out, /<- power cut: /);
  t.match(run.out, /chip kept in .*kept/);
  const again = cut("--replay", replay ?? "", module);
  t.equal(again.status, 1);
  t.match(again.out, / {2}before-or-after: /);
  t.match(readFileSync(path("found.xml"), "utf8"), /<failure type="before-or-after" message="/);
  t.match(drawn(readFileSync(path("found.html"), "utf8")), /FOUND\ndormouse cut --replay /);
  const nowhere = cut("--sample", "2", "--jobs", "1", "--json", path("no/such/folder.json"), module);
  t.equal(nowhere.status, 2);
  t.match(nowhere.error, /dormouse: the report cannot be written /);
  t.end();
});

/** Runs the page's script on a document that remembers, and clicks a cell that was found. */
function drawn(html: string): string {
  const data = /<script type="application\/json" id="report">(.*)<\/script>/.exec(html)?.[1] ?? "";
  const script = /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? "";
  const red: { x: number; y: number }[] = [];
  let onClick = (_event: { offsetX: number; offsetY: number }): void => undefined;
  const brush = {
    fillStyle: "",
    fillRect: (x: number, y: number) => brush.fillStyle === "#d1261b" && red.push({ x, y }),
  };
  const elements: Record<string, { textContent: string; append: () => void }> = {};
  const element = (id: string): unknown => {
    if (id === "cells") {
      return {
        getContext: () => brush,
        addEventListener: (_name: string, listener: typeof onClick) => (onClick = listener),
      };
    }
    return (elements[id] ??= { textContent: id === "report" ? data : "", append: () => undefined });
  };
  runInNewContext(script, { document: { getElementById: element, createElement: () => ({}) } });
  onClick({ offsetX: red[0]?.x ?? 0, offsetY: red[0]?.y ?? 0 });
  return elements["cell"]?.textContent ?? "";
}

/** The applications of firmware/apps, the workloads of the wear lab: each prints on a device what `java` 17 printed. Needs `javac`. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import t from "tap";
import { packageFolder } from "../../src/host/index.ts";
import { commandOf, runOnDevice } from "../java-corpus.ts";

interface Recording {
  readonly main: string;
  readonly status: number;
  readonly args: readonly string[];
}

const expected = join(packageFolder(), "test", "java", "expected");
const recordings = JSON.parse(readFileSync(join(expected, "apps.json"), "utf8")) as Record<string, Recording>;
const folder = mkdtempSync(join(tmpdir(), "dormouse-apps-"));
t.teardown(() => rmSync(folder, { recursive: true }));
const apps = join(packageFolder(), "firmware", "apps");
const sources = readdirSync(apps, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".java"))
  .map((path) => join(apps, path));
const javac = spawnSync("javac", ["-encoding", "UTF-8", "-nowarn", "-d", folder, ...sources]);
const skip = javac.error === undefined ? {} : { skip: "no javac on the PATH" };
const short = Object.entries(recordings).filter(([name]) => name.endsWith("-short"));

t.equal(short.length, 8, "eight applications have a short run");
for (const [name, { main, status, args }] of short)
  t.test(`${main} ${args.join(" ")}`, skip, async (t) => {
    t.equal(javac.status, 0, "the applications compile");
    const output = new Uint8Array(readFileSync(join(expected, `${name}.out`)));
    const program = { name: main, status, args, stdin: "", output };
    const mode = { profile: "spot" };
    const result = await runOnDevice(folder, program, mode);
    t.equal(result.status, status);
    t.equal(
      new TextDecoder().decode(result.output),
      new TextDecoder().decode(output),
      commandOf(program, mode),
    );
  });

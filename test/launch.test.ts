/** What `dormouse run` takes as `java` does: jars, system properties, assertions, standard input. Needs `javac`; skips without. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { zipSync } from "fflate";
import t from "tap";
import { packageFolder } from "../src/host/index.ts";
import { assertionsOn } from "../src/process/assertions.ts";

const command = join(packageFolder(), "build", "src", "cli", "main.js");
const folder = mkdtempSync(join(tmpdir(), "dormouse-launch-"));
t.teardown(() => rmSync(folder, { recursive: true }));
const source = join(packageFolder(), "test", "fixtures", "launch", "Launch.java");
const javac = spawnSync("javac", ["-d", folder, source], { encoding: "utf8" });
const skip = javac.status === 0 ? {} : { skip: "no javac on the PATH" };

function run(words: readonly string[], input: string): { status: number | null; out: string; error: string } {
  const result = spawnSync(process.execPath, [command, "run", ...words], {
    encoding: "utf8",
    input,
    cwd: folder,
  });
  return { status: result.status, out: result.stdout, error: result.stderr };
}

/** What the program prints for lines of input. */
function expected(given: string, words: string, lines: readonly string[]): string {
  const answers = lines.map((line, index) => `${index + 1} ${line} ${work(line)}\n? `);
  return `${given}\n${words}\n? ${answers.join("")}end\n`;
}

function work(line: string): number {
  let sum = 0;
  for (let i = 0; i < 20_000; i++) sum = (Math.imul(sum, 31) + line.charCodeAt(i % line.length)) | 0;
  return sum;
}

/** A jar of the compiled program whose manifest has a line that is continued. */
function makeJar(name: string, manifest: string): void {
  const bytes = zipSync({
    "META-INF/MANIFEST.MF": new TextEncoder().encode(manifest),
    ...(name !== "app.jar"
      ? {}
      : { "Launch.class": new Uint8Array(readFileSync(join(folder, "Launch.class"))) }),
  });
  writeFileSync(join(folder, name), bytes);
}

t.test("jars, class paths, properties and assertions", skip, (t) => {
  makeJar(
    "app.jar",
    "Manifest-Version: 1.0\r\nMain-Class: Lau\r\n nch\r\nClass-Path: rest.jar nowhere.jar\r\n\r\n",
  );
  makeJar("rest.jar", "Manifest-Version: 1.0\n");
  const jar = run(["-Dlevel=3=4", "-Dempty", "-ea", "-jar", "app.jar", "-x", "--seed"], "");
  t.same(jar, { status: 0, out: expected("3=4||nothing\nasserts true, false", "-x,--seed", []), error: "" });
  const path = run(["--profile", "spot", "-ea", "-da:Launch", "-cp", "*", "Launch", "-Dlevel=1"], "");
  t.same(path.out, expected("null|null|nothing\nasserts false, false", "-Dlevel=1", []));
  makeJar("starter.jar", "Manifest-Version: 1.0\nClass-Path: rest.jar app.jar\n");
  const named = run(["-cp", "starter.jar", "Launch"], "");
  t.same(named.out, expected("null|null|nothing\nasserts false, false", "", []), "what a jar names is there");
  const noMain = run(["-jar", "rest.jar"], "");
  t.same([noMain.status, noMain.out], [65, ""]);
  t.match(noMain.error, /^dormouse: the jar names no main class, rest\.jar, [^\n]+\n$/);
  t.equal(run(["-D=1", "Launch"], "").status, 64);
  t.end();
});

t.test(
  "input is neither lost nor doubled by cuts, and is committed before more is waited for",
  skip,
  async (t) => {
    const lines = Array.from({ length: 8 }, (_, index) => `line ${index * index}`);
    const all = expected("null|null|nothing\nasserts false, false", "", lines);
    for (const seed of [1]) {
      const { out, error } = run(
        ["--profile", "spot", "--cuts", "10", "--seed", `${seed}`, "Launch"],
        lines.join("\n"),
      );
      t.equal(out, all, `seed ${seed}`);
      t.equal(error, "", "all 10 cuts happened");
    }
    // A person types: the prompt is there before anything has been typed, though the power goes again and again.
    const child = spawn(process.execPath, [command, "run", "--profile", "spot", "--cuts", "9", "Launch"], {
      cwd: folder,
    });
    let out = "";
    child.stdout.on("data", (bytes: Buffer) => (out += bytes.toString()));
    for (const [index, line] of lines.slice(0, 3).entries()) {
      while (!out.endsWith(`? `) || out.split("?").length !== index + 2) await sleep(10);
      child.stdin.write(`${line}\n`);
    }
    while (out.split("?").length !== 5) await sleep(10);
    child.stdin.end();
    await once(child, "close");
    t.equal(out, expected("null|null|nothing\nasserts false, false", "", lines.slice(0, 3)));
  },
);

t.test("options for assertions count as they do for java", (t) => {
  const on = (options: string, name: string): boolean => assertionsOn(options.split(" "), name);
  t.ok(on("-ea", "a.B"));
  t.notOk(on("-ea", "java.util.List"));
  t.ok(on("-esa", "java.util.List"));
  t.notOk(on("-esa", "a.B"));
  t.notOk(on("-ea -da:a.B", "a.B"));
  t.ok(on("-da:a.B -ea:a.B", "a.B"), "the last of equals counts");
  t.ok(on("-ea:a.B -da:a...", "a.B"), "a class wins over its package");
  t.notOk(on("-ea:a... -da:a.b...", "a.b.C"), "a package wins over the one around it");
  t.ok(on("-ea:a... -da:a.b...", "a.c.C"));
  t.ok(on("-ea:...", "Main"));
  t.notOk(on("-ea:...", "a.Main"));
  t.end();
});

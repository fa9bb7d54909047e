/**
 * `npm run images`: compiles the applications of `firmware/apps` and builds their images, each a new `spot` with the present ROM. The same
 * sources, ROM and compiler give the same bytes, wherever the build runs.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ClassPath, buildImage, findProfile, programOf, readRom } from "../src/host/index.ts";
import { repositoryRoot } from "./build.ts";

/** Main class and arguments of each application: 5 to 10 seconds of host time. */
const APPLICATIONS: Readonly<Record<string, readonly string[]>> = {
  "meter.Meter": ["60"],
  "ledger.Ledger": ["100", "150000"],
  "notes.Notes": ["1500"],
};

function compile(root: string, classes: string): void {
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".java"))
    .sort()
    .map((path) => join(root, path));
  const options = ["-encoding", "UTF-8", "-g:source,lines", "-proc:none", "-nowarn", "-d", classes];
  const javac = spawnSync("javac", [...options, ...sources], { encoding: "utf8" });
  if (javac.error !== undefined) throw javac.error;
  if (javac.status !== 0) throw new Error(`javac ended with status ${javac.status}:\n${javac.stderr}`);
}

const classes = mkdtempSync(join(tmpdir(), "dormouse-apps-"));
try {
  compile(join(repositoryRoot(), "firmware", "apps"), classes);
  for (const [main, words] of Object.entries(APPLICATIONS)) {
    const path = join(repositoryRoot(), "images", `${main.split(".")[0]}.img`);
    rmSync(path, { force: true });
    buildImage(path, findProfile("spot"), readRom(), programOf(new ClassPath(classes), main, words));
    process.stdout.write(`${path.slice(repositoryRoot().length + 1)}: ${statSync(path).size} bytes\n`);
  }
} finally {
  rmSync(classes, { recursive: true, force: true });
}

/**
 * `npm run images`: compiles the applications of `firmware/apps` and builds `images/NAME.img`, each with the class library of
 * `images/micro.rom` inside. Needed again whenever the machine and the class library change together. The same sources, library and compiler
 * give the same bytes.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { profileNamed } from "../src/device/index.ts";
import { ClassPath, buildImage, programOf, readRom } from "../src/host/index.ts";
import { repositoryRoot } from "./build.ts";

/** Name of the image, main class, arguments: 5 to 10 seconds of work each. */
const applications: readonly (readonly [string, string, readonly string[]])[] = [
  ["ledger", "ledger.Ledger", ["100", "120000"]],
  ["meter", "meter.Meter", ["60"]],
  ["notes", "notes.Notes", ["1500"]],
];

const root = repositoryRoot();
const classes = mkdtempSync(join(tmpdir(), "dormouse-apps-"));
try {
  compile();
  for (const [name, main, words] of applications) build(name, main, words);
} finally {
  rmSync(classes, { recursive: true });
}

function compile(): void {
  const apps = join(root, "firmware", "apps");
  const sources = readdirSync(apps, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".java"))
    .map((file) => join(apps, file))
    .sort();
  const options = ["--release", "17", "-encoding", "UTF-8", "-g:source,lines", "-d", classes];
  const javac = spawnSync("javac", [...options, ...sources], { stdio: "inherit" });
  if (javac.error !== undefined) throw javac.error;
  if (javac.status !== 0) throw new Error(`javac ended with status ${javac.status}`);
}

function build(name: string, main: string, words: readonly string[]): void {
  const profile = profileNamed("spot");
  if (profile === undefined) throw new Error("there is no profile spot");
  const path = join(root, "images", `${name}.img`);
  rmSync(path, { force: true });
  buildImage(path, profile, readRom(), programOf(new ClassPath(classes), main, words));
  process.stdout.write(`images/${name}.img: ${main} ${words.join(" ")}\n`);
}

/**
 * `npm run firmware`: compiles the class library of `firmware/java.base` and writes it as the class archive
 * `images/micro.rom`. The same sources and the same compiler give the same bytes, wherever the build runs.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { writeArchive, type ArchiveClass } from "../src/vm/archive.ts";
import type { ClassFile } from "../src/vm/classfile/class-file.ts";
import { parseClassFile } from "../src/vm/classfile/parse.ts";
import { shareConstants } from "../src/vm/shared-constants.ts";
import { verifyLibrary } from "../src/vm/verify/file-world.ts";

/** The ROM region of the smallest board that carries the library. */
export const romLimitBytes = 2 * 1024 * 1024;

/** Whether a `javac` of version 17 or newer can be started. */
export function javacPresent(): boolean {
  const probe = spawnSync("javac", ["-version"], { encoding: "utf8" });
  const version = /javac (\d+)/.exec(`${probe.stdout ?? ""}${probe.stderr ?? ""}`);
  return probe.status === 0 && version !== null && Number(version[1]) >= 17;
}

/**
 * Compiles all sources under `sourceRoot` and returns the archive's bytes. module-info is an entry like the classes:
 * a compiler that is pointed at the unpacked archive needs it. Compile errors are thrown with javac's own text.
 */
export function buildRom(sourceRoot: string): Uint8Array {
  const outputRoot = mkdtempSync(join(tmpdir(), "dormouse-rom-"));
  try {
    const sources = filesUnder(sourceRoot, ".java");
    const options = ["--system", "none", "-XDstringConcat=inline", "-g:source,lines", "-proc:none"];
    const target = ["-source", "17", "-target", "17", "-encoding", "UTF-8", "-nowarn", "-d", outputRoot];
    const javac = spawnSync("javac", [...options, ...target, ...sources], { encoding: "utf8" });
    if (javac.error !== undefined) throw javac.error;
    if (javac.status !== 0) throw new Error(`javac ended with status ${javac.status}:\n${javac.stderr}`);
    const classes = readClasses(outputRoot);
    verifyClasses(classes);
    return writeArchive(shareConstants(classes));
  } finally {
    rmSync(outputRoot, { recursive: true, force: true });
  }
}

/** The machine trusts what is in the ROM: whatever does not verify is thrown as an error here. */
function verifyClasses(classes: readonly ArchiveClass[]): void {
  const files = new Map<string, ClassFile>();
  for (const { name, bytes } of classes) {
    if (name === "module-info") continue;
    const result = parseClassFile(bytes);
    if (result.kind !== "class") throw new Error(`class ${name}: ${result.what}`);
    files.set(name, result.file);
  }
  const complaints = verifyLibrary(files);
  if (complaints.length > 0) throw new Error(`the library does not verify:\n${complaints.join("\n")}`);
}

/** The class files under `root` as archive entries. */
export function readClasses(root: string): ArchiveClass[] {
  return filesUnder(root, ".class").map((path) => ({
    name: relative(root, path).slice(0, -".class".length).split(sep).join("/"),
    bytes: new Uint8Array(readFileSync(path)),
  }));
}

/** Files below `root` by their names' ending, sorted, so that the compiler sees the same order everywhere. */
function filesUnder(root: string, ending: string): string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending));
  return paths.map((entry) => join(entry.parentPath, entry.name)).sort();
}

/** Where the checked-in sources and the ROM are, seen from the compiled form of this file (build/firmware). */
export function repositoryRoot(): string {
  return join(dirname(fileURLToPath(import.meta.url)), "..", "..");
}

function main(): void {
  const root = repositoryRoot();
  const rom = buildRom(join(root, "firmware", "java.base"));
  if (rom.length > romLimitBytes) {
    throw new Error(`the library is ${rom.length} bytes, more than the ${romLimitBytes} of a board's ROM`);
  }
  mkdirSync(join(root, "images"), { recursive: true });
  writeFileSync(join(root, "images", "micro.rom"), rom);
  process.stdout.write(`images/micro.rom: ${rom.length} bytes\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();

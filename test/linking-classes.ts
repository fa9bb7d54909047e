/**
 * test/linking: classes that were compiled anew after those that use them. `old` and `new` are compiled each by itself, and so is
 * `mid`, whose supers are not the ones that its classes will meet; then new ones take the place of old ones, and some are gone.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageFolder } from "../src/host/index.ts";

export const linkingFolder = join(packageFolder(), "test", "linking");
const FROM_MID = ["Closed", "CircleB", "NestOut"];
const GONE = ["Gone"];

/** A folder with the classes, deleted when this process ends. */
export function compileLinking(): string {
  const top = mkdtempSync(join(tmpdir(), "dormouse-linking-"));
  process.on("exit", () => rmSync(top, { recursive: true, force: true }));
  const [old, young, mid] = ["old", "new", "mid"].map((name) => compile(name, join(top, name)));
  cpSync(young, old, { recursive: true });
  for (const name of FROM_MID) cpSync(join(mid, `${name}.class`), join(old, `${name}.class`));
  for (const name of GONE) rmSync(join(old, `${name}.class`));
  return old;
}

function compile(name: string, into: string): string {
  const folder = join(linkingFolder, name);
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".java"),
  );
  const paths = sources.sort().map((file) => join(folder, file));
  const javac = spawnSync("javac", ["-nowarn", "-Xlint:none", "-d", into, ...paths], { encoding: "utf8" });
  if (javac.status !== 0) throw new Error(`javac failed: ${javac.stderr}`);
  return into;
}

import { spawnSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { EXIT, UserError } from "../base/index.ts";
import { packageFolder } from "./rom.ts";

/**
 * Runs `javac` against our own class library (module `java.base` under `build/firmware`, compiled there first if need be), so that a
 * program that uses a class which the device lacks fails to compile instead of failing on the device.
 */
export function runJavac(outputFolder: string, sources: readonly string[]): number {
  const library = compiledLibrary();
  return javac([
    "--system",
    "none",
    "--module-path",
    library,
    "-g:source,lines",
    "-d",
    outputFolder,
    ...sources,
  ]);
}

function compiledLibrary(): string {
  const modules = join(packageFolder(), "build", "rom");
  if (existsSync(join(modules, "java.base", "module-info.class"))) return modules;
  const sources = join(packageFolder(), "firmware", "java.base");
  // It appears whole: others may be compiling it too.
  const mine = `${modules}-${process.pid}`;
  const options = [
    "--system",
    "none",
    "-XDstringConcat=inline",
    "-g:source,lines",
    "-d",
    join(mine, "java.base"),
  ];
  if (javac([...options, ...javaFiles(sources)]) !== 0) {
    rmSync(mine, { recursive: true, force: true });
    throw new UserError({
      what: "the class library could not be compiled",
      where: sources,
      whatToDo: "see the messages of javac above",
      exitStatus: EXIT.software,
    });
  }
  try {
    renameSync(mine, modules);
  } catch (error) {
    rmSync(mine, { recursive: true, force: true });
    if (!existsSync(join(modules, "java.base", "module-info.class"))) throw error;
  }
  return modules;
}

function javaFiles(folder: string): string[] {
  const found = spawnSync("find", [folder, "-name", "*.java"], { encoding: "utf8" });
  return found.stdout
    .split("\n")
    .filter((path) => path !== "")
    .sort();
}

function javac(options: readonly string[]): number {
  const result = spawnSync("javac", options, { stdio: "inherit" });
  if (result.error !== undefined) {
    throw new UserError({
      what: "javac was not found",
      where: "PATH",
      whatToDo: "install a JDK 17 (Debian: openjdk-17-jdk-headless)",
      exitStatus: EXIT.unavailable,
    });
  }
  return result.status ?? EXIT.software;
}

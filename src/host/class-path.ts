import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { EXIT, UserError } from "../base/index.ts";

interface ClassPathEntry {
  find(name: string): Uint8Array | undefined;
}

/** Class files of directories and jars, found by binary names with slashes; the first entry of the path that has a class wins. */
export class ClassPath {
  readonly text: string;
  readonly #entries: readonly ClassPathEntry[];

  /** `text` is `PATH[:PATH…]`. Throws `UserError` if an entry is missing or no jar. */
  constructor(text: string) {
    this.text = text;
    this.#entries = text
      .split(":")
      .filter((path) => path !== "")
      .map(openEntry);
  }

  find(name: string): Uint8Array | undefined {
    for (const entry of this.#entries) {
      const bytes = entry.find(name);
      if (bytes !== undefined) return bytes;
    }
    return undefined;
  }
}

function openEntry(path: string): ClassPathEntry {
  if (!existsSync(path)) {
    throw new UserError({
      what: "there is no such file or directory",
      where: `class path entry ${path}`,
      whatToDo: "give the directory or jar that holds the classes",
      exitStatus: EXIT.noInput,
    });
  }
  return statSync(path).isDirectory() ? directoryEntry(path) : jarEntry(path);
}

function directoryEntry(path: string): ClassPathEntry {
  return {
    find: (name) => {
      const file = join(path, `${name}.class`);
      return statSync(file, { throwIfNoEntry: false })?.isFile()
        ? new Uint8Array(readFileSync(file))
        : undefined;
    },
  };
}

function jarEntry(path: string): ClassPathEntry {
  const entries = unzipClasses(path);
  return { find: (name) => entries[`${name}.class`] };
}

function unzipClasses(path: string): Record<string, Uint8Array> {
  const bytes = readFileSync(path);
  try {
    return unzipSync(bytes, { filter: (file) => file.name.endsWith(".class") });
  } catch (error) {
    throw new UserError({
      what: `this is no jar that can be read (${error instanceof Error ? error.message : String(error)})`,
      where: `class path entry ${path}`,
      whatToDo: "give a directory, or a jar as `jar` and `zip` write them",
      exitStatus: EXIT.badInput,
    });
  }
}

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { EXIT, UserError } from "../base/index.ts";
import { fflate } from "./on-demand.ts";

interface ClassPathEntry {
  find(name: string): Uint8Array | undefined;
}

const MANIFEST = "META-INF/MANIFEST.MF";

/** Class files of directories and jars, found by binary names with slashes; the first entry of the path that has a class wins. */
export class ClassPath {
  readonly text: string;
  readonly #entries: readonly ClassPathEntry[];

  /** `text` is `PATH[:PATH…]`, where `DIR/*` stands for the jars of a directory; a jar brings what its `Class-Path` names. Throws `UserError` if an entry is missing or no jar. */
  constructor(text: string) {
    this.text = text;
    this.#entries = withNamed(pathsOf(text)).map(openEntry);
  }

  find(name: string): Uint8Array | undefined {
    for (const entry of this.#entries) {
      const bytes = entry.find(name);
      if (bytes !== undefined) return bytes;
    }
    return undefined;
  }
}

/** What `java -jar` makes of a jar: its main class, and the class path, which is the jar. */
export interface RunnableJar {
  readonly mainClass: string;
  readonly classPath: string;
}

/** Throws `UserError` if the jar cannot be read or names no main class. */
export function runnableJar(path: string): RunnableJar {
  requireEntry(path, "jar");
  const manifest = manifestOf(path);
  const mainClass = manifest.get("main-class");
  if (mainClass === undefined) {
    throw new UserError({
      what: "the jar names no main class",
      where: path,
      whatToDo: "give -cp JAR and the main class, or a jar whose manifest has Main-Class",
      exitStatus: EXIT.badInput,
    });
  }
  return { mainClass, classPath: path };
}

/** What the `Class-Path` of a jar's manifest names and is there; nothing for what is no jar. */
function namedBy(path: string): readonly string[] {
  if (!isFile(path)) return [];
  const others = (manifestOf(path).get("class-path") ?? "").split(" ").filter((other) => other !== "");
  const folder = dirname(path);
  return others
    .map(decoded)
    .map((other) => (isAbsolute(other) ? other : join(folder, other)))
    .filter((other) => existsSync(other));
}

/** Each path, and after it what it names that is not there yet. */
function withNamed(paths: readonly string[]): readonly string[] {
  const all = new Set<string>();
  const add = (path: string): void => {
    if (all.has(path)) return;
    all.add(path);
    namedBy(path).forEach(add);
  };
  paths.forEach(add);
  return [...all];
}

/** `Class-Path` holds URLs. */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url.replace(/^file:/, ""));
  } catch {
    return url;
  }
}

/** Attributes of the main section, names in lower case. A line that begins with a space goes on with the one before. */
function manifestOf(path: string): ReadonlyMap<string, string> {
  const bytes = unzip(path, (name) => name.toUpperCase() === MANIFEST);
  const text = new TextDecoder().decode(Object.values(bytes)[0] ?? new Uint8Array(0));
  const [main = ""] = text.replaceAll(/\r\n?/g, "\n").replaceAll("\n ", "").split("\n\n");
  const pairs = main.split("\n").map((line) => /^([\w-]+): (.*)$/.exec(line));
  return new Map(
    pairs.flatMap((pair) =>
      pair === null ? [] : [[(pair[1] as string).toLowerCase(), (pair[2] as string).trim()]],
    ),
  );
}

function pathsOf(text: string): readonly string[] {
  return text
    .split(":")
    .filter((path) => path !== "")
    .flatMap((path) => (path === "*" || path.endsWith("/*") ? jarsIn(path.slice(0, -1)) : [path]));
}

/** As with `java`: every jar of the directory, none of its own subdirectories. */
function jarsIn(folder: string): readonly string[] {
  const path = folder === "" ? "." : folder;
  requireEntry(path, "class path entry");
  return readdirSync(path)
    .filter((file) => /\.jar$/i.test(file))
    .sort()
    .map((file) => join(path, file));
}

function requireEntry(path: string, kind: string): void {
  if (existsSync(path)) return;
  throw new UserError({
    what: "there is no such file or directory",
    where: `${kind} ${path}`,
    whatToDo: "give the directory or jar that holds the classes",
    exitStatus: EXIT.noInput,
  });
}

function openEntry(path: string): ClassPathEntry {
  requireEntry(path, "class path entry");
  return statSync(path).isDirectory() ? directoryEntry(path) : jarEntry(path);
}

function directoryEntry(path: string): ClassPathEntry {
  return {
    find: (name) => {
      const file = join(path, `${name}.class`);
      return isFile(file) ? readBytes(file) : undefined;
    },
  };
}

/** Programs ask for classes of any name, also of ones that no file system takes. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

function jarEntry(path: string): ClassPathEntry {
  const entries = unzip(path, (name) => name.endsWith(".class"));
  return { find: (name) => entries[`${name}.class`] };
}

function unzip(path: string, wants: (name: string) => boolean): Record<string, Uint8Array> {
  const bytes = readBytes(path);
  try {
    return fflate().unzipSync(bytes, { filter: (file) => wants(file.name) });
  } catch (error) {
    throw new UserError({
      what: `this is no jar that can be read (${error instanceof Error ? error.message : String(error)})`,
      where: `class path entry ${path}`,
      whatToDo: "give a directory, or a jar as `jar` and `zip` write them",
      exitStatus: EXIT.badInput,
    });
  }
}

function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw new UserError({
      what: `the file cannot be read (${error instanceof Error ? error.message : String(error)})`,
      where: path,
      whatToDo: "make it readable, or give another one",
      exitStatus: EXIT.noPermission,
    });
  }
}

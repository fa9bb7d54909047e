/** The programs that are mutated: checked-in class files, or all short programs of test/java where they can be compiled. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../../src/host/index.ts";
import type { ClassFile } from "../../src/vm/classfile/class-file.ts";
import { parseClassFile } from "../../src/vm/classfile/parse.ts";
import { openArchive, plainArchiveBytes, writeArchive } from "../../src/vm/archive.ts";

export interface Seed {
  readonly main: string;
  readonly classes: ReadonlyMap<string, Uint8Array>;
  readonly files: readonly ClassFile[];
}

const fixture = join(packageFolder(), "test", "fixtures", "fuzz", "seeds.bin");

/** Programs of the checked-in archive: its entries are "program/class". */
export function fixtureSeeds(): Seed[] {
  const opening = openArchive(plainArchiveBytes(new Uint8Array(readFileSync(fixture))));
  if (opening.kind !== "archive") throw new Error(`${fixture}: ${opening.what}`);
  const programs = new Map<string, Map<string, Uint8Array>>();
  for (let index = 0; index < opening.archive.classCount; index++) {
    const entry = opening.archive.entry(index);
    const slash = entry.name.indexOf("/");
    const program = entry.name.slice(0, slash);
    const classes = programs.get(program) ?? new Map<string, Uint8Array>();
    classes.set(entry.name.slice(slash + 1), opening.archive.classFile(entry).slice());
    programs.set(program, classes);
  }
  return [...programs].map(([main, classes]) => seedOf(main, classes));
}

/** Bytes of a fixture with these programs. */
export function fixtureBytes(seeds: readonly Seed[]): Uint8Array {
  return writeArchive(
    seeds.flatMap(({ main, classes }) =>
      [...classes].map(([name, bytes]) => ({ name: `${main}/${name}`, bytes })),
    ),
  );
}

/** Programs of a folder of compiled classes, by the names of their main classes. */
export function folderSeeds(folder: string, mains: readonly string[]): Seed[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".class"));
  return mains.map((main) => {
    const own = names.filter((name) => name === `${main}.class` || name.startsWith(`${main}$`));
    const classes = own.map((name) => {
      return [name.slice(0, -6), new Uint8Array(readFileSync(join(folder, name)))] as const;
    });
    return seedOf(main, new Map(classes));
  });
}

function seedOf(main: string, classes: ReadonlyMap<string, Uint8Array>): Seed {
  const files = [...classes.values()].map((bytes) => {
    const result = parseClassFile(bytes);
    if (result.kind !== "class") throw new Error(`${main}: ${result.what}`);
    return result.file;
  });
  return { main, classes, files };
}

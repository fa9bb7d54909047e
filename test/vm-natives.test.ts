/** The natives of the machine and those of the class library are the same. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { repositoryRoot } from "../firmware/build.ts";
import { checkArchive } from "../src/vm/archive.ts";
import { ACC } from "../src/vm/classfile/class-file.ts";
import { parseClassFile } from "../src/vm/classfile/parse.ts";
import { nativeTable } from "../src/vm/natives/index.ts";

t.test("every native method of the ROM has an implementation, and every implementation a method", (t) => {
  const romPath = join(repositoryRoot(), "images", "micro.rom");
  if (!existsSync(romPath)) return void t.end();
  const opening = checkArchive(new Uint8Array(readFileSync(romPath)));
  if (opening.kind !== "archive") return void t.fail(opening.what);
  const { archive } = opening;
  const declared: string[] = [];
  for (let index = 0; index < archive.classCount; index++) {
    const entry = archive.entry(index);
    if (entry.name === "module-info") continue;
    const parsed = parseClassFile(archive.classFile(entry));
    if (parsed.kind !== "class") return void t.fail(parsed.what);
    for (const { access, name, descriptor } of parsed.file.methods) {
      if ((access & ACC.NATIVE) !== 0) declared.push(`${parsed.file.name}.${name}${descriptor}`);
    }
  }
  t.same([...nativeTable.keys()].sort(), declared.sort());
  return t.end();
});

/** The natives of the machine and those of the class library are the same. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { repositoryRoot } from "../firmware/build.ts";
import { ACC } from "../src/vm/classfile/class-file.ts";
import { nativeTable } from "../src/vm/natives/index.ts";
import { romLibrary } from "../src/vm/rom.ts";

t.test("every native method of the ROM has an implementation, and every implementation a method", (t) => {
  const romPath = join(repositoryRoot(), "images", "micro.rom");
  if (!existsSync(romPath)) return void t.end();
  const declared: string[] = [];
  for (const file of romLibrary(new Uint8Array(readFileSync(romPath))).classFiles()) {
    for (const { access, name, descriptor } of file.methods) {
      // Calls of signature polymorphic methods are linked to classes of their own (JVMS 2.9.3).
      if (file.name === "java/lang/invoke/MethodHandle") continue;
      if ((access & ACC.NATIVE) !== 0) declared.push(`${file.name}.${name}${descriptor}`);
    }
  }
  t.same([...nativeTable.keys()].sort(), declared.sort());
  return t.end();
});

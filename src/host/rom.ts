import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { EXIT, UserError } from "../base/index.ts";

/** The folder of the package: where `package.json` and `images/` lie, from sources and from `build/` alike. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the package has no package.json above its sources");
    folder = parent;
  }
  return folder;
}

/** The class library `micro` as a class archive. */
export function readRom(): Uint8Array {
  const path = join(packageFolder(), "images", "micro.rom");
  if (!existsSync(path)) {
    throw new UserError({
      what: "the class library is missing",
      where: path,
      whatToDo: "restore images/micro.rom, or make it with `npm run firmware` (needs javac 17)",
      exitStatus: EXIT.noInput,
    });
  }
  return new Uint8Array(readFileSync(path));
}

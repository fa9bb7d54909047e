/** Run by `bundle.ts`: executes a small run and a boot with the bundle, and keeps the code that V8 has made of it. */
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFolder } from "../host/index.ts";
import { runBundle } from "./bundle-loader.ts";
import { smallProgram } from "./small-program.ts";

const folder = mkdtempSync(join(tmpdir(), "dormouse-build-"));
const cache = fileURLToPath(new URL("dormouse.bundle.cache", import.meta.url));
rmSync(cache, { force: true });
process.stdout.write = () => true;

async function execute(...words: readonly string[]): Promise<Buffer> {
  process.argv.splice(2, Infinity, ...words);
  const script = await runBundle();
  return script.createCachedData();
}

try {
  writeFileSync(join(folder, "Main.class"), smallProgram);
  const image = join(packageFolder(), "images", "ledger.img");
  // It is made with this build, and so may be missing or of an older one; the code is then that of a run alone.
  if (existsSync(image)) {
    copyFileSync(image, join(folder, "ledger.img"));
    await execute("boot", "--for", "20ms", "--console", join(folder, "out.txt"), join(folder, "ledger.img"));
  }
  const code = await execute("run", "-cp", folder, "Main");
  writeFileSync(`${cache}.new`, code);
  renameSync(`${cache}.new`, cache);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = 0;

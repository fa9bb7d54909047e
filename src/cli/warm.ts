/** Run by `bundle.ts`: executes a small run and a boot with the bundle, and keeps the code that V8 has made of it. */
import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFolder } from "../host/index.ts";
import { runBundle } from "./bundle-loader.ts";

/** `class Main { public static void main(String[] words) { System.out.println(words.length); } }` */
const MAIN_CLASS =
  "yv66vgAAADQAGAoAAgADBwAEDAAFAAYBABBqYXZhL2xhbmcvT2JqZWN0AQAGPGluaXQ+AQADKClWCQAIAAkHAAoMAAsADAEA" +
  "EGphdmEvbGFuZy9TeXN0ZW0BAANvdXQBABVMamF2YS9pby9QcmludFN0cmVhbTsKAA4ADwcAEAwAEQASAQATamF2YS9pby9Q" +
  "cmludFN0cmVhbQEAB3ByaW50bG4BAAQoSSlWBwAUAQAETWFpbgEABENvZGUBAARtYWluAQAWKFtMamF2YS9sYW5nL1N0cmlu" +
  "ZzspVgAgABMAAgAAAAAAAgAAAAUABgABABUAAAARAAEAAQAAAAUqtwABsQAAAAAACQAWABcAAQAVAAAAFQACAAEAAAAJsgAH" +
  "Kr62AA2xAAAAAAAA";

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
  writeFileSync(join(folder, "Main.class"), Buffer.from(MAIN_CLASS, "base64"));
  copyFileSync(join(packageFolder(), "images", "ledger.img"), join(folder, "ledger.img"));
  await execute("boot", "--for", "20ms", "--console", join(folder, "out.txt"), join(folder, "ledger.img"));
  const code = await execute("run", "-cp", folder, "Main");
  writeFileSync(`${cache}.new`, code);
  renameSync(`${cache}.new`, cache);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = 0;

import { createRequire } from "node:module";
import type * as FileSystem from "node:fs";
import type * as Vm from "node:vm";

// By `require`, which unlike `import` does not look at everything that these export.
const load = createRequire(import.meta.url);
const { readFileSync } = load("node:fs") as typeof FileSystem;
const { Script } = load("node:vm") as typeof Vm;

const url = new URL("dormouse.bundle.cjs", import.meta.url);
const cacheUrl = new URL("dormouse.bundle.cache", import.meta.url);

type BundleBody = (
  require: NodeJS.Require,
  bundleUrl: string,
  importModule: (specifier: string) => Promise<unknown>,
) => Promise<void>;

/** Runs the command line of this process; returns the script, whose code V8 has made meanwhile. */
export async function runBundle(): Promise<Vm.Script> {
  const cachedData = readCache();
  const script = new Script(readFileSync(url, "latin1"), {
    filename: url.pathname,
    ...(cachedData !== undefined && { cachedData }),
  });
  const body = script.runInThisContext() as BundleBody;
  await body(load, url.href, (specifier) => import(specifier));
  return script;
}

function readCache(): Buffer | undefined {
  try {
    return readFileSync(cacheUrl);
  } catch {
    return undefined;
  }
}

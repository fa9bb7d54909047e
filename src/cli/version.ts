import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../host/index.ts";

/** The package's version. */
export const VERSION = (
  JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")) as { version: string }
).version;

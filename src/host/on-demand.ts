/** Packages that only a user's own profile or part needs, loaded when asked: together they take as long as a small program. */
import { createRequire } from "node:module";
import type * as Yaml from "yaml";
import type * as Zod from "zod";

const load = createRequire(import.meta.url);

export function zod(): typeof Zod {
  return load("zod") as typeof Zod;
}

export function yaml(): typeof Yaml {
  return load("yaml") as typeof Yaml;
}

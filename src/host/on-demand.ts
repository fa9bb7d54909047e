/** Packages that few commands need, loaded when asked: together they take as long as a small program. */
import { createRequire } from "node:module";
import type * as Fflate from "fflate";
import type * as Yaml from "yaml";
import type * as Zod from "zod";

const load = createRequire(import.meta.url);

/** For jars and for images that are made. */
export function fflate(): typeof Fflate {
  return load("fflate") as typeof Fflate;
}

export function zod(): typeof Zod {
  return load("zod") as typeof Zod;
}

export function yaml(): typeof Yaml {
  return load("yaml") as typeof Yaml;
}

/** The parts that Dormouse knows by name. */
import { genericByName } from "./parts/generic.ts";
import type { Part } from "./part.ts";
import { mt29f2g08 } from "./parts/mt29f2g08.ts";
import { mx25l12835f } from "./parts/mx25l12835f.ts";
import { mx25r6435f } from "./parts/mx25r6435f.ts";
import { n25q128a13 } from "./parts/n25q128a13.ts";
import { s25fl128s } from "./parts/s25fl128s.ts";
import { s29gl128s } from "./parts/s29gl128s.ts";
import { sst26vf064b } from "./parts/sst26vf064b.ts";
import { w25n01gv } from "./parts/w25n01gv.ts";
import { w25q128 } from "./parts/w25q128.ts";
import { w25q256jv } from "./parts/w25q256jv.ts";

const realParts: readonly Part[] = [
  w25q128,
  w25q256jv,
  mx25l12835f,
  mx25r6435f,
  n25q128a13,
  s25fl128s,
  sst26vf064b,
  s29gl128s,
  mt29f2g08,
  w25n01gv,
];

const genericNames = [
  "nor-1m",
  "nor-1m-ecc16",
  "nor-4m",
  "nor-16m",
  "nor-16m-64k",
  "nor-128m",
  "nor-256m",
  "nand-1m",
  "nand-128m",
] as const;

/** Names to offer a user. Any other `nor-SIZE` and `nand-SIZE` is known as well. */
export function partNames(): readonly string[] {
  return [...genericNames, ...realParts.map((part) => part.name)];
}

/**
 * The part of that name (case does not matter): one of `partNames()`, or a generic `nor-SIZE`, `nor-SIZE-ecc16`, `nor-SIZE-64k` or `nand-SIZE`.
 * Undefined where there is none; `PartError` where the size of a generic part cannot be.
 */
export function partByName(name: string): Part | undefined {
  const lowerName = name.toLowerCase();
  return realParts.find((part) => part.name === lowerName) ?? genericByName(lowerName);
}

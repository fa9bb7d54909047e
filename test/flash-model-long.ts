/** `npm run flash-model [SEED]`: at least 100,000 random operations, cuts and resets on each of these parts, against the reference. */
import { partByName } from "../src/flash/index.ts";
import { runModel } from "./flash-model.ts";

const seed = Number(process.argv[2] ?? 1);
for (const name of ["nor-64k", "nor-64k-ecc16", "s29gl128s", "nand-256k", "mt29f2g08", "w25n01gv"]) {
  const part = partByName(name);
  if (part === undefined) throw new Error(`${name} is a part`);
  let count = 0;
  for (let round = 0; count < 100_000; round++) count += runModel(part, { seed: seed + round, runs: 100 });
  console.log(`${name.padEnd(14)} ${count} operations, no difference`);
}

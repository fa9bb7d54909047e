/** Random operations against a reference; `npm run flash-model` does a hundred times as many. */
import t from "tap";
import { partByName } from "../src/flash/index.ts";
import { runModel } from "./flash-model.ts";

for (const name of ["nor-64k", "nor-64k-ecc16", "nand-256k", "nand-16m", "mt29f2g08"]) {
  t.test(`${name} does what the reference does`, (t) => {
    const part = partByName(name);
    if (part === undefined) throw new Error(`${name} is a part`);
    const count = runModel(part, { seed: 31, runs: 20 });
    t.ok(count > 200, `${count} operations`);
    t.end();
  });
}

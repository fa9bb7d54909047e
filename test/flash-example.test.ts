/** The example of docs/flash-chip.md is this file's neighbour, to the letter, and finds what it says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { packageFolder } from "../src/host/index.ts";
import { cutEverywhere } from "./flash-example.ts";

t.test("a file system without checks loses numbers, one with checks does not", (t) => {
  const lost = cutEverywhere(40, false);
  t.ok(lost.length > 20, `${lost.length} cuts, the first ${lost[0]}`);
  t.same(cutEverywhere(40, true), []);
  t.end();
});

t.test("the document shows the same text", (t) => {
  const code = readFileSync(join(packageFolder(), "test", "flash-example.ts"), "utf8");
  const shown = code.replaceAll("../src/flash/index.ts", "dormouse-emulator/flash");
  const page = readFileSync(join(packageFolder(), "docs", "flash-chip.md"), "utf8");
  t.ok(page.includes(`\`\`\`ts\n${shown}\`\`\``), "docs/flash-chip.md holds test/flash-example.ts");
  t.end();
});

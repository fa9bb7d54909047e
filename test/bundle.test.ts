import { spawnSync } from "node:child_process";
import { join } from "node:path";
import t from "tap";
import { packageFolder } from "../src/host/index.ts";

const folder = join(packageFolder(), "build", "src", "cli");

function run(script: string, ...words: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync("node", [join(folder, script), ...words], {
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}

t.test("the command in one file does what the command in many does", async (t) => {
  t.same(run("bundle.js"), { status: 0, output: "" }, "every statement of the build is of a known form");
  const image = join(packageFolder(), "images", "ledger.img");
  for (const words of [["--help"], ["image", "states", image], ["run", "-cp", folder, "NoSuchClass"]]) {
    t.same(run("dormouse.js", ...words), run("main.js", ...words), words.join(" "));
  }
});

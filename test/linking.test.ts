/** What linking says of classes that no longer fit together: as `java` 17 says it. Needs `javac`. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { runOnDevice } from "./java-corpus.ts";
import { compileLinking, linkingFolder } from "./linking-classes.ts";

const skip = spawnSync("javac", ["-version"]).status === 0 ? {} : { skip: "no javac on the PATH" };

t.test("classes that were changed after their users were compiled", skip, async (t) => {
  const expected = readFileSync(join(linkingFolder, "expected.out"), "utf8");
  const program = { name: "Main", status: 0, args: [], stdin: "", output: new Uint8Array() };
  const result = await runOnDevice(compileLinking(), program, { profile: "spot", amnesia: true });
  t.equal(new TextDecoder().decode(result.output), expected, "npm run record-java records what java says");
  t.equal(result.status, 0, result.errors);
});

/** Format checks: one class file, changed in one place, and what `java` 17 says of it (test/classfile-expected.json). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { packageFolder } from "../src/host/index.ts";
import { parseClassFile } from "../src/vm/classfile/parse.ts";
import { changedClassFiles } from "./classfile-cases.ts";

const ERRORS = {
  broken: "java.lang.ClassFormatError",
  "unsupported-version": "java.lang.UnsupportedClassVersionError",
  "no-class": "java.lang.NoClassDefFoundError",
} as const;

t.test("each change gets what java says of it", (t) => {
  const path = join(packageFolder(), "test", "classfile-expected.json");
  const expected = JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
  for (const [title, bytes] of changedClassFiles()) {
    const result = parseClassFile(bytes, "Case");
    const said = result.kind === "class" ? "" : `${ERRORS[result.kind]}: ${result.what}`;
    t.equal(said, expected[title], title);
  }
  t.end();
});

t.test("no prefix of a class file is one, and none makes the parser throw", (t) => {
  const [, whole] = changedClassFiles()[0] as [string, Uint8Array];
  for (let length = 0; length < whole.length; length++) {
    const result = parseClassFile(whole.subarray(0, length), "Case");
    if (result.kind === "class") t.fail(`${length} bytes of ${whole.length} are taken for all`);
  }
  t.equal(parseClassFile(whole, "Case").kind, "class");
  t.end();
});

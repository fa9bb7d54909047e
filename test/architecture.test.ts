/** The shape of the sources is a test: floors, doors, circles, what may be named where, and how long things are. */
import { readdirSync, readFileSync } from "node:fs";
import t from "tap";
import {
  catchComplaints,
  circleComplaints,
  doorComplaints,
  floorOf,
  hostNameComplaints,
  importComplaints,
  tooLong,
  type Floor,
  type Sources,
} from "./shape.ts";

/** Lowest first; an entry names only earlier ones. `vm` sees neither `store` nor `flash`. */
const floors: readonly Floor[] = [
  { name: "base", below: [] },
  { name: "flash", below: ["base"] },
  { name: "store", below: ["base", "flash"] },
  { name: "heap", below: ["base", "store"] },
  { name: "vm", below: ["base", "heap"] },
  { name: "process", below: ["base", "store", "heap", "vm"] },
  { name: "device", below: ["base", "flash", "store", "heap", "vm", "process"] },
  { name: "lab", below: ["base", "flash", "store", "heap", "vm", "process", "device"] },
  { name: "host", below: ["base", "flash", "store", "heap", "vm", "process", "device", "lab"] },
  { name: "cli", below: ["base", "flash", "store", "heap", "vm", "process", "device", "lab", "host"] },
];
const hostFloors = ["host", "cli"];
const catchFloors = ["device", "lab", "host", "cli"];
/** Packages without files, clocks or chance, which any floor may use. */
const purePackages = ["bitfield", "fflate", "yaml", "zod"];

/** What may be longer than 400 lines (a file) or 60 lines (path#function), and why. */
const longOnPurpose: Readonly<Record<string, string>> = {
  "src/vm/interpret.ts": "holds the dispatch loop",
  "src/vm/interpret.ts#execute": "the dispatch loop: registers are its locals, one case a bytecode",
};

/** Doors that may have more than 25 names, and why. */
const wideDoors: Readonly<Record<string, string>> = {
  "src/flash/index.ts": "a library of its own: the chip, its parts, carriers, cuts and the serial bus",
  "src/lab/index.ts": "what a user's own scenario, campaign and report are made of, each with its types",
  "src/device/index.ts": "beside the device: a port for each thing that may lie behind its network plug",
  "src/process/index.ts": "beside the process: what a grantor of leases answers, a type for each question",
  "src/host/index.ts": "one name for each thing of the host that a command or a user's script needs",
};

const sources = readSources(["src", "bench", "firmware"]);

t.test("the sources keep the rules", (t) => {
  const below = (top: readonly string[]): Sources =>
    new Map([...sources].filter(([path]) => floorOf(path) !== "" && !top.includes(floorOf(path))));
  const src = new Map([...sources].filter(([path]) => path.startsWith("src/")));
  t.ok(src.size > 0, "there are sources");
  t.same(importComplaints(src, floors, purePackages, hostFloors), [], "imports look down, through doors");
  t.same(circleComplaints(sources), [], "no import circle");
  t.same(hostNameComplaints(below(hostFloors)), [], "no name of the host below host");
  t.same(catchComplaints(below(catchFloors)), [], "nothing below device catches");
  t.same(
    doorComplaints(src, new Set(Object.keys(wideDoors))),
    [],
    "doors are narrow and say what they promise",
  );
  const long = tooLong(sources);
  const unnamed = [...long].filter(([subject]) => !(subject in longOnPurpose));
  t.same(unnamed, [], "what is long is named here with its reason");
  const stale = Object.keys(longOnPurpose).filter((subject) => !long.has(subject));
  t.same(stale, [], "what is named here is still long");
  t.end();
});

t.test("the table of floors names only lower floors, and every folder", (t) => {
  const lower = new Set<string>();
  for (const floor of floors) {
    for (const name of floor.below) t.ok(lower.has(name), `${name} is below ${floor.name}`);
    lower.add(floor.name);
  }
  const folders = new Set([...sources.keys()].map(floorOf).filter((name) => name !== ""));
  t.same([...folders].sort(), [...lower].sort(), "each folder of src is a floor");
  t.end();
});

t.test("the import rule finds bad imports", (t) => {
  const complaintsOf = (path: string, text: string): number =>
    importComplaints(new Map([[path, text]]), floors, purePackages, hostFloors).length;
  t.equal(complaintsOf("src/store/a.ts", `import { b } from "../flash/index.ts";`), 0, "down, by the door");
  t.equal(complaintsOf("src/store/a.ts", `import { b } from "./b.ts";`), 0, "own folder");
  t.equal(complaintsOf("src/index.ts", `export * from "./host/index.ts";`), 0, "the package's entry");
  t.equal(complaintsOf("src/store/a.ts", `import { b } from "../flash/chip.ts";`), 1, "round a door");
  t.equal(complaintsOf("src/flash/a.ts", `import { b } from "../store/index.ts";`), 1, "up");
  t.equal(
    complaintsOf("src/vm/a.ts", `import type { b } from "../store/index.ts";`),
    1,
    "vm does not see store",
  );
  t.equal(complaintsOf("src/vm/a.ts", `let x: import("../flash/index.ts").Chip;`), 1, "import type");
  t.equal(complaintsOf("src/base/a.ts", `export * from "../../test/b.ts";`), 1, "out of src");
  t.equal(complaintsOf("src/device/a.ts", `import { readFileSync } from "node:fs";`), 1, "node: below host");
  t.equal(
    complaintsOf("src/device/a.ts", `import { readFileSync } from "fs";`),
    1,
    "host module by bare name",
  );
  t.equal(complaintsOf("src/host/a.ts", `import { readFileSync } from "node:fs";`), 0, "node: in host");
  t.equal(complaintsOf("src/heap/a.ts", `import BitField from "bitfield";`), 0, "pure package");
  t.equal(
    complaintsOf("src/flash/a.ts", `const c = "import { b } from '../store/index.ts'"; // ../store`),
    0,
  );
  t.end();
});

t.test("the circle rule finds circles", (t) => {
  const pair = new Map([
    ["src/base/a.ts", `import type { B } from "./b.ts";`],
    ["src/base/b.ts", `export { a } from "./a.ts";`],
  ]);
  t.match(circleComplaints(pair), [/a\.ts -> src\/base\/b\.ts -> src\/base\/a\.ts/]);
  t.same(circleComplaints(new Map([...pair].slice(0, 1))), []);
  t.end();
});

t.test("the host name rule finds names, not comments or own names", (t) => {
  const complaintsOf = (text: string): string[] =>
    hostNameComplaints(new Map([["src/vm/a.ts", text]])).map((each) => each.replace(/^.* uses /, ""));
  t.same(complaintsOf("const now = Date.now();"), ["Date"]);
  t.same(complaintsOf("const roll = Math.random();"), ["Math.random"]);
  t.same(complaintsOf("const roll = Math['random']();"), ["Math.random"]);
  t.same(complaintsOf("const roll = Math.floor(1.5);"), []);
  t.same(complaintsOf("let later: Promise<number>;"), ["Promise"]);
  t.same(complaintsOf("async function f() { await g(); }"), ["async", "await"]);
  t.same(complaintsOf("setTimeout(() => 1, 2); globalThis.x;"), ["setTimeout", "globalThis"]);
  t.same(complaintsOf("const pid = process.pid; function f(process: number) { return process; }"), [
    "process",
  ]);
  t.same(complaintsOf("const all = { process };"), ["process"]);
  t.same(complaintsOf("// process.exit() and Date\nconst s = 'Promise';"), []);
  t.same(complaintsOf("import { process } from './p.ts'; process.run(); x.performance = { Date: 1 };"), []);
  t.end();
});

t.test("the catch rule finds catch", (t) => {
  const complaintsOf = (text: string): number => catchComplaints(new Map([["src/vm/a.ts", text]])).length;
  t.equal(complaintsOf("try { f(); } catch { g(); }"), 1);
  t.equal(complaintsOf("try { f(); } finally { g(); } // catch"), 0);
  t.end();
});

t.test("the length rule finds long files and functions", (t) => {
  const body = "  f();\n".repeat(60);
  const source = `class A {\n  long(): void {\n${body}  }\n}\nconst arrow = () => {\n${body}};\n`;
  t.same([...tooLong(new Map([["src/vm/a.ts", source]])).keys()], ["src/vm/a.ts#long", "src/vm/a.ts#arrow"]);
  t.same([...tooLong(new Map([["src/vm/a.ts", `function f() {\n${"  f();\n".repeat(58)}}\n`]]))], []);
  t.same([...tooLong(new Map([["src/vm/a.ts", "f();\n".repeat(400)]]))], []);
  t.same([...tooLong(new Map([["src/vm/a.ts", "f();\n".repeat(401)]]))], [["src/vm/a.ts", 401]]);
  t.end();
});

t.test("the door rule finds wide doors, silent doors and stars", (t) => {
  const head = "/**\n * The vm floor promises many things in one long sentence.\n */\n";
  const names = (count: number): string =>
    Array.from({ length: count }, (_, index) => `n${index}`).join(", ");
  const complaintsOf = (text: string, wide: readonly string[] = []): number =>
    doorComplaints(new Map([["src/vm/index.ts", text]]), new Set(wide)).length;
  t.equal(complaintsOf(`${head}export { ${names(25)} } from "./a.ts";`), 0);
  t.equal(complaintsOf(`${head}export { ${names(26)} } from "./a.ts";`), 1);
  t.equal(complaintsOf(`${head}export { ${names(26)} } from "./a.ts";`, ["src/vm/index.ts"]), 0);
  t.equal(complaintsOf(`${head}export { a } from "./a.ts";`, ["src/vm/index.ts"]), 1, "exception not needed");
  t.equal(complaintsOf(`export { a } from "./a.ts";`), 1);
  t.equal(complaintsOf(`${head}export * from "./a.ts";`), 1);
  t.end();
});

function readSources(folders: readonly string[]): Sources {
  const found = new Map<string, string>();
  const top = new URL("../../", import.meta.url);
  const present = new Set(readdirSync(top));
  for (const folder of folders.filter((each) => present.has(each))) {
    for (const entry of readdirSync(new URL(folder, top), { recursive: true, encoding: "utf8" })) {
      const path = `${folder}/${entry.replaceAll("\\", "/")}`;
      if (path.endsWith(".ts")) found.set(path, readFileSync(new URL(path, top), "utf8"));
    }
  }
  return found;
}

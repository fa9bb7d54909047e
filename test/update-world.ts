/** Versions of a program, compiled by `javac`, and a device in memory that runs the first of them for a while. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_POLICY, Device, ProcessManager, chipFor, manufacture } from "../src/device/index.ts";
import { profileNamed } from "../src/device/index.ts";
import type { Profile } from "../src/device/index.ts";
import type { FlashChip } from "../src/flash/index.ts";
import { ClassPath, programOf, readRom } from "../src/host/index.ts";
import { RecordingConsole } from "../src/lab/index.ts";

export const spot = profileNamed("spot") as Profile;
export const rom = readRom();

/** The first version: 300 objects, static fields, a lambda, a stored exception, and a main method that is always under way. */
const FIRST = `
import java.util.*;
import java.util.function.*;
public class Counter {
  static int n;
  static List<Item> items = new ArrayList<>();
  static Supplier<String> later = () -> "lambda1 " + n;
  static Exception trace = new Exception("old");
  enum Mood { GOOD, BAD }
  static class Item {
    int a; String name;
    Item(int a) { this.a = a; name = "i" + a; }
    String show() { return name + "=" + a; }
  }
  static String text() { return "v1 " + n + " " + items.get(items.size() - 1).show() + " " + later.get() + Mood.GOOD; }
  public static void main(String[] args) throws Exception {
    while (n < 300) { n++; items.add(new Item(n)); step(); Thread.sleep(100); }
    System.out.println(trace.getStackTrace()[0].getMethodName() + " " + items.get(0).show());
  }
  static void step() { if (n % 100 == 0) System.out.println(text()); }
}
`;

/** Each a list of replacements in the first version. */
const VERSIONS = {
  first: [],
  grown: [
    ["int a; String name;", "long extra = 7; int a; int more; String name;"],
    ["return name", 'more++; return "new " + more + extra + name'],
    ['"v1 "', '"v2 "'],
    ['"lambda1 "', '"lambda2 "'],
    ["static int n;", 'static long z; static final String HI = "hi"; static int n;'],
  ],
  widened: [["int a; String name;", "long a; String name;"]],
  renamed: [["later", "after"]],
  mood: [["GOOD, BAD", "GOOD, BAD, MIXED"]],
  main: [
    ["Thread.sleep(100)", 'Thread.sleep(50); if (n == 250) System.out.println("new main")'],
    ['"v1 "', '"v2 "'],
  ],
  orphan: [["static class Item {", "static class Item extends Exception {"]],
} as const;
export type Version = keyof typeof VERSIONS;

/** Undefined where there is no `javac`. */
export function compileVersions(...names: readonly Version[]): ReadonlyMap<Version, ClassPath> | undefined {
  if (spawnSync("javac", ["-version"]).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "dormouse-update-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return new Map(names.map((name) => [name, new ClassPath(compile(folder, name))]));
}

/** The folder of the classes. */
function compile(folder: string, name: Version): string {
  const target = join(folder, name);
  mkdirSync(target, { recursive: true });
  let text = FIRST;
  for (const [from, to] of VERSIONS[name]) text = text.replaceAll(from, to);
  const source = join(target, "Counter.java");
  writeFileSync(source, text);
  const javac = spawnSync("javac", ["-d", target, source], { encoding: "utf8" });
  if (javac.status !== 0) throw new Error(javac.stderr);
  return target;
}

/** A chip on which the first version has run for 15 seconds of device time, and what it has said. */
export function afterFifteenSeconds(first: ClassPath): Powered {
  const chip = chipFor(spot);
  manufacture(chip, spot, programOf(first, "Counter", []));
  const powered = new Powered(chip, new RecordingConsole(new Uint8Array()));
  powered.run(15_000_000);
  return powered;
}

/** A device whose console outlasts its power. */
export class Powered {
  readonly chip: FlashChip;
  readonly console: RecordingConsole;

  constructor(chip: FlashChip, console: RecordingConsole) {
    this.chip = chip;
    this.console = console;
  }

  fork(): Powered {
    const chip = this.chip.fork();
    chip.powerOn();
    return new Powered(chip, new RecordingConsole(new Uint8Array(), this.console));
  }

  get text(): string {
    return new TextDecoder().decode(this.console.seen(1));
  }

  run(untilMicros?: number): void {
    const device = new Device(
      { profile: spot, chip: this.chip, rom, console: this.console },
      {
        checkpoint: DEFAULT_POLICY,
        output: "commit",
        pace: "max",
        amnesia: false,
        evictAlways: false,
        cutsAsked: 0,
      },
    );
    device.run(untilMicros === undefined ? {} : { untilMicros });
    if (untilMicros !== undefined) device.checkpoint();
    device.powerOff();
  }

  update(version: ClassPath, keepState: boolean): ReturnType<ProcessManager["update"]> {
    const { classes } = programOf(version, "Counter", []);
    return new ProcessManager(this.chip).update(1, classes, { keepState, profile: spot, rom });
  }
}

/** The Java kernels of bench/java, each on a device that runs it for ever, and how long `java` takes for them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CheckpointPolicy, Device, chipFor, manufacture, profileNamed } from "../src/device/index.ts";
import { ClassPath, packageFolder, programOf, readRom } from "../src/host/index.ts";
import { cpuMicros, median } from "./table.ts";

export const KERNELS = [
  ...["loop", "calls", "virtual", "interface", "fields", "sieve", "long", "double", "allocate", "strings"],
  ...[
    "queens",
    "permute",
    "towers",
    "list",
    "bounce",
    "storage",
    "mandelbrot",
    "nbody",
    "tasks",
    "hash",
    "json",
  ],
  "bytecode",
] as const;

const folder = join(packageFolder(), "bench", "java");

/** A folder with the compiled kernels; undefined where there is no `javac`. */
export function compileKernels(): string | undefined {
  if (spawnSync("javac", ["-version"]).status !== 0) return undefined;
  const classes = mkdtempSync(join(tmpdir(), "dormouse-kernels-"));
  process.on("exit", () => rmSync(classes, { recursive: true, force: true }));
  const sources = readdirSync(folder).map((file) => join(folder, file));
  const { status, stderr } = spawnSync("javac", ["-d", classes, ...sources], { encoding: "utf8" });
  if (status !== 0) throw new Error(`javac failed: ${stderr}`);
  return classes;
}

/** Microseconds of processor time a repetition under `java -Xint`, by kernel; empty where there is no `java`. */
export function javaMicros(classes: string): ReadonlyMap<string, number> {
  // Without the flag the interpreter of JDK 17 touches twenty pages of stack at each call.
  const options = ["-Xint", "-XX:StackShadowPages=10", "-cp", classes, "Timed", ...KERNELS];
  const { status, stdout } = spawnSync("java", options, { encoding: "utf8" });
  if (status !== 0) return new Map();
  const lines = stdout.trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [name, nanos] = line.split(" ");
      return [name, Number(nanos) / 1000];
    }),
  );
}

export interface KernelOptions {
  readonly checkpoint: CheckpointPolicy;
  readonly profile?: string;
  readonly ramBytes?: number;
}

/** A device that repeats one kernel. A repetition is always the same number of ticks. */
export class KernelRun {
  readonly ticks: number;
  private readonly device: Device;
  private printed = 0;
  private ticksAtPrint = 0;

  constructor(classes: string, kernel: string, options: KernelOptions) {
    const named = profileNamed(options.profile ?? "desk");
    if (named === undefined) throw new Error("no such profile");
    const profile = { ...named, ramBytes: options.ramBytes ?? named.ramBytes };
    const classPath = new ClassPath(classes);
    const chip = chipFor(profile);
    manufacture(chip, profile, programOf(classPath, "Kernels", [kernel, "1000000"]));
    this.device = new Device(
      { profile, chip, rom: readRom(), console: this.console() },
      {
        checkpoint: options.checkpoint,
        output: "immediate",
        pace: "max",
        ...{ amnesia: false, evictAlways: false, cutsAsked: 0 },
        findClass: (name) => classPath.find(name),
      },
    );
    const first = this.untilPrinted(2);
    this.ticks = this.untilPrinted(1) - first;
  }

  private console(): {
    write: () => void;
    acknowledged: () => undefined;
    read: () => "end";
  } {
    const write = (): void => {
      this.printed += 1;
      this.ticksAtPrint = this.device.process.machine.ticks;
    };
    return { write, acknowledged: () => undefined, read: () => "end" };
  }

  /** Runs until `count` more lines were printed; the ticks at which the last one was. */
  private untilPrinted(count: number): number {
    const wanted = this.printed + count;
    while (this.printed < wanted) this.device.run({ ticks: 1000 });
    return this.ticksAtPrint;
  }

  repeat(): void {
    this.device.run({ ticks: this.ticks });
  }

  /** Processor time of a repetition, the median of some after V8 has had time to compile. */
  micros(warmUps = 4, samples = 3): number {
    for (let round = 0; round < warmUps; round++) this.repeat();
    return median(Array.from({ length: samples }, () => cpuMicros(() => this.repeat())));
  }

  close(): void {
    this.device.powerOff();
  }
}

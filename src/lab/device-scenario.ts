import { EXIT, UserError, assert } from "../base/index.ts";
import type { FlashChip } from "../flash/index.ts";
import type { Device } from "../device/index.ts";
import { KnownCourses, attempt, runTrial } from "./device-trial.ts";
import { DEVICE_ORACLES, courseHash, stateHash } from "./oracle.ts";
import type { Reference } from "./oracle.ts";
import type { Readings, RunEnd, RunOptions, Scenario, Verdict } from "./scenario.ts";
import { watch } from "./scenario.ts";
import { RecordingConsole, deviceOf, forkChip } from "./subject.ts";
import type { Subject } from "./subject.ts";

/** What the outside knows of a device: the last checkpoint that was acknowledged, and what was said. */
export interface DeviceMark {
  readonly acknowledged: number;
  readonly console: RecordingConsole;
}

/** A device whose program ends by itself, as a campaign cuts it. */
export class DeviceScenario implements Scenario<DeviceMark> {
  readonly name: string;
  readonly oracles = DEVICE_ORACLES;
  readonly #subject: Subject;
  readonly #courses = new KnownCourses();
  #reference: Reference | undefined;

  constructor(subject: Subject) {
    this.#subject = subject;
    this.name = subject.name;
  }

  /** Of the first run, which was uncut. */
  get reference(): Reference {
    assert(this.#reference !== undefined, "the first run of a scenario is uncut");
    return this.#reference;
  }

  freshChip(): FlashChip {
    return forkChip(this.#subject);
  }

  run(chip: FlashChip, options: RunOptions<DeviceMark>): RunEnd<DeviceMark> {
    const console = new RecordingConsole(this.#subject.input);
    const device = deviceOf(this.#subject, chip, console);
    const mark = (): DeviceMark => ({ acknowledged: device.acknowledgedCheckpoint, console: console.copy() });
    watch(chip, options.atOperation, mark);
    if (options.cut === undefined) {
      this.#runUncut(device, console);
      device.powerOff();
      return { kind: "ended" };
    }
    assert(this.#reference !== undefined, "the first run of a scenario is uncut");
    const stop = device.run({ cut: options.cut });
    device.powerOff();
    return stop.kind === "cut" ? { kind: "cut", mark: mark() } : { kind: "ended" };
  }

  recover(chip: FlashChip, mark: DeviceMark, options: RunOptions<DeviceMark>): RunEnd<DeviceMark> {
    const console = mark.console.copy();
    const device = deviceOf(this.#subject, chip, console);
    const markNow = (): DeviceMark => ({ acknowledged: mark.acknowledged, console: console.copy() });
    watch(chip, options.atOperation, markNow);
    let isCut = false;
    attempt(device, { ticks: 0, ...(options.cut && { cut: options.cut }) }, (stop) => {
      isCut = stop.kind === "cut";
    });
    device.powerOff();
    chip.observe(null);
    return isCut ? { kind: "cut", mark: markNow() } : { kind: "ended" };
  }

  judge(chip: FlashChip, mark: DeviceMark, readings: Readings): readonly Verdict[] {
    return runTrial({
      subject: this.#subject,
      reference: this.reference,
      chip,
      console: mark.console.copy(),
      acknowledged: mark.acknowledged,
      readings,
      courses: this.#courses,
    });
  }

  keyOf(mark: DeviceMark): string {
    return `${mark.acknowledged} ${mark.console.key}`;
  }

  /** Runs to the end; the first time it records what each checkpoint holds. */
  #runUncut(device: Device, console: RecordingConsole): void {
    const states: number[] = [];
    const courses: number[] = [];
    const note = (): void => {
      states[device.process.checkpointCount] = stateHash(device);
      courses[device.process.checkpointCount] = courseHash(device);
    };
    const isFirst = this.#reference === undefined;
    device.run({ ticks: 0 });
    if (isFirst) {
      note();
      device.onCheckpoint = note;
    }
    const stop = device.run();
    if (stop.kind !== "exited") throw endless(stop.kind);
    if (!isFirst) return;
    this.#reference = {
      output: console.seen(1),
      errors: console.seen(2),
      exitStatus: stop.status,
      ticks: device.stats().ticks,
      states,
      courses,
    };
  }
}

function endless(stop: string): UserError {
  return new UserError({
    what: `the program does not end by itself (${stop})`,
    where: "the uncut run",
    whatToDo: "cut a program that ends, with input that is a file or empty",
    exitStatus: EXIT.badInput,
  });
}

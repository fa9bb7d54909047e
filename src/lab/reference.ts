import { UserError, EXIT } from "../base/index.ts";
import { eraseShapes, programShapes } from "../flash/index.ts";
import type { Device } from "../device/index.ts";
import type { Reference } from "./oracle.ts";
import { stateHash } from "./oracle.ts";
import { RecordingConsole, deviceOf, forkChip } from "./subject.ts";
import type { Subject } from "./subject.ts";

/** A program (`bytes`) or erase (null) that is about to happen. `number` counts from power-on. */
export interface Operation {
  readonly number: number;
  readonly address: number;
  readonly bytes: Uint8Array | null;
  readonly unitBytes: number;
}

/** Told before each program or erase of the uncut run, while its chip can be forked. */
export type AtOperation = (device: Device, console: RecordingConsole, operation: Operation) => void;

/** Runs the subject without a cut, and records what each checkpoint holds. */
export function runReference(subject: Subject, atOperation?: AtOperation): Reference {
  const chip = forkChip(subject);
  const console = new RecordingConsole(subject.input);
  const device = deviceOf(subject, chip, console);
  const states: number[] = [];
  const unitBytes = chip.part.programUnitBytes;
  let pointCount = 0;
  chip.observe((_kind, address, bytes) => {
    pointCount += bytes === null ? eraseShapes().length : programShapes(bytes.length, unitBytes).length;
    atOperation?.(device, console, { number: chip.operationCount, address, bytes, unitBytes });
  });
  device.run({ ticks: 0 });
  states[device.process.checkpointCount] = stateHash(device);
  device.onCheckpoint = () => {
    states[device.process.checkpointCount] = stateHash(device);
  };
  const stop = device.run();
  chip.observe(null);
  if (stop.kind !== "exited") {
    throw new UserError({
      what: `the program does not end by itself (${stop.kind})`,
      where: "the uncut run",
      whatToDo: "cut a program that ends, with input that is a file or empty",
      exitStatus: EXIT.badInput,
    });
  }
  return {
    operationCount: chip.operationCount,
    pointCount,
    output: console.seen(1),
    errors: console.seen(2),
    exitStatus: stop.status,
    ticks: device.stats().ticks,
    states,
  };
}

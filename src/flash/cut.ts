/**
 * Power cuts by name. One grammar everywhere, on command lines, in reports and in tests:
 *
 *     CUT   = POINT { "/" POINT }      each further point counts from the power-on after the one before
 *     POINT = OPERATION "." SHAPE      OPERATION: programs and erases completed since power-on
 *     SHAPE = NAME [ NUMBER ]          NUMBER: a byte count for `prefix`, otherwise a seed (0 if absent)
 *
 * `1234.prefix7` tears the program that follows 1234 completed operations after its first 7 bytes;
 * `1234.prefix7/56.half-erase` then lets the device boot and tears operation 56 of that boot.
 */
import { EXIT, UserError } from "../base/index.ts";

/** Which operation is torn, and how. */
export interface CutPoint {
  /** Programs and erases completed since power-on before the torn one. */
  readonly operation: number;
  /** A shape by name, as in the grammar. */
  readonly shape: string;
}

/** A shape taken apart. `number` is its byte count or seed. */
export interface TornShape {
  readonly name: string;
  readonly number: number;
}

/** Text that is no cut: says which point of it is wrong and what would be right. */
export class CutSyntaxError extends UserError {
  constructor(text: string, whatToDo: string) {
    super({ what: "this is no power cut", where: `"${text}"`, whatToDo, exitStatus: EXIT.usage });
    this.name = "CutSyntaxError";
  }
}

/**
 * Power has gone. The one exception of the lower floors: nothing below the device catches it. The device catches it,
 * discards everything that was in RAM, and boots.
 */
export class PowerCut extends Error {
  override readonly name = "PowerCut";
  /** The torn operation, or null where power went between two operations. */
  readonly point: CutPoint | null;

  constructor(point: CutPoint | null) {
    super(point === null ? "power is off" : `power cut at ${formatCut([point])}`);
    this.point = point;
  }
}

const programNames = ["none", "prefix", "bits", "unstable", "unit", "complete"];
const eraseNames = ["none", "half-zero", "zero-erase", "half-erase", "weak-erase", "complete"];
const plainNames = ["none", "complete", "zero-erase"];

/** Reads a cut. Throws `CutSyntaxError`. */
export function parseCut(text: string): readonly CutPoint[] {
  return text.split("/").map((pointText) => {
    const match = /^(\d{1,15})\.(.+)$/.exec(pointText);
    if (match === null) {
      throw new CutSyntaxError(pointText, "write OPERATION.SHAPE, as 1234.prefix7, and / between power-ons");
    }
    parseShape(match[2]);
    return { operation: Number(match[1]), shape: match[2] };
  });
}

/** Writes a cut so that `parseCut` reads the same points. */
export function formatCut(points: readonly CutPoint[]): string {
  return points.map((point) => `${point.operation}.${point.shape}`).join("/");
}

/** Takes a shape apart. Throws `CutSyntaxError` where it is none. */
export function parseShape(text: string): TornShape {
  const match = /^([a-z]+(?:-[a-z]+)*)(\d{0,9})$/.exec(text);
  const name = match?.[1] ?? "";
  if (match === null || !(programNames.includes(name) || eraseNames.includes(name))) {
    const known = [...new Set([...programNames, ...eraseNames])].join(", ");
    throw new CutSyntaxError(text, `name one of the shapes ${known}`);
  }
  if (name === "prefix" && match[2] === "") {
    throw new CutSyntaxError(text, "say how many bytes were programmed, as prefix7");
  }
  if (match[2] !== "" && plainNames.includes(name)) {
    throw new CutSyntaxError(text, `leave out the number, ${name} takes none`);
  }
  return { name, number: Number(match[2]) };
}

/** Whether a program / an erase can be torn in that shape. */
export function isShapeOf(kind: "program" | "erase", shape: TornShape): boolean {
  return (kind === "program" ? programNames : eraseNames).includes(shape.name);
}

/**
 * Shapes that a campaign tries of a program of `byteCount` bytes, at least five, all different in what they can
 * leave. On parts whose `programUnitBytes` is above 1 a torn program may also damage its unit: `unit`.
 */
export function programShapes(byteCount: number, programUnitBytes = 1): readonly string[] {
  const prefixes = [...new Set([1, byteCount >>> 1, byteCount - 1])].filter((n) => n > 0 && n < byteCount);
  return [
    "none",
    ...prefixes.map((n) => `prefix${n}`),
    "bits1",
    "bits2",
    "unstable1",
    "unstable2",
    ...(programUnitBytes > 1 ? ["unit1"] : []),
    "complete",
  ];
}

/** Shapes that a campaign tries of an erase. */
export function eraseShapes(): readonly string[] {
  return ["none", "half-zero1", "zero-erase", "half-erase1", "half-erase2", "weak-erase1", "complete"];
}

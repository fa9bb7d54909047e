/** An invariant of Dormouse itself did not hold: a defect here, never something that a user or a power cut does. */
export class AssertionFailure extends Error {
  override readonly name = "AssertionFailure";
}

/** Stops with an `AssertionFailure` unless `condition` holds. Always on, in every build. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AssertionFailure(message);
}

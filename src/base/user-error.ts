/** Exit statuses of `sysexits.h`, by what went wrong. */
export const EXIT = {
  usage: 64,
  badInput: 65,
  noInput: 66,
  unavailable: 69,
  software: 70,
  system: 71,
  cannotCreate: 73,
  inputOutput: 74,
  tryAgain: 75,
  noPermission: 77,
  config: 78,
} as const;

/** What a user's mistake or a broken input is told as. */
export interface UserErrorParts {
  readonly what: string;
  readonly where: string;
  readonly whatToDo: string;
  /** One of `EXIT`. */
  readonly exitStatus: number;
}

/** Something that the user can mend: says what, where, and what to do. Never an assertion, never a Java exception. */
export class UserError extends Error {
  readonly what: string;
  readonly where: string;
  readonly whatToDo: string;
  readonly exitStatus: number;

  constructor(parts: UserErrorParts) {
    super(`${parts.what}, ${parts.where}, ${parts.whatToDo}`);
    this.name = "UserError";
    this.what = parts.what;
    this.where = parts.where;
    this.whatToDo = parts.whatToDo;
    this.exitStatus = parts.exitStatus;
  }
}

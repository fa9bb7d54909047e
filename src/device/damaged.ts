import { EXIT, UserError } from "../base/index.ts";

/** The error for a store that cannot be mounted. */
export function damaged(what: string, where: string): UserError {
  return new UserError({
    what: `the image's store is damaged: ${what}`,
    where,
    whatToDo: "look at it with `dormouse image check`, or build the image again",
    exitStatus: EXIT.badInput,
  });
}

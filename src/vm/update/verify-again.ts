import { loadClass } from "../classes.ts";
import { CLASS_STATE } from "../layout.ts";
import { findMirror } from "../mirrors.ts";
import type { MachineState } from "../state.ts";
import { verifyClass } from "../verify/verify-class.ts";
import type { Refusal } from "./plan.ts";

/** The first of these classes (names with dots) that was verified in its old form and does not pass in its new one. */
export function verifyAgain(state: MachineState, names: readonly string[]): Refusal | undefined {
  for (const className of names) {
    const of = state.classesByName.get(className.replaceAll(".", "/"));
    const mirror = of === undefined ? 0 : findMirror(state, of);
    if (of?.file === undefined || mirror === 0) continue;
    // One that was not linked yet is verified when it is.
    if (state.word(mirror + state.known.classState) === CLASS_STATE.LOADED) continue;
    const verdict = verifyClass(of, of.file, (name) => loadClass(state, name));
    if (verdict.kind === "refused") return { className, what: firstLine(verdict.problem.message) };
    if (verdict.kind === "broken-off") {
      const pending = state.takePending();
      return { className, what: `a class that it needs cannot be loaded (${pending?.message ?? "no room"})` };
    }
  }
  return undefined;
}

function firstLine(text: string): string {
  return text.split("\n")[0];
}

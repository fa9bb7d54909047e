/**
 * Linking (JVMS 5.4): a class that is not of the ROM is verified before it is initialised, its supers before it. That it
 * passed is kept in Class.vmState, so a machine that was rebuilt does not verify again. A class that does not pass stays
 * as it was: each attempt to use it fails the same way.
 */
import { loadClass } from "./classes.ts";
import { CLASS_STATE } from "./layout.ts";
import { mirrorOf } from "./mirrors.ts";
import type { RuntimeClass } from "./runtime.ts";
import type { MachineState } from "./state.ts";
import { verifyClass } from "./verify/verify-class.ts";
import { OUTCOME, type Outcome } from "./vm.ts";

/**
 * VALUE once the class and its supers are linked; AGAIN and THROWN as for natives. The verifier may load classes: where
 * one cannot be loaded now, it is begun anew later. Ticks are counted when it comes to an end.
 */
export function linkForUse(state: MachineState, of: RuntimeClass): Outcome {
  if (of.isVerified || of.id < state.firstDynamicId || of.file === undefined) return OUTCOME.VALUE;
  const mirror = mirrorOf(state, of);
  if (mirror === 0) return OUTCOME.AGAIN;
  if (of.isVerified) return OUTCOME.VALUE;
  const supers = of.superClass === undefined ? of.interfaces : [of.superClass, ...of.interfaces];
  for (const each of supers) {
    const outcome = linkForUse(state, each);
    if (outcome !== OUTCOME.VALUE) return outcome;
  }
  const isSpun = of.nestHost !== undefined;
  const verdict = verifyClass(of, of.file, (name) => loadClass(state, name), isSpun);
  if (verdict.kind === "broken-off") return state.trouble;
  state.ticks += verdict.steps;
  if (verdict.kind === "refused") {
    const { kind, message } = verdict.problem;
    return state.throwJava(
      kind === "verify" ? "java/lang/VerifyError" : "java/lang/ClassFormatError",
      message,
    );
  }
  state.beginStep();
  state.setWord(mirror + state.known.classState, CLASS_STATE.VERIFIED);
  of.isVerified = true;
  return OUTCOME.VALUE;
}

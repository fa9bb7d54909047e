/** Stack traces as the machine keeps them: pairs of method id and bytecode index, from the top frame down. */
import { methodOfFrame } from "./frames.ts";
import { FRAME, LINK } from "./layout.ts";
import type { RuntimeMethod } from "./runtime.ts";
import type { MachineState } from "./state.ts";

/** As many frames as HotSpot keeps. */
const MAX_DEPTH = 1024;

/**
 * The running thread's trace. For an exception under construction its constructors are left out. Reads one frame at a
 * time, with a safe point between them.
 */
export function backtraceOf(
  state: MachineState,
  throwableClassNames: ReadonlySet<string> | undefined,
): number[] {
  const words: number[] = [];
  state.storeFrame();
  let skipping = throwableClassNames !== undefined;
  for (let frame = state.method === null ? 0 : state.fp << 2; frame !== 0 && words.length < 2 * MAX_DEPTH;) {
    state.beginStep();
    const method = methodOfFrame(state, frame);
    skipping = skipping && isConstruction(method, throwableClassNames);
    if (!skipping && !isHidden(method)) words.push(method.id, state.word(frame) & 0xffff);
    frame = state.word(frame + FRAME.CALLER * 4) & ~LINK.MASK;
  }
  return words;
}

function isConstruction(method: RuntimeMethod, classNames: ReadonlySet<string> | undefined): boolean {
  if (method.name === "fillInStackTrace" || method.name === "fillInStackTrace0") return true;
  return method.name === "<init>" && classNames?.has(method.owner.name) === true;
}

/** Frames by which the machine enters a thread, and the insides of lambdas, string concatenation and method handles. */
function isHidden(method: RuntimeMethod): boolean {
  if (method.owner.nestHost !== undefined || method.owner.name.startsWith("java/lang/invoke/")) return true;
  return method.owner.name === "java/lang/Thread" && (method.name === "enterMain" || method.name === "enter");
}

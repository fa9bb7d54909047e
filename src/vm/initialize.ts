/** Class initialisation (JVMS 5.5). The state is in the mirror; `initialized` of a runtime class caches DONE only. */
import { pushFrame } from "./frames.ts";
import { CLASS_STATE, LINK } from "./layout.ts";
import { linkForUse } from "./link-time.ts";
import { declaresDefaults, findMirror, hasNothingToInitialise, mirrorOf } from "./mirrors.ts";
import type { RuntimeClass } from "./runtime.ts";
import { declaredMethod } from "./select.ts";
import type { MachineState } from "./state.ts";
import { intern } from "./strings.ts";
import { waitForClass, wakeForClass } from "./threads.ts";
import { OUTCOME, type Outcome } from "./vm.ts";

/**
 * VALUE: the class is initialised, or this thread is about to. PUSHED: initialisers have been pushed, and the
 * instruction is to be executed again when they have returned. AGAIN and THROWN as for natives.
 */
export function initialize(state: MachineState, of: RuntimeClass): Outcome {
  if (of.initialized) return OUTCOME.VALUE;
  const linked = linkForUse(state, of);
  if (linked !== OUTCOME.VALUE) return linked;
  if (hasNothingToInitialise(of) && findMirror(state, of) === 0) return initializeSupersOnly(state, of);
  const mirror = mirrorOf(state, of);
  if (mirror === 0) return OUTCOME.AGAIN;
  if (of.initialized) return OUTCOME.VALUE;
  const progress = state.word(mirror + state.known.classState);
  if (progress === CLASS_STATE.FAILED) {
    const message = `Could not initialize class ${of.name.replaceAll("/", ".")}`;
    state.pendingCauseSlot = mirror + state.known.classInitError;
    state.failedClass = of;
    return state.throwJava("java/lang/NoClassDefFoundError", message);
  }
  if (progress === CLASS_STATE.LOADED || progress === CLASS_STATE.VERIFIED) return begin(state, of, mirror);
  if (state.word(mirror + state.known.classInitThread) !== state.thread)
    return waitForInitialiser(state, mirror);
  if (
    progress === CLASS_STATE.IN_PROGRESS ||
    supersToInitialise(of).some((each) => isInProgress(state, each))
  ) {
    return OUTCOME.VALUE;
  }
  return goOn(state, of, mirror);
}

/** Another thread is at it. */
function waitForInitialiser(state: MachineState, mirror: number): Outcome {
  waitForClass(state.vm, mirror);
  return OUTCOME.AGAIN;
}

/** A class without anything of its own to initialise needs no mirror for it: what it inherits decides. */
function initializeSupersOnly(state: MachineState, of: RuntimeClass): Outcome {
  const outcome = initializeSupers(state, of);
  if (outcome === OUTCOME.VALUE) of.initialized = supersToInitialise(of).every((each) => each.initialized);
  return outcome;
}

function initializeSupers(state: MachineState, of: RuntimeClass): Outcome {
  for (const each of supersToInitialise(of)) {
    const outcome = initialize(state, each);
    if (outcome !== OUTCOME.VALUE) return outcome;
  }
  return OUTCOME.VALUE;
}

/** Superclass first, then superinterfaces with default methods, in the order of the class file. */
function supersToInitialise(of: RuntimeClass): RuntimeClass[] {
  if (of.isInterface) return [];
  const supers = of.superClass === undefined ? [] : [of.superClass];
  const visit = (at: RuntimeClass): void => {
    for (const each of at.interfaces) {
      visit(each);
      if (declaresDefaults(each) && !supers.includes(each)) supers.push(each);
    }
  };
  visit(of);
  return supers;
}

/** Whether an initialiser of the class or of one of its supers is under way in this thread, further down the stack. */
function isInProgress(state: MachineState, of: RuntimeClass): boolean {
  const mirror = of.initialized ? 0 : findMirror(state, of);
  if (mirror === 0 || state.word(mirror + state.known.classInitThread) !== state.thread) return false;
  const progress = state.word(mirror + state.known.classState);
  if (progress === CLASS_STATE.IN_PROGRESS) return true;
  return progress === CLASS_STATE.SUPERS_FIRST && isBelowSuper(state, of);
}

function isBelowSuper(state: MachineState, of: RuntimeClass): boolean {
  return supersToInitialise(of).some((each) => isInProgress(state, each));
}

/**
 * The class is marked before its supers are initialised, so that they find it in progress (JVMS 5.5 steps 6 and 7). Where
 * one of them is under way already, the mark would not tell that from being found by it: then it is made afterwards.
 */
function begin(state: MachineState, of: RuntimeClass, mirror: number): Outcome {
  if (!setStringConstants(state, of)) return OUTCOME.AGAIN;
  if (!isBelowSuper(state, of)) {
    state.setWord(mirror + state.known.classState, CLASS_STATE.SUPERS_FIRST);
    state.setReference(mirror + state.known.classInitThread, state.thread);
  }
  return goOn(state, of, mirror);
}

function goOn(state: MachineState, of: RuntimeClass, mirror: number): Outcome {
  const outcome = initializeSupers(state, of);
  if (outcome !== OUTCOME.VALUE) return outcome;
  const initialiser = declaredMethod(of, "<clinit>", "()V");
  if (initialiser === undefined) {
    finishInitialisation(state, of);
    return OUTCOME.VALUE;
  }
  state.setWord(mirror + state.known.classState, CLASS_STATE.IN_PROGRESS);
  state.setReference(mirror + state.known.classInitThread, state.thread);
  if (pushFrame(state, initialiser, LINK.AGAIN)) return OUTCOME.PUSHED;
  failInitialisation(state, of);
  state.failedClass = of;
  return OUTCOME.THROWN;
}

/** ConstantValue strings are objects: they are set when initialisation begins. */
function setStringConstants(state: MachineState, of: RuntimeClass): boolean {
  for (const field of of.fields) {
    if (field.constantIndex === 0 || !field.isReference || of.file === undefined) continue;
    state.beginStep();
    const string = intern(state, of.file.constants.text(field.constantIndex));
    if (string === 0) return false;
    state.setReference(of.staticReferencesAddress + field.offset, string);
  }
  return true;
}

/** The initialiser returned, or there was none. */
export function finishInitialisation(state: MachineState, of: RuntimeClass): void {
  const mirror = findMirror(state, of);
  state.setWord(mirror + state.known.classState, CLASS_STATE.DONE);
  state.setReference(mirror + state.known.classInitThread, 0);
  of.initialized = true;
  wakeForClass(state.vm, mirror);
}

/**
 * Classes whose initialisation by this thread waits for that of a super that has failed: they fail with it. Those that
 * wait for them come after them.
 */
export function classesWaitingFor(state: MachineState, failed: RuntimeClass): RuntimeClass[] {
  const found: RuntimeClass[] = [];
  for (const of of state.classes) {
    if (of === undefined || !supersToInitialise(of).includes(failed)) continue;
    const mirror = findMirror(state, of);
    if (mirror === 0 || state.word(mirror + state.known.classState) !== CLASS_STATE.SUPERS_FIRST) continue;
    if (state.word(mirror + state.known.classInitThread) !== state.thread) continue;
    found.push(of, ...classesWaitingFor(state, of));
  }
  return found;
}

/** An exception left the initialiser: the class is beyond use. */
export function failInitialisation(state: MachineState, of: RuntimeClass): void {
  const mirror = findMirror(state, of);
  state.setWord(mirror + state.known.classState, CLASS_STATE.FAILED);
  state.setReference(mirror + state.known.classInitThread, 0);
  wakeForClass(state.vm, mirror);
}

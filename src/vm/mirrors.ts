/** java.lang.Class objects, the class table that holds them, and the arrays behind them that hold static fields. */
import { arrayBytes, instanceBytes, newTenuredArray, newTenuredInstance } from "./allocate.ts";
import { ACC } from "./classfile/class-file.ts";
import { CONSTANT } from "./classfile/constants.ts";
import { CLASS_STATE, HEADER, OBJECT } from "./layout.ts";
import type { RuntimeClass } from "./runtime.ts";
import type { MachineState } from "./state.ts";

/** Fixed dynamic ids of long[] and Object[], counted from the first dynamic id. */
const LONG_ARRAY = 7;
const OBJECT_ARRAY = 8;
/** Class table entries beyond those in use when it is made or grown. */
const SPARE_IDS = 64;

function objectArray(state: MachineState): RuntimeClass {
  return state.classAt(state.firstDynamicId + OBJECT_ARRAY);
}

/** What `makeMirror` may need, growing the class table included. */
export function mirrorBytes(state: MachineState, of: RuntimeClass): number {
  const table = state.heap.header(HEADER.CLASS_TABLE);
  const length = table === 0 ? 0 : state.arrayLength(table);
  const mirror = state.classesByName.get("java/lang/Class");
  let bytes = mirror === undefined ? 0 : instanceBytes(mirror);
  if (of.staticWideCount > 0)
    bytes += arrayBytes(state.classAt(state.firstDynamicId + LONG_ARRAY), of.staticWideCount);
  if (of.staticReferenceCount > 0) bytes += arrayBytes(objectArray(state), of.staticReferenceCount);
  if (of.id >= length) bytes += arrayBytes(objectArray(state), tableLength(of.id));
  return bytes;
}

function tableLength(id: number): number {
  return id + 1 + Math.max(SPARE_IDS, id >> 3);
}

/** The mirror's address; 0 if none was made yet. */
export function findMirror(state: MachineState, of: RuntimeClass): number {
  if (of.mirror !== 0) return of.mirror;
  const table = state.heap.header(HEADER.CLASS_TABLE);
  if (table === 0 || of.id >= state.arrayLength(table)) return 0;
  const mirror = state.word(table + OBJECT.ARRAY_DATA + of.id * 4);
  if (mirror !== 0) adoptMirror(state, of, mirror);
  return mirror;
}

function adoptMirror(state: MachineState, of: RuntimeClass, mirror: number): void {
  const { known } = state;
  of.mirror = mirror;
  const words = state.word(mirror + known.classStaticWords);
  const references = state.word(mirror + known.classStaticRefs);
  of.staticWordsAddress = words === 0 ? 0 : words + OBJECT.ARRAY_WIDE_DATA;
  of.staticReferencesAddress = references === 0 ? 0 : references + OBJECT.ARRAY_DATA;
  const progress = state.word(mirror + known.classState);
  if (progress === CLASS_STATE.DONE) of.initialized = true;
  if (progress !== CLASS_STATE.LOADED) of.isVerified = true;
}

/** See Vm.mirrorOf. */
export function mirrorOf(state: MachineState, of: RuntimeClass): number {
  const found = findMirror(state, of);
  if (found !== 0) return found;
  const bytes = mirrorBytes(state, of);
  const room = state.heap.reserve(bytes);
  state.refreshViews();
  if (!room) {
    state.noRoom(bytes);
    return 0;
  }
  return makeMirror(state, of);
}

/** Under a reservation of `mirrorBytes`. Static fields get their ConstantValue, strings excepted. */
export function makeMirror(state: MachineState, of: RuntimeClass): number {
  const { known } = state;
  const classClass = state.classesByName.get("java/lang/Class");
  if (classClass === undefined) return 0;
  state.beginStep();
  growTable(state, of.id);
  const mirror = newTenuredInstance(state, classClass);
  state.setWord(mirror + known.classId, of.id);
  if (of.staticWideCount > 0) {
    const longArray = state.classAt(state.firstDynamicId + LONG_ARRAY);
    const words = newTenuredArray(state, longArray, of.staticWideCount);
    state.setReference(mirror + known.classStaticWords, words);
  }
  if (of.staticReferenceCount > 0) {
    const references = newTenuredArray(state, objectArray(state), of.staticReferenceCount);
    state.setReference(mirror + known.classStaticRefs, references);
  }
  if (of.initialized) state.setWord(mirror + known.classState, CLASS_STATE.DONE);
  state.setReference(state.heap.header(HEADER.CLASS_TABLE) + OBJECT.ARRAY_DATA + of.id * 4, mirror);
  adoptMirror(state, of, mirror);
  fillConstants(state, of);
  return mirror;
}

function growTable(state: MachineState, id: number): void {
  const old = state.heap.header(HEADER.CLASS_TABLE);
  const oldLength = old === 0 ? 0 : state.arrayLength(old);
  if (id < oldLength) return;
  const table = newTenuredArray(state, objectArray(state), tableLength(id));
  for (let index = 0; index < oldLength; index++) {
    if ((index & 7) === 0) state.beginStep();
    const mirror = state.word(old + OBJECT.ARRAY_DATA + index * 4);
    if (mirror !== 0) state.setReference(table + OBJECT.ARRAY_DATA + index * 4, mirror);
  }
  state.heap.setHeader(HEADER.CLASS_TABLE, table);
}

function fillConstants(state: MachineState, of: RuntimeClass): void {
  if (of.file === undefined) return;
  const { constants } = of.file;
  for (const field of of.fields) {
    if (field.constantIndex === 0 || field.isReference) continue;
    state.beginStep();
    const address = of.staticWordsAddress + field.offset;
    const tag = constants.tags[field.constantIndex];
    const wide = tag === CONSTANT.Long || tag === CONSTANT.Double;
    state.setWord(
      address,
      wide ? constants.lowWord(field.constantIndex) : constants.word(field.constantIndex),
    );
    if (wide) state.setWord(address + 4, constants.word(field.constantIndex));
  }
}

/** True if initialising the class (its supers aside) would do nothing that a program can see. */
export function hasNothingToInitialise(of: RuntimeClass): boolean {
  if (of.file === undefined) return true;
  if (of.methods.some((method) => method.name === "<clinit>")) return false;
  return !of.fields.some((field) => field.isReference && field.constantIndex !== 0);
}

/** JVMS 5.5: a class initialises the superinterfaces that declare a method that is neither abstract nor static. */
export function declaresDefaults(of: RuntimeClass): boolean {
  return of.isInterface && of.methods.some((method) => (method.access & (ACC.ABSTRACT | ACC.STATIC)) === 0);
}

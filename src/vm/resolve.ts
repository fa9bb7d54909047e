/** Constant pool resolution (JVMS 5.4.3). What is found is kept in the class's pool caches; a class is loaded at most once. */
import { ACC } from "./classfile/class-file.ts";
import type { MemberReference } from "./classfile/constants.ts";
import { arrayClassOf, loadClass } from "./classes.ts";
import { initialize } from "./initialize.ts";
import { placesOf } from "./messages.ts";
import { mirrorOf } from "./mirrors.ts";
import { FIELD_FLAG, type RuntimeClass, type RuntimeField, type RuntimeMethod } from "./runtime.ts";
import {
  findField,
  findMethod,
  isClassAccessible,
  isListedIn,
  isMemberAccessible,
  javaSignature,
  quotedSignature,
} from "./select.ts";
import type { MachineState } from "./state.ts";
import { OUTCOME } from "./vm.ts";

/** Undefined: `state.trouble` says why, as for Vm.loadClass. */
export function resolveClass(
  state: MachineState,
  from: RuntimeClass,
  index: number,
): RuntimeClass | undefined {
  const known = from.poolClasses[index];
  if (known !== null) return known;
  const name = from.file?.constants.className(index) ?? "";
  const found = loadAccessible(state, from, name);
  if (found !== undefined) from.poolClasses[index] = found;
  return found;
}

function loadAccessible(state: MachineState, from: RuntimeClass, name: string): RuntimeClass | undefined {
  const found = loadClass(state, name);
  // References within the ROM were resolved when it was built, and may name the declaring class instead.
  if (found === undefined || from.id < state.firstDynamicId || isClassAccessible(from, found)) return found;
  const places = placesOf(state, found, from);
  const message = `failed to access class ${dots(found)} from class ${dots(from)} (${places})`;
  return fail(state, "java/lang/IllegalAccessError", message);
}

function dots(of: RuntimeClass): string {
  return of.name.replaceAll("/", ".");
}

function fail(state: MachineState, className: string, message: string): undefined {
  state.trouble = state.throwJava(className, message);
  return undefined;
}

/** A field for getfield and the like; the right kind (static or not) is checked, a static one's class is initialised. */
export function resolveField(
  state: MachineState,
  from: RuntimeClass,
  index: number,
  wantStatic: boolean,
  isWrite: boolean,
): RuntimeField | undefined {
  const reference = from.file?.constants.member(index);
  if (reference === undefined) return undefined;
  const owner = loadAccessible(state, from, reference.className);
  if (owner === undefined) return undefined;
  const field = findField(owner, reference.name, reference.descriptor);
  if (field === undefined) return fail(state, "java/lang/NoSuchFieldError", reference.name);
  const where = `${dots(field.owner)}.${field.name}`;
  if (!isMemberAccessible(from, field.access, field.owner)) {
    const what = `${accessWord(field.access)}field ${where}`;
    return fail(state, "java/lang/IllegalAccessError", noAccess(state, from, what, field));
  }
  if (field.isStatic !== wantStatic) {
    const message = `Expected ${wantStatic ? "static" : "non-static"} field ${where}`;
    return fail(state, "java/lang/IncompatibleClassChangeError", message);
  }
  if (isWrite && (field.access & ACC.FINAL) !== 0 && field.owner !== from) {
    const message = `Update to ${wantStatic ? "static " : "non-static "}final field ${where} attempted from a different class (${dots(from)}) than the field's declaring class`;
    return fail(state, "java/lang/IllegalAccessError", message);
  }
  return wantStatic ? prepareStatic(state, from, index, field) : keepField(from, index, field, field.offset);
}

/** A spun class speaks for the class whose lambda it is. */
function noAccess(
  state: MachineState,
  from: RuntimeClass,
  what: string,
  { access, owner }: RuntimeField | RuntimeMethod,
): string {
  const lambda = from.nestHost === undefined ? -1 : from.name.indexOf("$$Lambda$");
  const asker = (lambda < 0 ? undefined : state.classesByName.get(from.name.slice(0, lambda))) ?? from;
  const message = `class ${dots(asker)} tried to access ${what} (${placesOf(state, asker, owner)})`;
  const stranger = (access & ACC.PRIVATE) === 0 ? undefined : strangerToNest(asker, owner);
  return stranger === undefined ? message : `${message}, (${stranger})`;
}

/** Why one of two classes is no member of the nest that the other hosts, although it says so. */
function strangerToNest(from: RuntimeClass, owner: RuntimeClass): string | undefined {
  for (const [member, host] of [
    [from, owner],
    [owner, from],
  ]) {
    if (isListedIn(member, host)) continue;
    return `Type ${dots(member)} (loader: 'app') is not a nest member of type ${dots(host)} (loader: 'app'): current type is not listed as a nest member`;
  }
  return undefined;
}

function accessWord(access: number): string {
  return (access & ACC.PRIVATE) !== 0 ? "private " : (access & ACC.PROTECTED) !== 0 ? "protected " : "";
}

function keepField(from: RuntimeClass, index: number, field: RuntimeField, address: number): RuntimeField {
  const flags = (field.isWide ? FIELD_FLAG.WIDE : 0) | (field.isReference ? FIELD_FLAG.REFERENCE : 0);
  from.poolWords[index] = address | flags;
  return field;
}

/** The address is kept only when no use of the field can trigger initialisation any more. */
function prepareStatic(
  state: MachineState,
  from: RuntimeClass,
  index: number,
  field: RuntimeField,
): RuntimeField | undefined {
  const { owner } = field;
  const outcome = initialize(state, owner);
  if (outcome === OUTCOME.VALUE && mirrorOf(state, owner) !== 0) {
    if (owner.initialized) keepField(from, index, field, staticAddress(field));
    return field;
  }
  state.trouble = outcome === OUTCOME.VALUE ? OUTCOME.AGAIN : outcome;
  return undefined;
}

export function staticAddress(field: RuntimeField): number {
  const { owner } = field;
  return field.offset + (field.isReference ? owner.staticReferencesAddress : owner.staticWordsAddress);
}

export type InvokeKind = "virtual" | "special" | "static" | "interface";

/** The method an invoke instruction names. A static one's class is not initialised here. */
export function resolveMethod(
  state: MachineState,
  from: RuntimeClass,
  index: number,
  kind: InvokeKind,
): RuntimeMethod | undefined {
  const reference = from.file?.constants.member(index);
  if (reference === undefined) return undefined;
  const owner = loadAccessible(state, from, reference.className);
  if (owner === undefined) return undefined;
  if (owner.isInterface !== reference.ofInterface) {
    const message = wrongOwner(owner, reference, kind);
    return fail(state, "java/lang/IncompatibleClassChangeError", message);
  }
  const method = findMethod(owner, reference.name, reference.descriptor);
  if (method === undefined) {
    const message = `'${javaSignature({ ...reference, name: `${dots(owner)}.${reference.name}` })}'`;
    return fail(state, "java/lang/NoSuchMethodError", message);
  }
  const problem = checkMethod(state, from, owner, method, kind);
  if (problem !== undefined) return fail(state, problem.className, problem.message);
  return kind === "special" ? specialTarget(from, owner, method) : method;
}

function wrongOwner(owner: RuntimeClass, reference: MemberReference, kind: InvokeKind): string {
  if (kind === "virtual") return `Found interface ${dots(owner)}, but class was expected`;
  if (kind === "interface") return `Found class ${dots(owner)}, but interface was expected`;
  const signature = javaSignature({ ...reference, name: `${dots(owner)}.${reference.name}` });
  return `Method '${signature}' must be ${owner.isInterface ? "InterfaceMethodref" : "Methodref"} constant`;
}

const WRONG_STATICNESS: Readonly<Record<InvokeKind, string>> = {
  static: "Expected static method",
  virtual: "Expecting non-static method",
  special: "Expecting non-static method",
  interface: "Expected instance not static method",
};

function checkMethod(
  state: MachineState,
  from: RuntimeClass,
  owner: RuntimeClass,
  method: RuntimeMethod,
  kind: InvokeKind,
): { className: string; message: string } | undefined {
  const signature = quotedSignature(method);
  // Object's protected clone is public in arrays (JVMS 4.10.1.8).
  const isArrayClone = owner.isArray && method.name === "clone";
  if (!isArrayClone && !isMemberAccessible(from, method.access, method.owner)) {
    const what = `${accessWord(method.access)}method ${signature}`;
    const message = noAccess(state, from, what, method);
    return { className: "java/lang/IllegalAccessError", message };
  }
  if (method.isStatic !== (kind === "static")) {
    const message = `${WRONG_STATICNESS[kind]} ${signature}`;
    return { className: "java/lang/IncompatibleClassChangeError", message };
  }
  return undefined;
}

/** JVMS 6.5 invokespecial: a super call begins its search at the superclass of the calling class. */
function specialTarget(from: RuntimeClass, owner: RuntimeClass, method: RuntimeMethod): RuntimeMethod {
  if (method.name === "<init>" || owner.isInterface || from.superClass === undefined) return method;
  if (from === owner || (from.access & ACC.SUPER) === 0) return method;
  for (let at: RuntimeClass | undefined = from.superClass; at !== undefined; at = at.superClass) {
    if (at === owner) return findMethod(from.superClass, method.name, method.descriptor) ?? method;
  }
  return method;
}

/** The array class whose component the Class constant names. */
export function resolveArrayOf(
  state: MachineState,
  from: RuntimeClass,
  index: number,
): RuntimeClass | undefined {
  const component = resolveClass(state, from, index);
  return component === undefined ? undefined : arrayClassOf(state, component);
}

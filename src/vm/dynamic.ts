/**
 * Method handles, method types, dynamic constants, and the calls of handles. Each constant of these kinds has a class spun for it, found again by its
 * name; the class's initialiser makes the value, or the error there is instead, which every later use meets again (JVMS 5.4.3).
 */
import { ACC } from "./classfile/class-file.ts";
import { CONSTANT, type MethodHandleConstant } from "./classfile/constants.ts";
import { defineSpun, loadClass } from "./classes.ts";
import { initialize } from "./initialize.ts";
import { type InvokeKind, resolveMethod, staticAddress } from "./resolve.ts";
import type { RuntimeClass, RuntimeField, RuntimeMethod } from "./runtime.ts";
import { declaredMethod, findField, findMethod, isMemberAccessible, nestHostName } from "./select.ts";
import { spunClassName } from "./spin/call-site.ts";
import {
  FAILURE,
  METHOD_HANDLE,
  REPORTED,
  nestedConstants,
  spinDynamicConstant,
  spinDynamicSite,
  spinHandle,
  spinHandleCall,
  spinMethodType,
  VALUE,
} from "./spin/handles.ts";
import type { MachineState } from "./state.ts";
import { OUTCOME } from "./vm.ts";

const FIELD_KIND_LAST = 4;
/** More than a constant pool has entries. */
const NAMES_APART = 0x10000;
const STATIC_KINDS: readonly number[] = [2, 4, 6];

/** The word of a constant, its second word in the pool cache; undefined: `state.trouble` says why. */
export function dynamicConstant(state: MachineState, from: RuntimeClass, index: number): number | undefined {
  const spun = constantClass(state, from, index, new Set());
  if (spun === undefined) return undefined;
  const outcome = initialize(state, spun);
  if (outcome !== OUTCOME.VALUE) {
    state.trouble = outcome;
    return undefined;
  }
  if (!isSound(state, spun)) return undefined;
  const field = spun.fields.find((each) => each.name === VALUE);
  if (field === undefined) return undefined;
  const address = staticAddress(field);
  const word = state.word(address);
  const never = field.isReference && word < state.map.tenuredStart;
  if (spun.initialized && !never) from.poolWords[index] = word;
  if (field.isWide) from.poolWords[index + 1] = state.word(address + 4);
  return word;
}

/** False, with the trouble set, if the initialised class has a failure in place of its value. */
export function isSound(state: MachineState, spun: RuntimeClass): boolean {
  const failure = staticWord(state, spun, FAILURE);
  if (failure === 0) return true;
  state.trouble = state.throwObject(failure);
  return false;
}

/** The same for a call site: as with HotSpot, each failure after the first is a new error, without the cause. */
export function isSoundSite(state: MachineState, spun: RuntimeClass): boolean {
  const failure = staticWord(state, spun, FAILURE);
  if (failure === 0 || staticWord(state, spun, REPORTED) === 0) {
    const reported = spun.fields.find((each) => each.name === REPORTED);
    if (failure !== 0 && reported !== undefined) state.setWord(staticAddress(reported), 1);
    return isSound(state, spun);
  }
  const message = state.word(failure + state.vm.fieldOffset("java/lang/Throwable", "detailMessage"));
  const text = message === 0 ? undefined : state.vm.readString(message);
  state.trouble = state.throwJava(state.classOf(failure).name, text);
  return false;
}

function staticWord(state: MachineState, spun: RuntimeClass, name: string): number {
  const field = spun.fields.find((each) => each.name === name && each.isStatic);
  return field === undefined ? 0 : state.word(staticAddress(field));
}

/**
 * The class spun for a constant, and its name; where there is none yet, a free name. A class of that name can be there from before the host was
 * replaced by a newer version: then it is older than the host.
 */
export function spunFor(
  state: MachineState,
  host: RuntimeClass,
  index: number,
): { readonly name: string; readonly known: RuntimeClass | undefined } {
  for (let number = index; ; number += NAMES_APART) {
    const name = spunClassName(host.name, number);
    const known = state.classesByName.get(name);
    if (known === undefined || (known.nestHost !== undefined && known.id > host.id)) return { name, known };
  }
}

/** The class of a constant, spun when first asked for. `open` are the constants that are being spun. */
function constantClass(
  state: MachineState,
  host: RuntimeClass,
  index: number,
  open: Set<number>,
): RuntimeClass | undefined {
  const { name: spunName, known } = spunFor(state, host, index);
  if (known !== undefined || host.file === undefined) return known;
  const { constants } = host.file;
  const nestHost = nestHostName(host);
  switch (constants.tagAt(index)) {
    case CONSTANT.MethodHandle: {
      const handle = constants.methodHandle(index);
      const found = resolveHandle(state, host, handle, constants.handleParts(index).memberIndex);
      if (found === undefined) return undefined;
      return defineSpun(state, host, spinHandle({ nestHost, spunName, handle, collects: found.collects }));
    }
    case CONSTANT.MethodType:
      return defineSpun(state, host, spinMethodType(nestHost, spunName, constants.text(index)));
    default: {
      const nested = nestedClasses(state, host, index, open);
      if (nested === undefined) return undefined;
      return defineSpun(
        state,
        host,
        spinDynamicConstant({ host: host.file, nestHost, spunName, index, nested }),
      );
    }
  }
}

/** The classes of what a bootstrapped constant is made of, by index. */
function nestedClasses(
  state: MachineState,
  host: RuntimeClass,
  index: number,
  open: Set<number>,
): ReadonlyMap<number, string> | undefined {
  if (host.file === undefined) return undefined;
  if (open.has(index)) {
    state.trouble = state.throwJava("java/lang/StackOverflowError");
    return undefined;
  }
  open.add(index);
  const names = new Map<number, string>();
  for (const each of nestedConstants(host.file, index)) {
    const spun = constantClass(state, host, each, open);
    if (spun === undefined) return undefined;
    names.set(each, spun.name);
  }
  open.delete(index);
  return names;
}

/** The class of a call site whose bootstrap method is the program's own. */
export function dynamicSite(
  state: MachineState,
  host: RuntimeClass,
  index: number,
): RuntimeClass | undefined {
  const nested = nestedClasses(state, host, index, new Set());
  if (nested === undefined || host.file === undefined) return undefined;
  const { name: spunName, known } = spunFor(state, host, index);
  const of = { host: host.file, nestHost: nestHostName(host), spunName, index, nested };
  return known ?? defineSpun(state, host, spinDynamicSite(of));
}

/** Whether an invokevirtual is signature polymorphic (JVMS 2.9.3). */
export function isHandleCall(from: RuntimeClass, index: number): boolean {
  if (from.file?.constants.tagAt(index) !== CONSTANT.Methodref) return false;
  const { className, name } = from.file.constants.member(index);
  return className === METHOD_HANDLE && (name === "invoke" || name === "invokeExact");
}

/** The method to call in place of a call of a handle: it takes the handle as its first argument. */
export function handleCallMethod(
  state: MachineState,
  from: RuntimeClass,
  index: number,
): RuntimeMethod | undefined {
  const member = from.file?.constants.member(index);
  if (member === undefined) return undefined;
  const { name, descriptor } = member;
  const { name: spunName, known } = spunFor(state, from, index);
  const method = name === "invoke" ? "invoke" : "invokeExact";
  const spun =
    known ?? defineSpun(state, from, spinHandleCall(nestHostName(from), spunName, method, descriptor));
  if (spun === undefined) return undefined;
  const outcome = initialize(state, spun);
  if (outcome !== OUTCOME.VALUE) {
    state.trouble = outcome;
    return undefined;
  }
  if (!isSound(state, spun)) return undefined;
  const link = declaredMethod(spun, "link", `(L${METHOD_HANDLE};${descriptor.slice(1)}`);
  if (link !== undefined && spun.initialized) from.poolMethods[index] = link;
  return link;
}

/** What is wrong with a handle of a member, for whoever has an exception for it. */
export type HandleProblem = "absent" | "inaccessible" | "static" | "not-static";

/** The member a handle is of, as `from` may use it. */
export function findHandleMember(
  from: RuntimeClass,
  owner: RuntimeClass,
  { kind, member }: MethodHandleConstant,
): RuntimeField | RuntimeMethod | HandleProblem {
  const find = kind <= FIELD_KIND_LAST ? findField : findMethod;
  const found = find(owner, member.name, member.descriptor);
  if (found === undefined) return "absent";
  if (!isMemberAccessible(from, found.access, found.owner)) return "inaccessible";
  const isStatic = (found.access & ACC.STATIC) !== 0;
  if (isStatic === STATIC_KINDS.includes(kind)) return found;
  return isStatic ? "static" : "not-static";
}

const INVOKE_KINDS: Readonly<Record<number, InvokeKind>> = {
  ...{ 5: "virtual", 6: "static", 7: "special", 8: "special", 9: "interface" },
};

/** Resolves the constant (JVMS 5.4.3.5); undefined with an error pending. */
function resolveHandle(
  state: MachineState,
  from: RuntimeClass,
  handle: MethodHandleConstant,
  memberIndex: number,
): { readonly collects: boolean } | undefined {
  const { kind, member } = handle;
  if (kind > FIELD_KIND_LAST) {
    const method = resolveMethod(state, from, memberIndex, INVOKE_KINDS[kind]);
    return method && { collects: (method.access & ACC.VARARGS) !== 0 };
  }
  const owner = loadClass(state, member.className);
  if (owner === undefined) return undefined;
  const found = findHandleMember(from, owner, handle);
  if (typeof found !== "string") return { collects: false };
  const className = {
    absent: "java/lang/NoSuchFieldError",
    inaccessible: "java/lang/IllegalAccessError",
    static: "java/lang/IncompatibleClassChangeError",
    "not-static": "java/lang/IncompatibleClassChangeError",
  }[found];
  state.trouble = state.throwJava(className, member.name);
  return undefined;
}

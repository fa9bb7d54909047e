/**
 * invokedynamic. A call site is answered by a spun class: its mirror is kept in Class.vmSpun, or, where the answer is always
 * the same object, that object in Class.vmResolved, both by the call site constant's place among its kind.
 */
import { instanceBytes, arrayBytes, newTenuredArray, newTenuredInstance, reserve } from "./allocate.ts";
import { CONSTANT } from "./classfile/constants.ts";
import { returnDescriptor } from "./classfile/descriptors.ts";
import { arrayClassOf, classById, defineSpun, knownClass } from "./classes.ts";
import { dynamicSite, isSoundSite, spunFor } from "./dynamic.ts";
import { initialize } from "./initialize.ts";
import { OBJECT } from "./layout.ts";
import { mirrorOf } from "./mirrors.ts";
import type { RuntimeClass, RuntimeMethod } from "./runtime.ts";
import { declaredMethod } from "./select.ts";
import { spinCallSite } from "./spin/call-site.ts";
import type { MachineState } from "./state.ts";
import { OUTCOME } from "./vm.ts";

/**
 * The method to call in place of the call site; undefined: `state.trouble` says why. Where the answer is a constant,
 * the pool word of the call site is set to it, and the trouble is AGAIN: the instruction finds it when executed again.
 */
export function callSiteMethod(
  state: MachineState,
  host: RuntimeClass,
  index: number,
): RuntimeMethod | undefined {
  const place = placeOf(host, index);
  const spunClasses = slotsOf(state, host, state.known.classSpun);
  const constants = spunClasses === 0 ? 0 : slotsOf(state, host, state.known.classResolved);
  if (constants === 0) return again(state);
  const constant = state.word(constants + place);
  if (constant !== 0) return keepConstant(state, host, index, constant);
  const mirror = state.word(spunClasses + place);
  const spun =
    mirror === 0
      ? spin(state, host, index, spunClasses + place)
      : classById(state, state.word(mirror + state.known.classId));
  if (spun === undefined) return undefined;
  const outcome = initialize(state, spun);
  if (outcome !== OUTCOME.VALUE) {
    state.trouble = outcome;
    return undefined;
  }
  if (!isSoundSite(state, spun)) return undefined;
  if (isConstantSite(spun)) return makeConstant(state, host, index, spun, constants + place);
  return keepMethod(host, index, spun);
}

function again(state: MachineState): undefined {
  state.trouble = OUTCOME.AGAIN;
  return undefined;
}

function keepConstant(state: MachineState, host: RuntimeClass, index: number, constant: number): undefined {
  host.poolWords[index] = constant;
  return again(state);
}

function keepMethod(host: RuntimeClass, index: number, spun: RuntimeClass): RuntimeMethod | undefined {
  const descriptor = host.file?.constants.dynamic(index).descriptor ?? "";
  const link = declaredMethod(spun, "link", descriptor);
  if (link !== undefined) host.poolMethods[index] = link;
  return link;
}

/** Offset of a call site's element in vmSpun and vmResolved. */
function placeOf(host: RuntimeClass, index: number): number {
  const tags = host.file?.constants.tags ?? new Uint8Array(0);
  let place = 0;
  for (let at = 1; at < index; at++) if (tags[at] === CONSTANT.InvokeDynamic) place++;
  return OBJECT.ARRAY_DATA + place * 4;
}

function callSiteCount(host: RuntimeClass): number {
  let count = 0;
  for (const tag of host.file?.constants.tags ?? []) if (tag === CONSTANT.InvokeDynamic) count++;
  return count;
}

/** The Object[] that a field of the host's mirror holds, made when first asked for; 0: no room now. */
function slotsOf(state: MachineState, host: RuntimeClass, fieldOffset: number): number {
  const mirror = mirrorOf(state, host);
  if (mirror === 0) return 0;
  const known = state.word(mirror + fieldOffset);
  if (known !== 0) return known;
  const objectArray = arrayClassOf(state, knownClass(state, "java/lang/Object"));
  const count = callSiteCount(host);
  if (!reserve(state, arrayBytes(objectArray, count))) return 0;
  const slots = newTenuredArray(state, objectArray, count);
  state.setReference(mirror + fieldOffset, slots);
  return slots;
}

function spin(
  state: MachineState,
  host: RuntimeClass,
  index: number,
  slot: number,
): RuntimeClass | undefined {
  if (host.file === undefined) return undefined;
  const result = spinCallSite(host.file, index, spunFor(state, host, index).name);
  if (result.kind === "bootstrapped") return keepMirror(state, dynamicSite(state, host, index), slot);
  if (result.kind === "unsupported") {
    state.trouble = state.throwJava("java/lang/BootstrapMethodError", result.what);
    return undefined;
  }
  return keepMirror(state, defineSpun(state, host, result.bytes), slot);
}

function keepMirror(
  state: MachineState,
  spun: RuntimeClass | undefined,
  slot: number,
): RuntimeClass | undefined {
  if (spun === undefined) return undefined;
  const mirror = mirrorOf(state, spun);
  if (mirror === 0) return again(state);
  state.setReference(slot, mirror);
  return spun;
}

/** A lambda that captures nothing: its class has no fields and its call site no parameters. */
function isConstantSite(spun: RuntimeClass): boolean {
  const link = spun.methods.find((method) => method.name === "link");
  if (link === undefined || !link.descriptor.startsWith("()L")) return false;
  const made = returnDescriptor(link.descriptor);
  return spun.interfaces.length > 0 && made !== "Ljava/lang/String;";
}

function makeConstant(
  state: MachineState,
  host: RuntimeClass,
  index: number,
  spun: RuntimeClass,
  slot: number,
): undefined {
  if (!reserve(state, instanceBytes(spun))) return again(state);
  const constant = newTenuredInstance(state, spun);
  state.setReference(slot, constant);
  return keepConstant(state, host, index, constant);
}

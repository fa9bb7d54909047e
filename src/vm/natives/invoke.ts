/** java.lang.invoke: whose method asks for a Lookup, and handles of members that a Lookup finds. */
import { ACC } from "../classfile/class-file.ts";
import type { MethodHandleConstant } from "../classfile/constants.ts";
import { parameterDescriptors, returnDescriptor } from "../classfile/descriptors.ts";
import { findHandleMember, type HandleProblem } from "../dynamic.ts";
import { nestHostName } from "../select.ts";
import { spunClassName } from "../spin/call-site.ts";
import { spinHandle } from "../spin/handles.ts";
import type { Outcome, Vm } from "../vm.ts";
import { type ClassNatives, native, returnMirror, throwNull } from "./native.ts";

const KIND_WORDS: readonly string[] = [
  ...["", "getField", "getStatic", "putField", "putStatic"],
  ...["invokeVirtual", "invokeStatic", "invokeSpecial", "newInvokeSpecial", "invokeInterface"],
];
const FIELD_KIND_LAST = 4;

export const methodHandlesNatives: ClassNatives = {
  "caller0()Ljava/lang/Class;": native(10, (vm) => returnMirror(vm, vm.callerClass())),
};

export const linkageNatives: ClassNatives = {
  "find0(Ljava/lang/Class;ILjava/lang/Class;Ljava/lang/String;Ljava/lang/String;I)Ljava/lang/Class;": native(
    100,
    find0,
  ),
};

/** A new class for the handle each time, named by the number that Linkage, which keeps them, gives it. */
function find0(vm: Vm, args: number): Outcome {
  const { i32 } = vm;
  if (i32[args] === 0 || i32[args + 2] === 0 || i32[args + 3] === 0) return throwNull(vm);
  const from = vm.classOfMirror(i32[args]);
  const owner = vm.classOfMirror(i32[args + 2]);
  const kind = i32[args + 1];
  const [name, descriptor] = [vm.readString(i32[args + 3]), vm.readString(i32[args + 4])];
  const member = { className: owner.name, name, descriptor, ofInterface: owner.isInterface };
  const handle = { kind, member };
  const found = findHandleMember(from, owner, handle);
  if (typeof found === "string") return refuse(vm, handle, found);
  const collects = kind > FIELD_KIND_LAST && (found.access & ACC.VARARGS) !== 0;
  const spunName = `${spunClassName(from.name, 0)}$${i32[args + 5]}`;
  const spun = vm.defineSpun(from, spinHandle({ nestHost: nestHostName(from), spunName, handle, collects }));
  return spun === undefined ? vm.trouble : returnMirror(vm, spun);
}

function refuse(vm: Vm, { kind, member }: MethodHandleConstant, problem: HandleProblem): Outcome {
  const isField = kind <= FIELD_KIND_LAST;
  const owner = member.className.replaceAll("/", ".");
  const what = isField
    ? `no such field: ${owner}.${member.name}/${descriptorName(member.descriptor)}/${KIND_WORDS[kind]}`
    : `no such method: ${signatureOf(owner, member)}/${KIND_WORDS[kind]}`;
  const className = problem === "absent" ? "NoSuchMethodException" : "IllegalAccessException";
  return vm.throwJava(`java/lang/${className}`, what);
}

function signatureOf(owner: string, { name, descriptor }: MethodHandleConstant["member"]): string {
  const parameters = parameterDescriptors(descriptor).map(descriptorName).join(",");
  return `${owner}.${name}(${parameters})${descriptorName(returnDescriptor(descriptor))}`;
}

const PRIMITIVE_NAMES: Readonly<Record<string, string>> = {
  ...{ Z: "boolean", B: "byte", C: "char", S: "short", I: "int" },
  ...{ J: "long", F: "float", D: "double", V: "void" },
};

/** A type as MethodType writes it: without its package. */
function descriptorName(descriptor: string): string {
  if (descriptor[0] === "[") return `${descriptorName(descriptor.slice(1))}[]`;
  return PRIMITIVE_NAMES[descriptor] ?? descriptor.slice(1, -1).replace(/^.*[/$]/, "");
}

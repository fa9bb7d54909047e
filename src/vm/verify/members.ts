/** Instructions that name fields and methods (JVMS 4.10.1.8, 4.10.1.9). */
import { ACC } from "../classfile/class-file.ts";
import { CONSTANT, type MemberReference } from "../classfile/constants.ts";
import { packageOf } from "../link.ts";
import { classConstant, isConstant } from "./constants.ts";
import { mnemonic } from "./mnemonics.ts";
import type { Operands } from "./operands.ts";
import { bciOfNew, isUninitialized, TYPE } from "./types.ts";
import { isSubclass, lookUp } from "./world.ts";

const OP = { PUTSTATIC: 179, GETFIELD: 180, PUTFIELD: 181 } as const;
const INVOKE = { VIRTUAL: 182, SPECIAL: 183, STATIC: 184, INTERFACE: 185, DYNAMIC: 186 } as const;
const INTERFACE_SPECIAL_SINCE = 52;
const DYNAMIC_SINCE = 51;
const CONSTRUCTOR = "<init>";

export function accessField(x: Operands, opcode: number): void {
  const { types, subject } = x.bench;
  const index = subject.u2(x.bci + 1);
  if (!isConstant(x, index, CONSTANT.Fieldref)) return;
  const reference = subject.file.constants.member(index);
  const type = types.ofDescriptor(reference.descriptor);
  const isPut = opcode === OP.PUTSTATIC || opcode === OP.PUTFIELD;
  if (isPut) x.pop(type, "Bad type in putfield/putstatic");
  if (opcode >= OP.GETFIELD) popFieldOwner(x, reference, isPut);
  if (!isPut) x.push(type);
}

function popFieldOwner(x: Operands, reference: MemberReference, isPut: boolean): void {
  const { types, subject, world, isOld } = x.bench;
  const owner = types.named(reference.className);
  const old = "Incompatible type for getting or setting field";
  const got = x.pop(isPut ? TYPE.TOP : owner, old);
  if (x.bench.findings.failed) return;
  // A constructor may set the fields of its own class before it calls super().
  const isOwn = reference.className === subject.of.name && declaresField(x, reference);
  if (isPut && got === TYPE.UNINITIALIZED_THIS && isOwn) return;
  if (isPut && !world.isAssignable(got, owner)) {
    const origin = ` (constant pool ${subject.u2(x.bci + 1)})`;
    return x.failTop(isOld ? old : "Bad type on operand stack in putfield", owner, origin);
  }
  checkProtected(x, got, reference, "fields");
}

function declaresField(x: Operands, { name, descriptor }: MemberReference): boolean {
  return x.bench.subject.file.fields.some((each) => each.name === name && each.descriptor === descriptor);
}

/** A protected member of a superclass in another package may be used in objects of this class only. */
function checkProtected(
  x: Operands,
  got: number,
  reference: MemberReference,
  kind: "methods" | "fields",
): void {
  const { types, subject, world, findings } = x.bench;
  const self = types.named(subject.of.name);
  if (got === self || findings.failed || !isForeignProtected(x, reference, kind)) return;
  const isArrayClone =
    reference.className === "java/lang/Object" && reference.name === "clone" && types.isArray(got);
  if (kind === "methods" && isArrayClone) return;
  if (world.isAssignable(got, self, true)) return;
  const where = kind === "methods" ? "invokevirtual" : mnemonic(subject.u1(x.bci));
  x.failTop(
    x.bench.isOld ? "Bad access to protected data" : `Bad access to protected data in ${where}`,
    self,
  );
}

function isForeignProtected(x: Operands, reference: MemberReference, kind: "methods" | "fields"): boolean {
  const { of } = x.bench.subject;
  if (of.superClass === undefined || !isSubclass(of.superClass, reference.className)) return false;
  const owner = x.bench.world.load(reference.className);
  const found = owner === undefined ? undefined : lookUp(owner, kind, reference.name, reference.descriptor);
  if (found === undefined || (found.member.access & ACC.PROTECTED) === 0) return false;
  return packageOf(found.owner.name) !== packageOf(of.name);
}

export function invoke(x: Operands, opcode: number): void {
  const { types, subject, findings } = x.bench;
  const index = subject.u2(x.bci + 1);
  if (!isConstant(x, index, ...methodTags(opcode, subject.file.majorVersion))) return;
  if (opcode === INVOKE.DYNAMIC) return invokeDynamic(x, index);
  const reference = subject.file.constants.member(index);
  const owner = types.named(reference.className);
  if (opcode === INVOKE.INTERFACE && !checkInterfaceCount(x, reference.descriptor)) return;
  if (!checkCallee(x, opcode, reference, owner)) return;
  const parameters = types.parametersOf(reference.descriptor);
  for (let at = parameters.length - 1; at >= 0; at--)
    x.popArgument(parameters[at], "Incompatible argument to function");
  if (findings.failed) return;
  if (reference.name === CONSTRUCTOR) initialize(x, reference, owner);
  else if (opcode !== INVOKE.STATIC) popReceiver(x, opcode, reference, owner);
  x.push(types.resultOf(reference.descriptor));
}

function methodTags(opcode: number, majorVersion: number): readonly number[] {
  if (opcode === INVOKE.INTERFACE) return [CONSTANT.InterfaceMethodref];
  if (opcode === INVOKE.DYNAMIC) return [CONSTANT.InvokeDynamic];
  if (opcode === INVOKE.VIRTUAL || majorVersion < INTERFACE_SPECIAL_SINCE) return [CONSTANT.Methodref];
  return [CONSTANT.Methodref, CONSTANT.InterfaceMethodref];
}

function invokeDynamic(x: Operands, index: number): void {
  const { types, subject, findings } = x.bench;
  const { file, of } = subject;
  if (file.majorVersion < DYNAMIC_SINCE) {
    const what = `invokedynamic instructions not supported by this class file version (${file.majorVersion}), class ${of.name.replaceAll("/", ".")}`;
    return findings.failFormat(x.bci, what);
  }
  if (subject.u2(x.bci + 3) !== 0) {
    return x.fail("Third and fourth operand bytes of invokedynamic must be zero");
  }
  const { descriptor, name } = file.constants.dynamic(index);
  if (name[0] === "<") return x.fail("Illegal call to internal method");
  const parameters = types.parametersOf(descriptor);
  for (let at = parameters.length - 1; at >= 0; at--)
    x.popArgument(parameters[at], "Incompatible argument to function");
  x.push(types.resultOf(descriptor));
}

function checkInterfaceCount(x: Operands, descriptor: string): boolean {
  const { types, subject } = x.bench;
  let words = 1;
  for (const type of types.parametersOf(descriptor))
    words += type === TYPE.LONG || type === TYPE.DOUBLE ? 2 : 1;
  if (subject.u1(x.bci + 3) !== words) {
    const old = "Inconsistent args_size for invokeinterface";
    x.fail(x.bench.isOld ? old : "Inconsistent args count operand in invokeinterface");
    return false;
  }
  if (subject.u1(x.bci + 4) === 0) return true;
  x.fail("Fourth operand byte of invokeinterface must be zero");
  return false;
}

/** Which methods may be called how: constructors by invokespecial only, and that only upwards otherwise. */
function checkCallee(x: Operands, opcode: number, reference: MemberReference, owner: number): boolean {
  const { subject, types, world, isOld } = x.bench;
  const { of } = subject;
  if (reference.name[0] === "<") {
    if (opcode === INVOKE.SPECIAL && reference.name === CONSTRUCTOR) return true;
    const old = reference.name === CONSTRUCTOR ? "Must call initializers using invokespecial" : undefined;
    x.fail(isOld && old !== undefined ? old : "Illegal call to internal method");
    return false;
  }
  if (opcode !== INVOKE.SPECIAL || reference.className === of.name) return true;
  if (of.superClass?.name === reference.className) return true;
  if (of.interfaces.some((each) => each.name === reference.className)) return true;
  if (!world.isAssignable(types.named(of.name), owner)) {
    const what = "Bad invokespecial instruction: current class isn't assignable to reference class.";
    x.fail(isOld ? "Illegal use of nonvirtual function call" : what);
    return false;
  }
  if (!reference.ofInterface) return true;
  x.fail("Bad invokespecial instruction: interface method reference is in an indirect superinterface.");
  return false;
}

function popReceiver(x: Operands, opcode: number, reference: MemberReference, owner: number): void {
  const { types, subject } = x.bench;
  const wanted = opcode === INVOKE.SPECIAL ? types.named(subject.of.name) : owner;
  const got = x.pop(wanted, "Incompatible object argument for function call");
  if (opcode === INVOKE.VIRTUAL) checkProtected(x, got, reference, "methods");
}

/** A constructor call: the object, wherever it lies, is initialised from here on. */
function initialize(x: Operands, reference: MemberReference, owner: number): void {
  const { types, subject, findings } = x.bench;
  const got = x.pop(TYPE.ANY_REFERENCE, "Expecting to find unitialized object on stack");
  if (findings.failed) return;
  if (got === TYPE.UNINITIALIZED_THIS) {
    const { of } = subject;
    if (reference.className !== of.name && reference.className !== of.superClass?.name) {
      const reason = `Type ${types.text(owner)} is not assignable to ${types.text(types.named(of.name))}`;
      return x.fail(x.bench.isOld ? "Call to wrong initialization method" : "Bad <init> method call", reason);
    }
    x.beforeInitialized(got);
    return x.frame.replace(got, types.named(of.name));
  }
  if (!isUninitialized(got)) {
    const old = "Expecting to find unitialized object on stack";
    return x.failTop(x.bench.isOld ? old : "Bad operand type when invoking <init>");
  }
  const made = classConstant(x, subject.u2(bciOfNew(got) + 1));
  if (findings.failed) return;
  if (made !== owner) {
    const named = `${types.text(made)} (constant pool ${subject.u2(bciOfNew(got) + 1)})`;
    const reason = `Type ${named} is not assignable to ${types.text(owner)} (constant pool ${subject.u2(x.bci + 1)})`;
    return x.fail(
      x.bench.isOld ? "Call to wrong initialization method" : "Call to wrong <init> method",
      reason,
    );
  }
  if (!isConstructorOpen(x, reference, made)) return;
  x.beforeInitialized(got);
  x.frame.replace(got, made);
}

function isConstructorOpen(x: Operands, reference: MemberReference, made: number): boolean {
  const { types, subject, world } = x.bench;
  const self = types.named(subject.of.name);
  if (!isForeignProtected(x, reference, "methods") || world.isAssignable(made, self, true)) return true;
  const reason = `Type ${types.text(made)} is not assignable to ${types.text(self)}`;
  x.fail("Bad access to protected <init> method", reason);
  return false;
}

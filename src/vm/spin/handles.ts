/**
 * Classes spun for method handles (JVMS 5.4.3.5, 5.4.3.6): one for each handle, which calls its member; one for each dynamic constant and each
 * call site with a bootstrap method of the program's own, whose initialiser calls that; one for each call of MethodHandle.invoke and invokeExact.
 * Arguments travel boxed; the rest is in java.lang.invoke.Linkage.
 */
import { ACC, type ClassFile } from "../classfile/class-file.ts";
import { CONSTANT, type ConstantPool, type MethodHandleConstant } from "../classfile/constants.ts";
import { descriptorWords, parameterDescriptors, returnDescriptor } from "../classfile/descriptors.ts";
import { ClassWriter } from "./class-writer.ts";
import { CodeWriter, INVOKE } from "./code-writer.ts";
import { convert, wrapperOf } from "./conversions.ts";
import { HANDLE } from "./lambda.ts";

export const METHOD_HANDLE = "java/lang/invoke/MethodHandle";
const LINKAGE = "java/lang/invoke/Linkage";
const METHOD_TYPE = "java/lang/invoke/MethodType";
const CALL_SITE = "java/lang/invoke/CallSite";
const OBJECT = "Ljava/lang/Object;";
const ARGUMENTS = "[Ljava/lang/Object;";

/** Static fields of a spun constant: what it is, and the error that there is instead. */
export const VALUE = "value";
export const FAILURE = "failure";
/** Of a call site: its failure has been thrown. */
export const REPORTED = "reported";
const THROWABLE = "Ljava/lang/Throwable;";

const KIND = { GET_FIELD: 1, GET_STATIC: 2, PUT_FIELD: 3, PUT_STATIC: 4, SPECIAL: 7 } as const;
const OP = { ICONST_0: 3, AALOAD: 50, AASTORE: 83, ACONST_NULL: 1 } as const;

/** Descriptor of the method that a handle of the member is to its callers. */
export function handleDescriptor({ kind, member }: MethodHandleConstant): string {
  const { className, descriptor } = member;
  const receiver = className[0] === "[" ? className : `L${className};`;
  switch (kind) {
    case KIND.GET_FIELD:
      return `(${receiver})${descriptor}`;
    case KIND.GET_STATIC:
      return `()${descriptor}`;
    case KIND.PUT_FIELD:
      return `(${receiver}${descriptor})V`;
    case KIND.PUT_STATIC:
      return `(${descriptor})V`;
    case HANDLE.INVOKE_STATIC:
      return descriptor;
    case HANDLE.NEW:
      return `(${parameterDescriptors(descriptor).join("")})${receiver}`;
    default:
      return `(${receiver}${descriptor.slice(1)}`;
  }
}

export interface SpunHandle {
  /** Internal name of the class in whose nest the spun one lies. */
  readonly nestHost: string;
  readonly spunName: string;
  readonly handle: MethodHandleConstant;
  /** The method has a variable number of arguments. */
  readonly collects: boolean;
}

/** A subclass of MethodHandle with a constructor without parameters; its static field "value" is an instance. */
export function spinHandle({ nestHost, spunName, handle, collects }: SpunHandle): Uint8Array {
  const writer = new ClassWriter({
    name: spunName,
    access: ACC.PUBLIC | ACC.FINAL | ACC.SUPER | ACC.SYNTHETIC,
    superName: METHOD_HANDLE,
    interfaces: [],
    nestHost,
  });
  const descriptor = handleDescriptor(handle);
  const constructor = new CodeWriter(writer, 1);
  constructor.load("L", 0);
  pushType(constructor, descriptor);
  constructor.constant(collects ? 1 : 0);
  constructor.invoke(INVOKE.SPECIAL, METHOD_HANDLE, "<init>", `(L${METHOD_TYPE};Z)V`);
  constructor.return("V");
  writer.addMethod(ACC.PUBLIC, "<init>", "()V", constructor.finish());
  const code = new CodeWriter(writer, 2);
  callMember(code, handle, parameterDescriptors(descriptor));
  const result = returnDescriptor(descriptor);
  if (result === "V") code.op(OP.ACONST_NULL, 1);
  else convert(code, result, OBJECT, OBJECT);
  code.return("L");
  writer.addMethod(ACC.PROTECTED, "call", `(${ARGUMENTS})${OBJECT}`, code.finish());
  addConstant(writer, spunName, `L${METHOD_HANDLE};`, "typeFailure", (initialiser) => {
    initialiser.new(spunName);
    initialiser.dup();
    initialiser.invoke(INVOKE.SPECIAL, spunName, "<init>", "()V");
  });
  return writer.finish();
}

function callMember(code: CodeWriter, { kind, member }: MethodHandleConstant, parameters: string[]): void {
  const { className, name, descriptor, ofInterface } = member;
  if (kind === HANDLE.NEW) {
    code.new(className);
    code.dup();
  }
  parameters.forEach((parameter, index) => {
    code.load("L", 1);
    code.integer(index);
    code.op(OP.AALOAD, -1);
    convert(code, OBJECT, parameter, boxOf(parameter));
  });
  if (kind === KIND.GET_FIELD) return code.getField(className, name, descriptor);
  if (kind === KIND.GET_STATIC) return code.getStatic(className, name, descriptor);
  if (kind === KIND.PUT_FIELD) return code.putField(className, name, descriptor);
  if (kind === KIND.PUT_STATIC) return code.putStatic(className, name, descriptor);
  let opcode: number = ofInterface ? INVOKE.INTERFACE : INVOKE.VIRTUAL;
  if (kind === HANDLE.INVOKE_STATIC) opcode = INVOKE.STATIC;
  if (kind === HANDLE.NEW) opcode = INVOKE.SPECIAL;
  code.invoke(opcode, className, name, descriptor, ofInterface);
}

function boxOf(descriptor: string): string {
  return descriptor.length === 1 ? `L${wrapperOf(descriptor)};` : descriptor;
}

function pushType(code: CodeWriter, descriptor: string): void {
  code.string(descriptor);
  code.invoke(INVOKE.STATIC, LINKAGE, "type", `(Ljava/lang/String;)L${METHOD_TYPE};`);
}

/** Adds the fields "value" and "failure" and the initialiser that sets one of them. */
function addConstant(
  writer: ClassWriter,
  spunName: string,
  descriptor: string,
  failure: "typeFailure" | "bootstrapFailure",
  make: (code: CodeWriter) => void,
): void {
  writer.addField(ACC.STATIC, VALUE, descriptor);
  writer.addField(ACC.STATIC, FAILURE, THROWABLE);
  const code = new CodeWriter(writer, 0);
  make(code);
  code.putStatic(spunName, VALUE, descriptor);
  const end = code.position;
  code.return("V");
  const handler = code.position;
  code.enterHandler();
  code.invoke(INVOKE.STATIC, LINKAGE, failure, `(${THROWABLE})${THROWABLE}`);
  code.putStatic(spunName, FAILURE, THROWABLE);
  code.return("V");
  writer.addMethod(ACC.STATIC, "<clinit>", "()V", code.finish(), [[0, end, handler, 0]]);
}

function linkageClass(nestHost: string, spunName: string): ClassWriter {
  const access = ACC.FINAL | ACC.SUPER | ACC.SYNTHETIC;
  return new ClassWriter({ name: spunName, access, superName: "java/lang/Object", interfaces: [], nestHost });
}

/** A class whose "value" is the method type. */
export function spinMethodType(nestHost: string, spunName: string, descriptor: string): Uint8Array {
  const writer = linkageClass(nestHost, spunName);
  addConstant(writer, spunName, `L${METHOD_TYPE};`, "typeFailure", (code) => pushType(code, descriptor));
  return writer.finish();
}

export interface Bootstrapped {
  readonly host: ClassFile;
  readonly nestHost: string;
  readonly spunName: string;
  /** Index of the constant: dynamic, or a call site. */
  readonly index: number;
  /** Spun classes of the handles and dynamic constants among the bootstrap method and its arguments, by their indexes. */
  readonly nested: ReadonlyMap<number, string>;
}

/** Constants of a bootstrapped one that need classes of their own: the bootstrap method first. */
export function nestedConstants(host: ClassFile, index: number): readonly number[] {
  const bootstrap = host.bootstrapMethods[host.constants.dynamic(index).bootstrapIndex];
  if (bootstrap === undefined) return [];
  const needs: readonly number[] = [CONSTANT.MethodHandle, CONSTANT.Dynamic];
  const nested = bootstrap.argumentIndexes.filter((each) => needs.includes(host.constants.tagAt(each)));
  return [bootstrap.handleIndex, ...nested];
}

/** A class whose "value" is what the bootstrap method of a dynamic constant gives. */
export function spinDynamicConstant(of: Bootstrapped): Uint8Array {
  const { descriptor } = of.host.constants.dynamic(of.index);
  const writer = linkageClass(of.nestHost, of.spunName);
  addConstant(writer, of.spunName, descriptor, "bootstrapFailure", (code) => {
    bootstrapCall(code, of, () => pushClass(code, descriptor), "constant", "java/lang/Class", OBJECT);
    convert(code, OBJECT, descriptor, boxOf(descriptor));
  });
  return writer.finish();
}

/** A class whose "value" is the call site that its bootstrap method gave, and whose "link" calls its target. */
export function spinDynamicSite(of: Bootstrapped): Uint8Array {
  const { descriptor } = of.host.constants.dynamic(of.index);
  const writer = linkageClass(of.nestHost, of.spunName);
  writer.addField(ACC.STATIC, REPORTED, "Z");
  addConstant(writer, of.spunName, `L${CALL_SITE};`, "bootstrapFailure", (code) => {
    bootstrapCall(code, of, () => pushType(code, descriptor), "callSite", METHOD_TYPE, `L${CALL_SITE};`);
  });
  const code = new CodeWriter(writer, 0);
  code.getStatic(of.spunName, VALUE, `L${CALL_SITE};`);
  packArguments(code, parameterDescriptors(descriptor), 0);
  code.invoke(INVOKE.STATIC, LINKAGE, "call", `(L${CALL_SITE};${ARGUMENTS})${OBJECT}`);
  unpackResult(code, returnDescriptor(descriptor));
  writer.addMethod(ACC.STATIC, "link", descriptor, code.finish());
  return writer.finish();
}

/** A class whose "link" makes a call of `MethodHandle.invoke` or `invokeExact` with this descriptor; the handle comes first. */
export function spinHandleCall(
  nestHost: string,
  spunName: string,
  method: "invoke" | "invokeExact",
  descriptor: string,
): Uint8Array {
  const writer = linkageClass(nestHost, spunName);
  addConstant(writer, spunName, `L${METHOD_TYPE};`, "typeFailure", (code) => pushType(code, descriptor));
  const code = new CodeWriter(writer, 1);
  code.load("L", 0);
  code.getStatic(spunName, VALUE, `L${METHOD_TYPE};`);
  packArguments(code, parameterDescriptors(descriptor), 1);
  code.invoke(INVOKE.STATIC, LINKAGE, method, `(L${METHOD_HANDLE};L${METHOD_TYPE};${ARGUMENTS})${OBJECT}`);
  unpackResult(code, returnDescriptor(descriptor));
  writer.addMethod(ACC.STATIC, "link", `(L${METHOD_HANDLE};${descriptor.slice(1)}`, code.finish());
  return writer.finish();
}

/** Calls the helper `method` with bootstrap method, host, name, type and arguments. */
function bootstrapCall(
  code: CodeWriter,
  of: Bootstrapped,
  pushWanted: () => void,
  method: string,
  wantedClass: string,
  result: string,
): void {
  const { constants, bootstrapMethods } = of.host;
  const { bootstrapIndex, name } = constants.dynamic(of.index);
  const bootstrap = bootstrapMethods[bootstrapIndex];
  pushNested(code, of, bootstrap.handleIndex, `L${METHOD_HANDLE};`);
  code.classConstant(of.host.name);
  code.string(name);
  pushWanted();
  code.integer(bootstrap.argumentIndexes.length);
  code.newObjectArray();
  bootstrap.argumentIndexes.forEach((index, at) => {
    code.dup();
    code.integer(at);
    pushArgument(code, of, index);
    code.op(OP.AASTORE, -3);
  });
  const parameters = `L${METHOD_HANDLE};Ljava/lang/Class;Ljava/lang/String;L${wantedClass};${ARGUMENTS}`;
  code.invoke(INVOKE.STATIC, LINKAGE, method, `(${parameters})${result}`);
}

/** A static argument, boxed. */
function pushArgument(code: CodeWriter, of: Bootstrapped, index: number): void {
  const { constants } = of.host;
  const tag = constants.tagAt(index);
  switch (tag) {
    case CONSTANT.String:
      return code.string(constants.text(index));
    case CONSTANT.Class:
      return code.classConstant(constants.className(index));
    case CONSTANT.MethodType:
      return pushType(code, constants.text(index));
    case CONSTANT.MethodHandle:
      return pushNested(code, of, index, `L${METHOD_HANDLE};`);
    case CONSTANT.Dynamic: {
      const { descriptor } = constants.dynamic(index);
      pushNested(code, of, index, descriptor);
      return convert(code, descriptor, OBJECT, OBJECT);
    }
    default:
      return pushNumber(code, constants, index, tag);
  }
}

function pushNumber(code: CodeWriter, constants: ConstantPool, index: number, tag: number): void {
  const isWide = tag === CONSTANT.Long || tag === CONSTANT.Double;
  code.number(tag, constants.word(index), isWide ? constants.lowWord(index) : undefined);
  const descriptor =
    tag === CONSTANT.Integer ? "I" : tag === CONSTANT.Float ? "F" : tag === CONSTANT.Long ? "J" : "D";
  convert(code, descriptor, OBJECT, OBJECT);
}

/** The value of another spun constant; its failure is thrown on. */
function pushNested(code: CodeWriter, of: Bootstrapped, index: number, descriptor: string): void {
  const name = of.nested.get(index) ?? "";
  code.getStatic(name, FAILURE, THROWABLE);
  code.invoke(INVOKE.STATIC, LINKAGE, "check", `(${THROWABLE})V`);
  code.getStatic(name, VALUE, descriptor);
}

function pushClass(code: CodeWriter, descriptor: string): void {
  if (descriptor.length === 1) code.getStatic(wrapperOf(descriptor), "TYPE", "Ljava/lang/Class;");
  else code.classConstant(descriptor[0] === "L" ? descriptor.slice(1, -1) : descriptor);
}

/** Boxes the parameters, of which the first is in local `first`, into a new array. */
function packArguments(code: CodeWriter, parameters: readonly string[], first: number): void {
  code.integer(parameters.length);
  code.newObjectArray();
  let local = first;
  parameters.forEach((parameter, index) => {
    code.dup();
    code.integer(index);
    code.load(parameter, local);
    convert(code, parameter, OBJECT, OBJECT);
    code.op(OP.AASTORE, -3);
    local += descriptorWords(parameter);
  });
}

function unpackResult(code: CodeWriter, result: string): void {
  convert(code, OBJECT, result, result === "V" ? OBJECT : boxOf(result));
  code.return(result);
}

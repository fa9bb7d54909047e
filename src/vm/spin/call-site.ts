/**
 * invokedynamic: a call site is answered by a class spun for it, whose static method "link" is called in its place. The
 * three bootstrap owners that javac uses (lambdas and method references, string concatenation, the methods of records) are
 * known here, and need no method handles.
 */
import type { ClassFile } from "../classfile/class-file.ts";
import { CONSTANT, type ConstantPool } from "../classfile/constants.ts";
import { parameterDescriptors, returnDescriptor } from "../classfile/descriptors.ts";
import { doubleToText, floatToText } from "../text/float-to-text.ts";
import { type ConcatPiece, spinConcat } from "./concat.ts";
import { HANDLE, implementationParameters, implementationResult, spinLambda } from "./lambda.ts";
import { spinRecordMethod } from "./record.ts";
import { areAll, isLambdaSite, lambdaExtras, recordDescriptor } from "./site-checks.ts";

export type SpinResult =
  | {
      readonly kind: "spun";
      /** The class file; a nest mate of the host, whatever the host's NestMembers say. */
      readonly bytes: Uint8Array;
      /** Its static method "link" has this descriptor, the call site's own. */
      readonly linkDescriptor: string;
      /** The result is the same at each call and may be kept: a lambda that captures nothing. */
      readonly isConstant: boolean;
    }
  /** The bootstrap method is the program's own, and to be called. */
  | { readonly kind: "bootstrapped" }
  /** For a BootstrapMethodError. */
  | { readonly kind: "unsupported"; readonly what: string };

/** UTF-16 units that surely fit one Utf8 constant. */
const constantUnitsMax = 0xffff / 3;

/** No record has more: its constructor could not take them. */
const COMPONENTS_MAX = 255;
const NAME_UNITS_MAX = 10_000;

const nameMark = "$$Lambda$";

/** The name of the `number`th class spun for call sites of `hostName`. */
export function spunClassName(hostName: string, number: number): string {
  return `${hostName}${nameMark}${number}`;
}

/** Frames of spun classes are in no stack trace. */
export function isSpunClassName(name: string): boolean {
  return name.includes(nameMark);
}

/** `index` is of an InvokeDynamic constant of `host`. */
export function spinCallSite(host: ClassFile, index: number, spunName: string): SpinResult {
  const { constants } = host;
  const site = constants.dynamic(index);
  const bootstrap = host.bootstrapMethods[site.bootstrapIndex];
  if (bootstrap === undefined) return unsupported("a call site without a bootstrap method");
  if (spunName.length > NAME_UNITS_MAX) return unsupported("a call site in a class with so long a name");
  const request: Request = {
    host,
    spunName,
    name: site.name,
    descriptor: site.descriptor,
    constants,
    arguments: bootstrap.argumentIndexes,
  };
  const { className, name } = constants.methodHandle(bootstrap.handleIndex).member;
  switch (`${className}.${name}`) {
    case "java/lang/invoke/LambdaMetafactory.metafactory":
    case "java/lang/invoke/LambdaMetafactory.altMetafactory":
      return lambda(request, name === "altMetafactory");
    case "java/lang/invoke/StringConcatFactory.makeConcat":
    case "java/lang/invoke/StringConcatFactory.makeConcatWithConstants":
      return concat(request, name === "makeConcatWithConstants");
    case "java/lang/runtime/ObjectMethods.bootstrap":
      return recordMethod(request);
    default:
      return { kind: "bootstrapped" };
  }
}

interface Request {
  readonly host: ClassFile;
  readonly spunName: string;
  readonly name: string;
  readonly descriptor: string;
  readonly constants: ConstantPool;
  /** Constant pool indexes of the static arguments. */
  readonly arguments: readonly number[];
}

/** Flags of altMetafactory. */
const FLAG = { SERIALIZABLE: 1, MARKERS: 2, BRIDGES: 4 } as const;

function lambda(request: Request, alternative: boolean): SpinResult {
  const { constants, descriptor } = request;
  const [erased, handle, instantiated, ...rest] = request.arguments;
  const tags = [erased, handle, instantiated].map((index) => constants.tagAt(index ?? 0));
  if (`${tags}` !== `${[CONSTANT.MethodType, CONSTANT.MethodHandle, CONSTANT.MethodType]}`) {
    return unsupported("arguments of the lambda metafactory");
  }
  const interfaceNames = [returnDescriptor(descriptor).slice(1, -1)];
  const methodDescriptors = [constants.text(erased)];
  if (alternative) {
    const extras = lambdaExtras(constants, rest, FLAG);
    if (extras === undefined) return unsupported("arguments of the lambda metafactory");
    const serializable = (extras.flags & FLAG.SERIALIZABLE) !== 0 ? ["java/io/Serializable"] : [];
    for (const marker of [...extras.markers, ...serializable]) {
      if (!interfaceNames.includes(marker)) interfaceNames.push(marker);
    }
    methodDescriptors.push(...extras.bridges);
  }
  const implementation = constants.methodHandle(handle);
  if (implementation.kind < HANDLE.INVOKE_VIRTUAL) return unsupported("a lambda over a field");
  const captured = parameterDescriptors(descriptor);
  const site = {
    ...{ methodName: request.name, linkDescriptor: descriptor, captured, methodDescriptors },
    instantiated: constants.text(instantiated),
    wanted: implementationParameters(implementation),
    result: implementationResult(implementation),
  };
  if (!isLambdaSite(site)) return unsupported("a lambda whose types do not fit");
  const bytes = spinLambda({
    host: request.host,
    spunName: request.spunName,
    interfaceNames,
    methodName: request.name,
    methodDescriptors,
    instantiated: constants.text(instantiated),
    implementation,
    captured,
    linkDescriptor: descriptor,
  });
  return { kind: "spun", bytes, linkDescriptor: descriptor, isConstant: captured.length === 0 };
}

function concat(request: Request, withConstants: boolean): SpinResult {
  const { host, spunName, descriptor, constants } = request;
  const count = parameterDescriptors(descriptor).length;
  const [recipeIndex, ...constantIndexes] = request.arguments;
  if (returnDescriptor(descriptor)[0] !== "L") return unsupported("a concatenation that makes no String");
  if (withConstants && constants.tagAt(recipeIndex ?? 0) !== CONSTANT.String) {
    return unsupported("the recipe of a string concatenation");
  }
  const recipe = withConstants ? constants.text(recipeIndex) : "\x01".repeat(count);
  const pieces: ConcatPiece[] = [];
  const addText = (text: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === "text" && last.text.length + text.length <= constantUnitsMax)
      pieces[pieces.length - 1] = { kind: "text", text: last.text + text };
    else pieces.push({ kind: "text", text });
  };
  for (const unit of recipe) {
    if (unit === "\x01") pieces.push({ kind: "argument" });
    else if (unit === "\x02") {
      const piece = constantPiece(constants, constantIndexes.shift() ?? 0);
      if (piece === undefined) return unsupported("a constant of a string concatenation");
      if (piece.kind === "text") addText(piece.text);
      else pieces.push(piece);
    } else addText(unit);
  }
  if (pieces.filter((piece) => piece.kind === "argument").length !== count) {
    return unsupported("the recipe of a string concatenation");
  }
  const bytes = spinConcat(host, spunName, descriptor, pieces);
  return { kind: "spun", bytes, linkDescriptor: descriptor, isConstant: false };
}

const scratch = new DataView(new ArrayBuffer(8));

function constantPiece(constants: ConstantPool, index: number): ConcatPiece | undefined {
  const text = (value: string | number | bigint): ConcatPiece => ({ kind: "text", text: `${value}` });
  const tag = constants.tagAt(index);
  if (tag === CONSTANT.String) return text(constants.text(index));
  if (tag === CONSTANT.Class) return { kind: "class", name: constants.className(index) };
  if (tag === CONSTANT.Integer) return text(constants.word(index));
  if (tag !== CONSTANT.Float && tag !== CONSTANT.Long && tag !== CONSTANT.Double) return undefined;
  scratch.setInt32(0, constants.word(index));
  if (tag === CONSTANT.Float) return text(floatToText(scratch.getFloat32(0)));
  scratch.setInt32(4, constants.lowWord(index));
  return tag === CONSTANT.Long ? text(scratch.getBigInt64(0)) : text(doubleToText(scratch.getFloat64(0)));
}

function recordMethod(request: Request): SpinResult {
  const { host, spunName, name, descriptor, constants } = request;
  const [recordIndex, namesIndex, ...getters] = request.arguments;
  if (name !== "toString" && name !== "hashCode" && name !== "equals") {
    return unsupported(`the record method ${name}`);
  }
  if (
    constants.tagAt(recordIndex ?? 0) !== CONSTANT.Class ||
    constants.tagAt(namesIndex ?? 0) !== CONSTANT.String
  ) {
    return unsupported("arguments of the record bootstrap");
  }
  if (getters.length > COMPONENTS_MAX || !areAll(constants, getters, CONSTANT.MethodHandle)) {
    return unsupported("getters of a record");
  }
  const recordName = constants.className(recordIndex);
  const handles = getters.map((index) => constants.methodHandle(index));
  if (handles.some((handle) => handle.kind !== HANDLE.GET_FIELD)) return unsupported("getters of a record");
  const text = constants.text(namesIndex);
  const names = text === "" ? [] : text.split(";");
  if (names.length !== handles.length || descriptor !== recordDescriptor(name, recordName)) {
    return unsupported("arguments of the record bootstrap");
  }
  const bytes = spinRecordMethod({
    host,
    spunName,
    methodName: name,
    recordName,
    names,
    fields: handles.map(({ member }) => ({
      owner: member.className,
      name: member.name,
      descriptor: member.descriptor,
    })),
    linkDescriptor: descriptor,
  });
  return { kind: "spun", bytes, linkDescriptor: descriptor, isConstant: false };
}

function unsupported(what: string): SpinResult {
  return { kind: "unsupported", what };
}

/** Checks of the constant pool (JVMS 4.4): first that entries name entries of the right kind, then the names themselves. */
import { CONSTANT, type ConstantPool } from "./constants.ts";
import { isModifiedUtf8 } from "./modified-utf8.ts";
import type { NameChecker } from "./names.ts";
import { type ClassFileReader, readUint16 } from "./reader.ts";

/** Reference kinds of a MethodHandle (JVMS table 5.4.3.5-A). */
const HANDLE = {
  GET_FIELD: 1,
  PUT_STATIC: 4,
  VIRTUAL: 5,
  STATIC: 6,
  SPECIAL: 7,
  NEW: 8,
  INTERFACE: 9,
} as const;
const INTERFACE_STATICS_SINCE = 52;
/** From here on modified UTF-8 must be the shortest form. */
const SHORTEST_UTF8_SINCE = 48;

/** Until this has passed no accessor of the pool may be used. */
export function checkReferences(reader: ClassFileReader, pool: ConstantPool, majorVersion: number): void {
  for (let index = 1; index < pool.count && !reader.failed; index++) {
    const tag = pool.tags[index];
    if (tag === CONSTANT.Utf8) checkUtf8(reader, pool, index, majorVersion);
    else if (tag === CONSTANT.Long || tag === CONSTANT.Double) {
      index++;
      if (index >= pool.count) reader.failIn(`Improper constant pool long/double index ${index}`);
    } else checkEntry(reader, pool, index, majorVersion);
  }
}

function checkUtf8(reader: ClassFileReader, pool: ConstantPool, index: number, majorVersion: number): void {
  const at = pool.offsetOf(index) + 2;
  const end = at + readUint16(pool.bytes, at - 2);
  if (!isModifiedUtf8(pool.bytes, at, end, majorVersion >= SHORTEST_UTF8_SINCE)) {
    reader.failIn("Illegal UTF8 string in constant pool");
  }
}

function checkEntry(reader: ClassFileReader, pool: ConstantPool, index: number, majorVersion: number): void {
  const want = (target: number, tag: number): void => {
    if (pool.tagAt(target) !== tag) reader.failIn(`Invalid constant pool index ${target}`);
  };
  switch (pool.tags[index]) {
    case CONSTANT.Class:
    case CONSTANT.String:
    case CONSTANT.MethodType:
    case CONSTANT.Module:
    case CONSTANT.Package:
      return want(pool.first(index), CONSTANT.Utf8);
    case CONSTANT.NameAndType:
      want(pool.first(index), CONSTANT.Utf8);
      return want(pool.second(index), CONSTANT.Utf8);
    case CONSTANT.Fieldref:
    case CONSTANT.Methodref:
    case CONSTANT.InterfaceMethodref:
      want(pool.first(index), CONSTANT.Class);
      return want(pool.second(index), CONSTANT.NameAndType);
    case CONSTANT.Dynamic:
    case CONSTANT.InvokeDynamic:
      return want(pool.second(index), CONSTANT.NameAndType);
    case CONSTANT.MethodHandle:
      return checkHandle(reader, pool, index, majorVersion);
    default:
      return;
  }
}

function checkHandle(reader: ClassFileReader, pool: ConstantPool, index: number, majorVersion: number): void {
  const { kind, memberIndex } = pool.handleParts(index);
  const tag = pool.tagAt(memberIndex);
  const fail = (suffix: string): void => {
    reader.fail(`Invalid constant pool index ${memberIndex} in class file ${reader.className}${suffix}`);
  };
  if (kind < HANDLE.GET_FIELD || kind > HANDLE.INTERFACE) {
    return reader.failIn(`Bad method handle kind at constant pool index ${index}`);
  }
  if (tag === 0) return fail("");
  if (kind <= HANDLE.PUT_STATIC) return tag === CONSTANT.Fieldref ? undefined : fail(" (not a field)");
  if (kind === HANDLE.INTERFACE) {
    return tag === CONSTANT.InterfaceMethodref ? undefined : fail(" (not an interface method)");
  }
  const mayBeInterface =
    (kind === HANDLE.STATIC || kind === HANDLE.SPECIAL) && majorVersion >= INTERFACE_STATICS_SINCE;
  if (tag === CONSTANT.Methodref || (mayBeInterface && tag === CONSTANT.InterfaceMethodref)) return;
  fail(" (not a method)");
}

/** Names and descriptors, once all references are known to be good. */
export function checkNames(reader: ClassFileReader, pool: ConstantPool, names: NameChecker): void {
  for (let index = 1; index < pool.count && !reader.failed; index++) {
    switch (pool.tags[index]) {
      case CONSTANT.Class:
        names.className(pool.className(index));
        break;
      case CONSTANT.NameAndType:
        checkNameAndType(reader, pool, names, index);
        break;
      case CONSTANT.Dynamic:
      case CONSTANT.Fieldref:
      case CONSTANT.Methodref:
      case CONSTANT.InterfaceMethodref:
      case CONSTANT.InvokeDynamic:
        checkMember(reader, pool, names, index);
        break;
      case CONSTANT.MethodHandle:
        checkHandleName(reader, pool, index);
        break;
      case CONSTANT.MethodType:
        names.methodDescriptor("", pool.text(index));
        break;
      default:
    }
  }
}

function checkNameAndType(
  reader: ClassFileReader,
  pool: ConstantPool,
  names: NameChecker,
  index: number,
): void {
  const { name, descriptor } = pool.nameAndType(index);
  const empty = descriptor === "" ? pool.second(index) : name === "" ? pool.first(index) : 0;
  if (empty !== 0) {
    reader.fail(`Illegal zero length constant pool entry at ${empty} in class ${reader.className}`);
  } else if (descriptor[0] === "(") {
    names.methodName(name);
    names.methodDescriptor(name, descriptor);
  } else {
    names.fieldName(name);
    names.fieldDescriptor(name, descriptor);
  }
}

function checkMember(reader: ClassFileReader, pool: ConstantPool, names: NameChecker, index: number): void {
  const tag = pool.tags[index];
  const nameAndType = pool.second(index);
  const { name, descriptor } = pool.nameAndType(nameAndType);
  const isField = tag === CONSTANT.Fieldref || tag === CONSTANT.Dynamic;
  if ((descriptor[0] === "(") === isField) {
    const kind = tag === CONSTANT.Dynamic ? "CONSTANT_Dynamic" : isField ? "Field" : "Method";
    return names.illegalSignature(kind, name, descriptor);
  }
  if (tag !== CONSTANT.Methodref || name[0] !== "<") return;
  if (name !== "<init>") reader.failIn(`Bad method name at constant pool index ${pool.first(nameAndType)}`);
}

function checkHandleName(reader: ClassFileReader, pool: ConstantPool, index: number): void {
  const { kind, memberIndex } = pool.handleParts(index);
  if (kind <= HANDLE.PUT_STATIC) return;
  const nameAndType = pool.second(memberIndex);
  const isConstructor = pool.nameAndType(nameAndType).name === "<init>";
  if (isConstructor === (kind === HANDLE.NEW)) return;
  const what = isConstructor ? "method" : "constructor";
  reader.failIn(`Bad ${what} name at constant pool index ${pool.first(nameAndType)}`);
}

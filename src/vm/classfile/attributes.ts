import type {
  BootstrapMethod,
  CodeInfo,
  EnclosingMethod,
  InnerClass,
  RecordComponent,
} from "./class-file.ts";
import { CONSTANT, type ConstantPool } from "./constants.ts";
import type { ClassFileReader } from "./reader.ts";

const MAX_CODE_BYTES = 65535;

/** Calls `read` for each attribute; the reader stands at its body and must not leave it. */
export function readAttributes(
  reader: ClassFileReader,
  pool: ConstantPool,
  read: (name: string, bodyBytes: number) => void,
): void {
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) {
    const name = readUtf8(reader, pool, "attribute name");
    const bodyBytes = reader.u4();
    const bodyStart = reader.offset;
    if (bodyStart + bodyBytes > reader.end) reader.fail("Truncated class file", bodyStart);
    if (reader.failed) return;
    read(name, bodyBytes);
    if (reader.offset > bodyStart + bodyBytes) reader.fail(`Invalid ${name} attribute length`, bodyStart);
    reader.offset = bodyStart + bodyBytes;
  }
}

/** Reads an index that must name an entry with the tag; 0 and a failure if it does not. */
export function readIndex(reader: ClassFileReader, pool: ConstantPool, tag: number, what: string): number {
  const at = reader.offset;
  const index = reader.u2();
  if (pool.tagAt(index) === tag) return index;
  reader.fail(`Invalid constant pool index ${index} for ${what}`, at);
  return 0;
}

export function readUtf8(reader: ClassFileReader, pool: ConstantPool, what: string): string {
  const index = readIndex(reader, pool, CONSTANT.Utf8, what);
  return index === 0 ? "" : pool.utf8(index);
}

export function readClassName(reader: ClassFileReader, pool: ConstantPool, what: string): string {
  const index = readIndex(reader, pool, CONSTANT.Class, what);
  return index === 0 ? "" : pool.className(index);
}

export function readClassNames(reader: ClassFileReader, pool: ConstantPool, what: string): string[] {
  const names: string[] = [];
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) names.push(readClassName(reader, pool, what));
  return names;
}

export function readCode(reader: ClassFileReader, pool: ConstantPool): CodeInfo {
  const maxStack = reader.u2();
  const maxLocals = reader.u2();
  const lengthOffset = reader.offset;
  const length = reader.u4();
  if (length === 0 || length > MAX_CODE_BYTES)
    reader.fail(`Invalid method Code length ${length}`, lengthOffset);
  const offset = reader.skip(length);
  const handlers = readHandlers(reader, pool, length);
  const lineNumbers: number[] = [];
  let stackMapOffset = 0;
  let stackMapLength = 0;
  readAttributes(reader, pool, (name, bodyBytes) => {
    if (name === "LineNumberTable") readLineNumbers(reader, length, lineNumbers);
    if (name === "StackMapTable") {
      stackMapOffset = reader.offset;
      stackMapLength = bodyBytes;
    }
  });
  const lines = Int32Array.from(lineNumbers);
  return {
    maxStack,
    maxLocals,
    offset,
    length,
    handlers,
    lineNumbers: lines,
    stackMapOffset,
    stackMapLength,
  };
}

function readHandlers(reader: ClassFileReader, pool: ConstantPool, codeLength: number): Int32Array {
  const count = reader.u2();
  if (reader.offset + count * 8 > reader.end) reader.fail("Truncated class file");
  const handlers = new Int32Array(reader.failed ? 0 : count * 4);
  for (let i = 0; i < handlers.length && !reader.failed; i += 4) {
    const at = reader.offset;
    for (let j = 0; j < 4; j++) handlers[i + j] = reader.u2();
    const [start, end, handler, type] = handlers.subarray(i, i + 4);
    if (start >= end || end > codeLength || handler >= codeLength) reader.fail("Invalid exception table", at);
    if (type !== 0 && pool.tagAt(type) !== CONSTANT.Class) reader.fail("Catch type is not a class", at);
  }
  return handlers;
}

function readLineNumbers(reader: ClassFileReader, codeLength: number, into: number[]): void {
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) {
    const bci = reader.u2();
    if (bci >= codeLength) reader.fail("Invalid pc in LineNumberTable", reader.offset - 2);
    into.push(bci, reader.u2());
  }
}

export function readBootstrapMethods(reader: ClassFileReader, pool: ConstantPool): BootstrapMethod[] {
  const methods: BootstrapMethod[] = [];
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) {
    const handleIndex = readIndex(reader, pool, CONSTANT.MethodHandle, "bootstrap method");
    const argumentIndexes: number[] = [];
    const argumentCount = reader.u2();
    for (let j = 0; j < argumentCount && !reader.failed; j++) {
      const index = reader.u2();
      if (pool.tagAt(index) === 0) reader.fail(`Invalid bootstrap argument ${index}`, reader.offset - 2);
      argumentIndexes.push(index);
    }
    methods.push({ handleIndex, argumentIndexes });
  }
  return methods;
}

export function readInnerClasses(reader: ClassFileReader, pool: ConstantPool): InnerClass[] {
  const classes: InnerClass[] = [];
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) {
    const innerName = readClassName(reader, pool, "inner class");
    const outerName = readOptional(reader, pool, CONSTANT.Class);
    const simpleName = readOptional(reader, pool, CONSTANT.Utf8);
    classes.push({ innerName, outerName, simpleName, access: reader.u2() });
  }
  return classes;
}

function readOptional(reader: ClassFileReader, pool: ConstantPool, tag: number): string | undefined {
  const index = reader.u2();
  if (index === 0) return undefined;
  if (pool.tagAt(index) !== tag) {
    reader.fail(`Invalid constant pool index ${index} in InnerClasses`, reader.offset - 2);
    return undefined;
  }
  return tag === CONSTANT.Class ? pool.className(index) : pool.utf8(index);
}

export function readEnclosingMethod(reader: ClassFileReader, pool: ConstantPool): EnclosingMethod {
  const className = readClassName(reader, pool, "enclosing class");
  const index = reader.u2();
  if (index === 0) return { className, method: undefined };
  if (pool.tagAt(index) !== CONSTANT.NameAndType) reader.fail("Invalid EnclosingMethod", reader.offset - 2);
  return { className, method: reader.failed ? undefined : pool.nameAndType(index) };
}

export function readRecordComponents(reader: ClassFileReader, pool: ConstantPool): RecordComponent[] {
  const components: RecordComponent[] = [];
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) {
    const name = readUtf8(reader, pool, "record component");
    const descriptor = readUtf8(reader, pool, "record component");
    readAttributes(reader, pool, () => undefined);
    components.push({ name, descriptor });
  }
  return components;
}

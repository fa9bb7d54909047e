import {
  readAttributes,
  readBootstrapMethods,
  readClassName,
  readClassNames,
  readCode,
  readEnclosingMethod,
  readIndex,
  readInnerClasses,
  readRecordComponents,
  readUtf8,
} from "./attributes.ts";
import {
  ACC,
  type BootstrapMethod,
  type ClassFile,
  type ClassFileProblem,
  type ClassFileResult,
  type CodeInfo,
  type EnclosingMethod,
  type FieldInfo,
  type InnerClass,
  type MethodInfo,
  type RecordComponent,
} from "./class-file.ts";
import { CONSTANT, type ConstantPool, readConstantPool } from "./constants.ts";
import {
  isClassConstantName,
  isFieldDescriptor,
  isMemberName,
  isMethodDescriptor,
  parameterWords,
} from "./descriptors.ts";
import { ClassFileReader } from "./reader.ts";

const MAGIC = 0xcafebabe;
const OLDEST_MAJOR = 45;
const NEWEST_MAJOR = 61;

/**
 * Parses a class file of Java 1.1 to 17 (JVMS chapter 4). Never throws and reads nothing outside `bytes`, which the
 * result keeps a reference to. Structure is checked here; that the bytecode is well typed is not.
 */
export function parseClassFile(bytes: Uint8Array): ClassFileResult {
  const reader = new ClassFileReader(bytes);
  const magic = reader.u4();
  if (magic !== MAGIC) reader.fail(`Incompatible magic value ${magic} in class file`, 0);
  const minor = reader.u2();
  const majorVersion = reader.u2();
  if (!reader.failed && (majorVersion < OLDEST_MAJOR || majorVersion > NEWEST_MAJOR)) {
    const what = `class file version ${majorVersion}.${minor} is not one of ${OLDEST_MAJOR}.0 to ${NEWEST_MAJOR}.0 (Java 17)`;
    return { kind: "unsupported-version", what, offset: 4 };
  }
  const constants = readConstantPool(reader);
  const brokenPool = problemOf(reader);
  if (brokenPool !== undefined) return brokenPool;
  const file = readClass(reader, constants, majorVersion);
  if (!reader.failed && reader.offset !== bytes.length) reader.fail("Extra bytes at the end of class file");
  return problemOf(reader) ?? { kind: "class", file };
}

function problemOf(reader: ClassFileReader): ClassFileProblem | undefined {
  return reader.failure === undefined ? undefined : { kind: "broken", ...reader.failure };
}

function readClass(reader: ClassFileReader, constants: ConstantPool, majorVersion: number): ClassFile {
  const access = reader.u2();
  const name = readClassName(reader, constants, "this class");
  if (!isClassConstantName(name) || name[0] === "[") reader.fail(`Illegal class name "${name}"`);
  const superName = readSuperName(reader, constants, name, (access & ACC.MODULE) !== 0);
  const interfaceNames = readClassNames(reader, constants, "interface");
  const fields = readFields(reader, constants);
  const methods = readMethods(reader, constants, majorVersion);
  const attributes = readClassAttributes(reader, constants);
  const bytes = reader.bytes;
  const head = { bytes, majorVersion, access, name, superName, interfaceNames, constants, fields, methods };
  return { ...head, ...attributes };
}

function readSuperName(
  reader: ClassFileReader,
  constants: ConstantPool,
  name: string,
  isModule: boolean,
): string | undefined {
  const at = reader.offset;
  const index = reader.u2();
  if (index === 0) {
    if (name !== "java/lang/Object" && !isModule) reader.fail("Invalid superclass index 0", at);
    return undefined;
  }
  if (constants.tagAt(index) === CONSTANT.Class) return constants.className(index);
  reader.fail(`Invalid superclass index ${index}`, at);
  return undefined;
}

function readFields(reader: ClassFileReader, constants: ConstantPool): FieldInfo[] {
  const fields: FieldInfo[] = [];
  const seen = new Set<string>();
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) {
    const at = reader.offset;
    const access = reader.u2();
    const name = readUtf8(reader, constants, "field name");
    const descriptor = readUtf8(reader, constants, "field descriptor");
    if (!isMemberName(name, false)) reader.fail(`Illegal field name "${name}"`, at);
    if (!isFieldDescriptor(descriptor)) reader.fail(`Illegal field descriptor "${descriptor}"`, at);
    if (seen.has(`${name}:${descriptor}`)) reader.fail(`Duplicate field "${name}"`, at);
    seen.add(`${name}:${descriptor}`);
    let constantIndex = 0;
    readAttributes(reader, constants, (attribute) => {
      if (attribute !== "ConstantValue") return;
      constantIndex = readIndex(reader, constants, constantTag(descriptor), "ConstantValue");
    });
    fields.push({ access, name, descriptor, constantIndex: (access & ACC.STATIC) === 0 ? 0 : constantIndex });
  }
  return fields;
}

function constantTag(descriptor: string): number {
  switch (descriptor) {
    case "J":
      return CONSTANT.Long;
    case "F":
      return CONSTANT.Float;
    case "D":
      return CONSTANT.Double;
    case "Ljava/lang/String;":
      return CONSTANT.String;
    default:
      return CONSTANT.Integer;
  }
}

function readMethods(reader: ClassFileReader, constants: ConstantPool, majorVersion: number): MethodInfo[] {
  const methods: MethodInfo[] = [];
  const seen = new Set<string>();
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) {
    const at = reader.offset;
    const flags = reader.u2();
    const name = readUtf8(reader, constants, "method name");
    const descriptor = readUtf8(reader, constants, "method descriptor");
    if (!isMemberName(name, true)) reader.fail(`Illegal method name "${name}"`, at);
    if (!isMethodDescriptor(descriptor)) reader.fail(`Illegal method descriptor "${descriptor}"`, at);
    if (seen.has(name + descriptor)) reader.fail(`Duplicate method "${name}${descriptor}"`, at);
    seen.add(name + descriptor);
    // A class initialiser of an old class file needs no ACC_STATIC (JVMS 2.9.2).
    const access = name === "<clinit>" && majorVersion < 51 ? flags | ACC.STATIC : flags;
    const { code, exceptionNames } = readMethodAttributes(reader, constants);
    if (!reader.failed) checkCode(reader, { access, name, descriptor, code, exceptionNames }, at);
    methods.push({ access, name, descriptor, code, exceptionNames });
  }
  return methods;
}

function readMethodAttributes(
  reader: ClassFileReader,
  constants: ConstantPool,
): { code: CodeInfo | undefined; exceptionNames: readonly string[] } {
  let code: CodeInfo | undefined;
  let exceptionNames: readonly string[] = [];
  readAttributes(reader, constants, (attribute) => {
    if (attribute === "Code") code = readCode(reader, constants);
    if (attribute === "Exceptions") exceptionNames = readClassNames(reader, constants, "exception");
  });
  return { code, exceptionNames };
}

function checkCode(reader: ClassFileReader, method: MethodInfo, at: number): void {
  const where = `method "${method.name}${method.descriptor}"`;
  const bodiless = (method.access & (ACC.NATIVE | ACC.ABSTRACT)) !== 0;
  if (bodiless && method.code !== undefined) reader.fail(`Code attribute in native or abstract ${where}`, at);
  if (!bodiless && method.code === undefined) reader.fail(`Absent Code attribute in ${where}`, at);
  const argumentWords = parameterWords(method.descriptor) + ((method.access & ACC.STATIC) === 0 ? 1 : 0);
  if (argumentWords > 255) reader.fail(`Too many arguments in ${where}`, at);
  if (method.code !== undefined && argumentWords > method.code.maxLocals) {
    reader.fail(`Arguments can't fit into locals in ${where}`, at);
  }
}

interface ClassAttributes {
  sourceFile: string | undefined;
  bootstrapMethods: readonly BootstrapMethod[];
  innerClasses: readonly InnerClass[];
  enclosingMethod: EnclosingMethod | undefined;
  nestHost: string | undefined;
  nestMembers: readonly string[];
  permittedSubclasses: readonly string[] | undefined;
  recordComponents: readonly RecordComponent[] | undefined;
}

function readClassAttributes(reader: ClassFileReader, constants: ConstantPool): ClassAttributes {
  const found: ClassAttributes = {
    sourceFile: undefined,
    bootstrapMethods: [],
    innerClasses: [],
    enclosingMethod: undefined,
    nestHost: undefined,
    nestMembers: [],
    permittedSubclasses: undefined,
    recordComponents: undefined,
  };
  readAttributes(reader, constants, (name) => readClassAttribute(reader, constants, name, found));
  return found;
}

function readClassAttribute(
  reader: ClassFileReader,
  pool: ConstantPool,
  name: string,
  into: ClassAttributes,
): void {
  switch (name) {
    case "SourceFile":
      into.sourceFile = readUtf8(reader, pool, name);
      return;
    case "BootstrapMethods":
      into.bootstrapMethods = readBootstrapMethods(reader, pool);
      return;
    case "InnerClasses":
      into.innerClasses = readInnerClasses(reader, pool);
      return;
    case "EnclosingMethod":
      into.enclosingMethod = readEnclosingMethod(reader, pool);
      return;
    case "NestHost":
      into.nestHost = readClassName(reader, pool, name);
      return;
    case "NestMembers":
      into.nestMembers = readClassNames(reader, pool, name);
      return;
    case "PermittedSubclasses":
      into.permittedSubclasses = readClassNames(reader, pool, name);
      return;
    case "Record":
      into.recordComponents = readRecordComponents(reader, pool);
      return;
    default:
      return;
  }
}

/** Attributes of a class (JVMS 4.7), those the machine uses and those that must be right. */
import {
  ACC,
  type BootstrapMethod,
  type EnclosingMethod,
  type InnerClass,
  type RecordComponent,
} from "./class-file.ts";
import { CONSTANT } from "./constants.ts";
import { areClassModifiers } from "./modifiers.ts";
import { readUint16 } from "./reader.ts";
import {
  ANNOTATIONS,
  OnlyOnce,
  type Parsing,
  readAttributes,
  readClassName,
  readIndex,
  readUtf8,
} from "./parsing.ts";

export interface ClassAttributes {
  sourceFile: string | undefined;
  bootstrapMethods: readonly BootstrapMethod[];
  innerClasses: readonly InnerClass[];
  enclosingMethod: EnclosingMethod | undefined;
  nestHost: string | undefined;
  nestMembers: readonly string[];
  permittedSubclasses: readonly string[] | undefined;
  recordComponents: readonly RecordComponent[] | undefined;
}

/** Version of the class file from which on an attribute means something. */
const SINCE: Readonly<Record<string, number>> = {
  Signature: 49,
  EnclosingMethod: 49,
  BootstrapMethods: 51,
  NestHost: 55,
  NestMembers: 55,
  Record: 60,
  PermittedSubclasses: 61,
};
const INNER_CLASS_FLAGS =
  ACC.PUBLIC | ACC.PRIVATE | ACC.PROTECTED | ACC.STATIC | ACC.FINAL | ACC.INTERFACE | ACC.ABSTRACT | 0x7000;

export function readClassAttributes(
  parsing: Parsing,
  access: number,
  superName: string | undefined,
): ClassAttributes {
  const { reader, majorVersion } = parsing;
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
  const once = new OnlyOnce(reader, "");
  let hasBootstraps = false;
  const badName = (index: number): string => `Attribute name has bad constant pool index ${index}`;
  readAttributes(parsing, badName, (name, bodyBytes) => {
    if (majorVersion < (SINCE[name] ?? 0)) return;
    if (name === "Record" && superName !== "java/lang/Record") return;
    if (ONCE.has(name)) once.check(name);
    if (name === "BootstrapMethods") hasBootstraps = true;
    if (name === "PermittedSubclasses" && (access & ACC.FINAL) !== 0) {
      reader.fail(`PermittedSubclasses attribute in final class file ${reader.className}`);
    }
    readClassAttribute(parsing, name, bodyBytes, found);
  });
  if (found.nestHost !== undefined && found.nestMembers.length > 0) {
    reader.failIn("Conflicting NestHost and NestMembers attributes");
  }
  checkBootstraps(parsing, hasBootstraps, found.bootstrapMethods.length);
  return found;
}

const ONCE: ReadonlySet<string> = new Set([
  ...ANNOTATIONS,
  ...[
    "SourceFile",
    "SourceDebugExtension",
    "InnerClasses",
    "Signature",
    "EnclosingMethod",
    "BootstrapMethods",
  ],
  ...["NestHost", "NestMembers", "Record", "PermittedSubclasses"],
]);

/** Call sites and dynamic constants name bootstrap methods that exist. */
function checkBootstraps({ reader, pool }: Parsing, hasBootstraps: boolean, count: number): void {
  for (let index = 1; index < pool.count && !reader.failed; index++) {
    const tag = pool.tags[index];
    if (tag !== CONSTANT.InvokeDynamic && tag !== CONSTANT.Dynamic) continue;
    if (!hasBootstraps) reader.failIn("Missing BootstrapMethods attribute");
    else if (pool.first(index) >= count) reader.failIn("Short length on BootstrapMethods");
  }
}

function readClassAttribute(parsing: Parsing, name: string, bodyBytes: number, into: ClassAttributes): void {
  const { reader } = parsing;
  const wantLength = (bytes: number, problem: string): void => {
    if (!reader.failed && bodyBytes !== bytes) reader.failIn(problem);
  };
  switch (name) {
    case "SourceFile":
      wantLength(2, "Wrong SourceFile attribute length");
      into.sourceFile = readUtf8(
        parsing,
        (index) => `Invalid SourceFile attribute at constant pool index ${index}`,
      );
      return;
    case "Signature":
      wantLength(2, `Wrong Signature attribute length ${bodyBytes}`);
      readUtf8(parsing, (index) => `Invalid constant pool index ${index} in Signature attribute`);
      return;
    case "Synthetic":
    case "Deprecated":
      return wantLength(0, `Invalid ${name} classfile attribute length ${bodyBytes}`);
    case "BootstrapMethods":
      into.bootstrapMethods = readBootstrapMethods(parsing, bodyBytes);
      return;
    case "InnerClasses":
      into.innerClasses = readInnerClasses(parsing, bodyBytes);
      return;
    case "EnclosingMethod":
      wantLength(4, `Wrong EnclosingMethod attribute length ${bodyBytes}`);
      into.enclosingMethod = readEnclosingMethod(parsing);
      return;
    case "NestHost":
      wantLength(2, "Wrong NestHost attribute length");
      into.nestHost = readClassName(
        parsing,
        (index) => `Nest-host class_info_index ${index} has bad constant type`,
      );
      return;
    case "NestMembers":
      into.nestMembers = readNames(parsing, name, bodyBytes, "Nest member");
      return;
    case "PermittedSubclasses":
      into.permittedSubclasses = readNames(parsing, name, bodyBytes, "Permitted subclass");
      return;
    case "Record":
      into.recordComponents = readRecordComponents(parsing, bodyBytes);
      return;
    default:
      return;
  }
}

function readNames(parsing: Parsing, name: string, bodyBytes: number, what: string): string[] {
  const { reader } = parsing;
  const count = reader.u2();
  if (!reader.failed && bodyBytes !== 2 + 2 * count) reader.failIn(`Wrong ${name} attribute length`);
  const names: string[] = [];
  for (let i = 0; i < count && !reader.failed; i++) {
    names.push(readClassName(parsing, (index) => `${what} class_info_index ${index} has bad constant type`));
  }
  return names;
}

const LOADABLE: ReadonlySet<number> = new Set([
  ...[CONSTANT.Integer, CONSTANT.Float, CONSTANT.Long, CONSTANT.Double, CONSTANT.Class, CONSTANT.String],
  ...[CONSTANT.MethodHandle, CONSTANT.MethodType, CONSTANT.Dynamic],
]);

function readBootstrapMethods(parsing: Parsing, bodyBytes: number): BootstrapMethod[] {
  const { reader, pool } = parsing;
  const end = reader.offset + bodyBytes;
  const methods: BootstrapMethod[] = [];
  if (bodyBytes < 2) reader.failIn(`Invalid BootstrapMethods attribute length ${bodyBytes}`);
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) {
    const badHandle = (index: number): string => `bootstrap_method_index ${index} has bad constant type`;
    const handleIndex = readIndex(parsing, CONSTANT.MethodHandle, badHandle);
    const argumentIndexes: number[] = [];
    const argumentCount = reader.u2();
    for (let j = 0; j < argumentCount && !reader.failed; j++) {
      const index = reader.u2();
      if (!LOADABLE.has(pool.tagAt(index))) reader.failIn(`argument_index ${index} has bad constant type`);
      argumentIndexes.push(index);
    }
    methods.push({ handleIndex, argumentIndexes });
  }
  if (!reader.failed && reader.offset !== end) reader.failIn("Bad length on BootstrapMethods");
  return methods;
}

function readInnerClasses(parsing: Parsing, bodyBytes: number): InnerClass[] {
  const { reader, majorVersion } = parsing;
  const classes: InnerClass[] = [];
  const seen = new Set<string>();
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) {
    const one = readInnerClass(parsing);
    const key = [one.innerName, one.outerName, one.simpleName, one.access].join(":");
    if (majorVersion >= 49 && seen.has(key)) reader.failIn("Duplicate entry in InnerClasses attribute");
    seen.add(key);
    classes.push(one);
  }
  if (!reader.failed && majorVersion >= 49 && bodyBytes !== 2 + 8 * count) {
    reader.failIn("Wrong InnerClasses attribute length");
  }
  return classes;
}

function readInnerClass(parsing: Parsing): InnerClass {
  const { reader, majorVersion } = parsing;
  const bad = (what: string) => (index: number) => `${what} ${index} has bad constant type`;
  const innerIndex = readUint16(reader.bytes, reader.offset);
  const innerName = readClassName(parsing, bad("inner_class_info_index"));
  const outerIndex = readUint16(reader.bytes, reader.offset);
  const outerName = readOptional(parsing, CONSTANT.Class, "outer_class_info_index");
  if (outerName?.[0] === "[") reader.failIn("Outer class is an array class");
  const simpleName = readOptional(parsing, CONSTANT.Utf8, "inner_name_index");
  if (!reader.failed && innerIndex === outerIndex) reader.failIn("Class is both outer and inner class");
  const flags = reader.u2() & INNER_CLASS_FLAGS;
  const access = (flags & ACC.INTERFACE) !== 0 && majorVersion < 50 ? flags | ACC.ABSTRACT : flags;
  if (!reader.failed && !areClassModifiers(access, majorVersion)) failModifiers(parsing, access);
  return { innerName, outerName, simpleName, access };
}

/** "Illegal class modifiers", as it is said of a class and of its inner classes alike. */
export function failModifiers({ reader }: Parsing, access: number): void {
  reader.fail(`Illegal class modifiers in class ${reader.className}: 0x${access.toString(16).toUpperCase()}`);
}

function readOptional(parsing: Parsing, tag: number, what: string): string | undefined {
  const { reader, pool } = parsing;
  const index = reader.u2();
  if (index === 0) return undefined;
  if (pool.tagAt(index) !== tag) {
    reader.failIn(`${what} ${index} has bad constant type`);
    return undefined;
  }
  return tag === CONSTANT.Class ? pool.className(index) : pool.utf8(index);
}

function readEnclosingMethod(parsing: Parsing): EnclosingMethod {
  const { reader, pool } = parsing;
  const className = readClassName(parsing, (index) =>
    index === 0
      ? "Invalid class index in EnclosingMethod attribute"
      : "Invalid or out-of-bounds class index in EnclosingMethod attribute",
  );
  const index = reader.u2();
  if (index === 0) return { className, method: undefined };
  if (pool.tagAt(index) !== CONSTANT.NameAndType) {
    reader.failIn("Invalid or out-of-bounds method index in EnclosingMethod attribute");
  }
  return { className, method: reader.failed ? undefined : pool.nameAndType(index) };
}

function readRecordComponents(parsing: Parsing, bodyBytes: number): RecordComponent[] {
  const { reader, names } = parsing;
  const end = reader.offset + bodyBytes;
  const components: RecordComponent[] = [];
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) {
    const name = readUtf8(
      parsing,
      (index) => `Invalid constant pool index ${index} for name in Record attribute`,
    );
    names.fieldName(name);
    const badType = (index: number): string =>
      `Invalid constant pool index ${index} for descriptor in Record attribute`;
    const descriptor = readUtf8(parsing, badType);
    if (!reader.failed) names.fieldDescriptor(name, descriptor);
    const once = new OnlyOnce(reader, " for Record component");
    const badAttribute = (index: number): string => `Invalid Record attribute name index ${index}`;
    readAttributes(parsing, badAttribute, (attribute, length) => {
      if (attribute === "Signature" || ANNOTATIONS.has(attribute)) once.check(attribute);
      if (attribute !== "Signature") return;
      if (length !== 2) reader.failIn(`Invalid Signature attribute length ${length} in Record component`);
      readUtf8(parsing, (index) => `Invalid Signature attribute at constant pool index ${index}`);
    });
    components.push({ name, descriptor });
  }
  if (!reader.failed && reader.offset !== end) reader.failIn("Record attribute has wrong length");
  return components;
}

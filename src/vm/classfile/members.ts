/** Fields and methods of a class file (JVMS 4.5, 4.6). */
import { ACC, type CodeInfo, type FieldInfo, type MethodInfo } from "./class-file.ts";
import { readCode } from "./code-attribute.ts";
import { CONSTANT } from "./constants.ts";
import { areFieldModifiers, areMethodModifiers } from "./modifiers.ts";
import { ANNOTATIONS, OnlyOnce, type Parsing, readAttributes, readClassName, readUtf8 } from "./parsing.ts";

const FIELD_FLAGS = 0x50df;
const METHOD_FLAGS = 0x1dff;
const MAX_ARGUMENT_WORDS = 255;
const SIGNATURES_SINCE = 49;
const STATIC_INITIALISERS_SINCE = 51;
const STRICT = 0x0800;
const STRICT_UNTIL = 60;

const hex = (flags: number): string => `0x${flags.toString(16).toUpperCase()}`;

export function readFields(parsing: Parsing, ofInterface: boolean): FieldInfo[] {
  const { reader, names, majorVersion } = parsing;
  const fields: FieldInfo[] = [];
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) {
    const access = reader.u2() & FIELD_FLAGS;
    if (!reader.failed && !areFieldModifiers(access, ofInterface, majorVersion)) {
      reader.fail(`Illegal field modifiers in class ${reader.className}: ${hex(access)}`);
    }
    const name = readUtf8(parsing, (index) => `Invalid constant pool index ${index} for field name`);
    if (!reader.failed) names.fieldName(name);
    const descriptor = readUtf8(
      parsing,
      (index) => `Invalid constant pool index ${index} for field signature`,
    );
    if (!reader.failed) names.fieldDescriptor(name, descriptor);
    const constantIndex = readFieldAttributes(parsing, access, descriptor);
    fields.push({ access, name, descriptor, constantIndex });
  }
  failOnTwins(parsing, fields, "field");
  return fields;
}

/** Index of the ConstantValue, 0 if there is none. */
function readFieldAttributes(parsing: Parsing, access: number, descriptor: string): number {
  const { reader, majorVersion } = parsing;
  const once = new OnlyOnce(reader, " for field");
  let constantIndex = 0;
  const badName = (index: number): string => `Invalid field attribute index ${index}`;
  readAttributes(parsing, badName, (name, bodyBytes) => {
    if (ANNOTATIONS.has(name)) once.check(name);
    if (name === "ConstantValue" && (access & ACC.STATIC) !== 0) {
      if (constantIndex !== 0) reader.failIn("Duplicate ConstantValue attribute");
      if (bodyBytes !== 2) reader.failIn(`Invalid ConstantValue field attribute length ${bodyBytes}`);
      constantIndex = readConstantValue(parsing, descriptor);
    }
    if ((name === "Synthetic" || name === "Deprecated") && bodyBytes !== 0) {
      reader.failIn(`Invalid ${name} field attribute length ${bodyBytes}`);
    }
    if (name === "Signature" && majorVersion >= SIGNATURES_SINCE) {
      once.check(name);
      if (bodyBytes !== 2) reader.failIn(`Wrong size ${bodyBytes} for field's Signature attribute`);
      readUtf8(parsing, (index) => `Invalid Signature attribute at constant pool index ${index}`);
    }
  });
  return constantIndex;
}

const CONSTANT_TAGS: Readonly<Record<string, number>> = {
  J: CONSTANT.Long,
  F: CONSTANT.Float,
  D: CONSTANT.Double,
  I: CONSTANT.Integer,
  S: CONSTANT.Integer,
  C: CONSTANT.Integer,
  B: CONSTANT.Integer,
  Z: CONSTANT.Integer,
};

function readConstantValue({ reader, pool }: Parsing, descriptor: string): number {
  const index = reader.u2();
  const tag = pool.tagAt(index);
  const wanted = CONSTANT_TAGS[descriptor[0]];
  if (index === 0 || tag === 0) reader.failIn(`Bad initial value index ${index} in ConstantValue attribute`);
  else if (wanted !== undefined) {
    if (tag !== wanted) reader.failIn("Inconsistent constant value type");
  } else if (descriptor[0] === "L") {
    const isString = descriptor === "Ljava/lang/String;" && tag === CONSTANT.String;
    if (!isString) reader.failIn("Bad string initial value");
  } else reader.failIn(`Unable to set initial value ${index}`);
  return index;
}

export function readMethods(parsing: Parsing, ofInterface: boolean): MethodInfo[] {
  const { reader } = parsing;
  const methods: MethodInfo[] = [];
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) methods.push(readMethod(parsing, ofInterface));
  failOnTwins(parsing, methods, "method");
  return methods;
}

function readMethod(parsing: Parsing, ofInterface: boolean): MethodInfo {
  const { reader, names } = parsing;
  const flags = reader.u2();
  const name = readUtf8(parsing, (index) => `Illegal constant pool index ${index} for method name`);
  if (!reader.failed) names.methodName(name);
  const descriptor = readUtf8(
    parsing,
    (index) => `Illegal constant pool index ${index} for method signature`,
  );
  const access = methodAccess(parsing, flags, name, ofInterface);
  if (!reader.failed && ofInterface && name === "<init>") {
    reader.fail(`Interface cannot have a method named <init>, class file ${reader.className}`);
  }
  const receiverWords = (access & ACC.STATIC) === 0 ? 1 : 0;
  const argumentWords = receiverWords + (reader.failed ? 0 : names.methodDescriptor(name, descriptor));
  if (argumentWords > MAX_ARGUMENT_WORDS) reader.failIn("Too many arguments in method signature");
  const { code, exceptionNames } = readMethodAttributes(parsing, access, argumentWords);
  if (!reader.failed && code === undefined && (access & (ACC.NATIVE | ACC.ABSTRACT)) === 0) {
    reader.failIn("Absent Code attribute in method that is not native or abstract");
  }
  return { access, name, descriptor, code, exceptionNames };
}

/** A class initialiser has no flags but static, which old ones need not have (JVMS 2.9.2). */
function methodAccess(
  { reader, majorVersion }: Parsing,
  flags: number,
  name: string,
  ofInterface: boolean,
): number {
  if (name === "<clinit>") {
    if (majorVersion < STATIC_INITIALISERS_SINCE) return ACC.STATIC;
    if ((flags & ACC.STATIC) === 0) reader.failIn("Method <clinit> is not static");
    return flags & (ACC.STATIC | (majorVersion <= STRICT_UNTIL ? STRICT : 0));
  }
  if (!reader.failed && !areMethodModifiers(flags, ofInterface, name, majorVersion)) {
    reader.fail(`Method ${name} in class ${reader.className} has illegal modifiers: ${hex(flags)}`);
  }
  return flags & METHOD_FLAGS;
}

function readMethodAttributes(
  parsing: Parsing,
  access: number,
  argumentWords: number,
): { code: CodeInfo | undefined; exceptionNames: readonly string[] } {
  const { reader, majorVersion } = parsing;
  const once = new OnlyOnce(reader, "");
  const onceForMethod = new OnlyOnce(reader, " for method");
  let code: CodeInfo | undefined;
  let exceptionNames: readonly string[] = [];
  const badName = (index: number): string => `Invalid method attribute name index ${index}`;
  readAttributes(parsing, badName, (name, bodyBytes) => {
    if (ANNOTATIONS.has(name)) onceForMethod.check(name);
    if (name === "Code") {
      const isBodiless = (access & (ACC.NATIVE | ACC.ABSTRACT)) !== 0;
      if (isBodiless) reader.failIn("Code attribute in native or abstract methods");
      once.check(name);
      code = readCode(parsing, argumentWords, bodyBytes);
    } else if (name === "Exceptions") {
      once.check(name);
      exceptionNames = readExceptions(parsing, bodyBytes);
    } else if (name === "MethodParameters") once.check(name);
    else if ((name === "Synthetic" || name === "Deprecated") && bodyBytes !== 0) {
      reader.failIn(`Invalid ${name} method attribute length ${bodyBytes}`);
    } else if (name === "Signature" && majorVersion >= SIGNATURES_SINCE) {
      onceForMethod.check(name);
      if (bodyBytes !== 2) reader.failIn(`Invalid Signature attribute length ${bodyBytes}`);
      readUtf8(parsing, (index) => `Invalid Signature attribute at constant pool index ${index}`);
    }
  });
  return { code, exceptionNames };
}

function readExceptions(parsing: Parsing, bodyBytes: number): string[] {
  const { reader } = parsing;
  const exceptionNames: string[] = [];
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) {
    exceptionNames.push(
      readClassName(parsing, (index) => `Exception name has bad type at constant pool ${index}`),
    );
  }
  if (!reader.failed && bodyBytes !== 2 + 2 * count) reader.failIn("Exceptions attribute has wrong length");
  return exceptionNames;
}

function failOnTwins(
  { reader }: Parsing,
  members: readonly { name: string; descriptor: string }[],
  kind: string,
): void {
  const seen = new Set<string>();
  for (const { name, descriptor } of members) {
    const key = `${name}:${descriptor}`;
    if (seen.has(key)) reader.failIn(`Duplicate ${kind} name "${name}" with signature "${descriptor}"`);
    seen.add(key);
  }
}

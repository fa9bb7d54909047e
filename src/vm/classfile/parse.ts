import { ACC, type ClassFile, type ClassFileProblem, type ClassFileResult } from "./class-file.ts";
import { failModifiers, readClassAttributes } from "./class-attributes.ts";
import { checkNames, checkReferences } from "./constant-checks.ts";
import { CONSTANT, type ConstantPool, readConstantPool } from "./constants.ts";
import { readFields, readMethods } from "./members.ts";
import { areClassModifiers } from "./modifiers.ts";
import { NameChecker } from "./names.ts";
import type { Parsing } from "./parsing.ts";
import { ClassFileReader } from "./reader.ts";

const MAGIC = 0xcafebabe;
const OLDEST_MAJOR = 45;
const NEWEST_MAJOR = 61;
/** From here on minor versions are 0, or the mark of a preview. */
const STRICT_MINOR_SINCE = 56;
const PREVIEW_MINOR = 65535;
const CLASS_FLAGS = 0x7631;
const MODULES_SINCE = 53;
const OBJECT = "java/lang/Object";

/**
 * Parses a class file of Java 1.1 to 17 (JVMS chapter 4). Never throws and reads nothing outside `bytes`, which the
 * result keeps a reference to. Format is checked as JDK 17 does, in its order and words; that the bytecode is well typed
 * is not. `expectedName` is the class that was asked for, if any: messages name it, and a file of another one is refused.
 * `wasChecked`: the constants were checked when the ROM was built, and the ROM's checksum is right.
 */
export function parseClassFile(
  bytes: Uint8Array,
  expectedName?: string,
  wasChecked = false,
): ClassFileResult {
  const reader = new ClassFileReader(bytes);
  reader.className = expectedName ?? reader.className;
  const magic = reader.u4();
  if (magic !== MAGIC) reader.failIn(`Incompatible magic value ${magic}`);
  const minorVersion = reader.u2();
  const majorVersion = reader.u2();
  if (reader.failed) return brokenBy(reader);
  const unsupported = versionProblem(reader.className, majorVersion, minorVersion);
  if (unsupported !== undefined) return { kind: "unsupported-version", what: unsupported, offset: 4 };
  const pool = readConstantPool(reader, majorVersion);
  if (!reader.failed && !wasChecked) checkReferences(reader, pool, majorVersion);
  const names = new NameChecker(reader, majorVersion);
  if (!reader.failed && !wasChecked) checkNames(reader, pool, names);
  if (reader.failed) return brokenBy(reader);
  return readClass({ reader, pool, names, majorVersion, minorVersion }, expectedName);
}

function brokenBy(reader: ClassFileReader): ClassFileProblem {
  return { kind: "broken", ...(reader.failure ?? { what: "", offset: 0 }) };
}

function versionProblem(name: string, major: number, minor: number): string | undefined {
  const version = `(class file version ${major}.${minor})`;
  const newest = `${NEWEST_MAJOR}.0`;
  if (major < OLDEST_MAJOR) return `${name} ${version} was compiled with an invalid major version`;
  if (major > NEWEST_MAJOR) {
    return `${name} has been compiled by a more recent version of the Java Runtime ${version}, this version of the Java Runtime only recognizes class file versions up to ${newest}`;
  }
  if (major < STRICT_MINOR_SINCE || minor === 0) return undefined;
  if (minor !== PREVIEW_MINOR)
    return `${name} ${version} was compiled with an invalid non-zero minor version`;
  if (major === NEWEST_MAJOR) {
    return `Preview features are not enabled for ${name} ${version}. Try running with '--enable-preview'`;
  }
  return `${name} ${version} was compiled with preview features that are unsupported. This version of the Java Runtime only recognizes preview features for class file version ${NEWEST_MAJOR}.${PREVIEW_MINOR}`;
}

function readClass(parsing: Parsing, expectedName: string | undefined): ClassFileResult {
  const { reader, pool, majorVersion } = parsing;
  const flags = reader.u2();
  if (majorVersion >= MODULES_SINCE && (flags & ACC.MODULE) !== 0 && expectedName !== undefined) {
    const what = `${expectedName} is not a class because access_flag ACC_MODULE is set`;
    return { kind: "no-class", what, offset: reader.offset };
  }
  const access = readAccess(parsing, flags);
  const name = readThisName(parsing);
  if (reader.failed) return brokenBy(reader);
  if (expectedName !== undefined && name !== expectedName) {
    return { kind: "no-class", what: `${expectedName} (wrong name: ${name})`, offset: reader.offset };
  }
  reader.className = name;
  const isInterface = (access & ACC.INTERFACE) !== 0;
  const superName = readSuperName(parsing, name, (flags & ACC.MODULE) !== 0);
  const interfaceNames = readInterfaceNames(parsing, name);
  const fields = readFields(parsing, isInterface);
  const methods = readMethods(parsing, isInterface);
  const attributes = readClassAttributes(parsing, access, superName);
  if (!reader.failed && reader.offset !== reader.end) {
    reader.fail(`Extra bytes at the end of class file ${name}`);
  }
  if (isInterface && superName !== OBJECT && !reader.failed) {
    reader.failIn("Interfaces must have java.lang.Object as superclass");
  }
  if (reader.failed) return brokenBy(reader);
  const head = {
    bytes: reader.bytes,
    majorVersion,
    access,
    name,
    superName,
    interfaceNames,
    constants: pool,
  };
  const file: ClassFile = { ...head, fields, methods, ...attributes };
  return { kind: "class", file };
}

function readAccess(parsing: Parsing, flags: number): number {
  const { reader, majorVersion } = parsing;
  const known = flags & CLASS_FLAGS;
  const access = (known & ACC.INTERFACE) !== 0 && majorVersion < 50 ? known | ACC.ABSTRACT : known;
  if (!reader.failed && !areClassModifiers(access, majorVersion)) failModifiers(parsing, access);
  if ((flags & ACC.MODULE) === 0) failOnModuleConstants(reader, parsing.pool);
  return (flags & ACC.MODULE) !== 0 ? access | ACC.MODULE : access;
}

function failOnModuleConstants(reader: ClassFileReader, pool: ConstantPool): void {
  const tag = pool.tags.findLast((each) => each === CONSTANT.Module || each === CONSTANT.Package);
  if (tag !== undefined) reader.failIn(`Unknown constant tag ${tag}`);
}

function readThisName({ reader, pool }: Parsing): string {
  const index = reader.u2();
  if (reader.failed) return "";
  if (pool.tagAt(index) !== CONSTANT.Class) {
    reader.fail(`Invalid this class index ${index} in constant pool in class file ${reader.className}`);
    return "";
  }
  const name = pool.className(index);
  if (name[0] === "[") reader.failIn("Bad class name");
  return name;
}

function readSuperName({ reader, pool }: Parsing, name: string, isModule: boolean): string | undefined {
  const index = reader.u2();
  if (reader.failed) return undefined;
  const isObject = name === OBJECT || isModule;
  if (index === 0 && isObject) return undefined;
  if (pool.tagAt(index) !== CONSTANT.Class) {
    reader.failIn(`Invalid superclass index ${index}`);
    return undefined;
  }
  const superName = pool.className(index);
  if (superName[0] === "[") reader.failIn("Bad superclass name");
  return superName;
}

function readInterfaceNames({ reader, pool }: Parsing, name: string): string[] {
  const names: string[] = [];
  const count = reader.u2();
  if (count > 0 && name === OBJECT) reader.failIn("java.lang.Object cannot implement an interface");
  for (let i = 0; i < count && !reader.failed; i++) {
    const index = reader.u2();
    if (reader.failed) return names;
    if (pool.tagAt(index) !== CONSTANT.Class) {
      reader.failIn(`Interface name has bad constant pool index ${index}`);
      return names;
    }
    const interfaceName = pool.className(index);
    if (interfaceName[0] === "[") reader.failIn("Bad interface name");
    names.push(interfaceName);
  }
  const twin = names.find((each, at) => names.indexOf(each) < at);
  if (twin !== undefined) reader.failIn(`Duplicate interface name "${twin}"`);
  return names;
}

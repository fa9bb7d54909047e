/** Which access flags may stand together (JVMS 4.1, 4.5, 4.6), as JDK 17 sees it. */
import { ACC } from "./class-file.ts";

const JAVA_5 = 49;
const JAVA_8 = 52;
const JAVA_17 = 61;
const STRICT = 0x0800;

export function areClassModifiers(flags: number, majorVersion: number): boolean {
  const has = (mask: number): boolean => (flags & mask) !== 0;
  if (has(ACC.ABSTRACT) && has(ACC.FINAL)) return false;
  if (has(ACC.INTERFACE)) {
    return has(ACC.ABSTRACT) && (majorVersion < JAVA_5 || !has(ACC.SUPER | ACC.ENUM));
  }
  return majorVersion < JAVA_5 || !has(ACC.ANNOTATION);
}

export function areFieldModifiers(flags: number, ofInterface: boolean, majorVersion: number): boolean {
  const has = (mask: number): boolean => (flags & mask) !== 0;
  if (!ofInterface) return isVisibility(flags) && !(has(ACC.FINAL) && has(ACC.VOLATILE));
  const wanted = ACC.PUBLIC | ACC.STATIC | ACC.FINAL;
  const forbidden = ACC.PRIVATE | ACC.PROTECTED | ACC.VOLATILE | ACC.TRANSIENT;
  return (flags & wanted) === wanted && !has(forbidden | (majorVersion >= JAVA_5 ? ACC.ENUM : 0));
}

/** Class initialisers excepted: their flags do not matter. */
export function areMethodModifiers(
  flags: number,
  ofInterface: boolean,
  name: string,
  majorVersion: number,
): boolean {
  const has = (mask: number): boolean => (flags & mask) !== 0;
  if (ofInterface) return areInterfaceMethodModifiers(flags, majorVersion);
  if (!isVisibility(flags)) return false;
  if (name === "<init>") {
    const forbidden = ACC.STATIC | ACC.FINAL | ACC.SYNCHRONIZED | ACC.NATIVE | ACC.ABSTRACT;
    return !has(forbidden | (majorVersion >= JAVA_5 ? ACC.BRIDGE : 0));
  }
  if (!has(ACC.ABSTRACT)) return true;
  const sinceJava5 = ACC.SYNCHRONIZED | (majorVersion < JAVA_17 ? STRICT : 0);
  return !has(ACC.FINAL | ACC.NATIVE | ACC.PRIVATE | ACC.STATIC | (majorVersion >= JAVA_5 ? sinceJava5 : 0));
}

function areInterfaceMethodModifiers(flags: number, majorVersion: number): boolean {
  const has = (mask: number): boolean => (flags & mask) !== 0;
  if (majorVersion >= JAVA_8) {
    if (has(ACC.PUBLIC) === has(ACC.PRIVATE)) return false;
    if (has(ACC.NATIVE | ACC.PROTECTED | ACC.FINAL | ACC.SYNCHRONIZED)) return false;
    const notAbstract = ACC.PRIVATE | ACC.STATIC | (majorVersion < JAVA_17 ? STRICT : 0);
    return !(has(ACC.ABSTRACT) && has(notAbstract));
  }
  const old = ACC.STATIC | ACC.FINAL | ACC.NATIVE;
  const sinceJava5 = ACC.PRIVATE | ACC.PROTECTED | ACC.SYNCHRONIZED | STRICT;
  return has(ACC.PUBLIC) && has(ACC.ABSTRACT) && !has(old | (majorVersion >= JAVA_5 ? sinceJava5 : 0));
}

/** At most one of public, private and protected. */
function isVisibility(flags: number): boolean {
  const visibility = flags & (ACC.PUBLIC | ACC.PRIVATE | ACC.PROTECTED);
  return (visibility & (visibility - 1)) === 0;
}

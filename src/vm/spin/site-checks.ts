/** What a call site must be like for a class to be spun for it: class files say anything, and javac's habits are no promise. */
import { CONSTANT, type ConstantPool } from "../classfile/constants.ts";
import { parameterDescriptors, returnDescriptor } from "../classfile/descriptors.ts";
import { canWiden } from "./conversions.ts";

export interface LambdaSite {
  readonly methodName: string;
  readonly linkDescriptor: string;
  readonly captured: readonly string[];
  /** The interface's method and its bridges. */
  readonly methodDescriptors: readonly string[];
  readonly instantiated: string;
  /** Parameters of the method behind, its receiver first, and its result. */
  readonly wanted: readonly string[];
  readonly result: string;
}

/** Whether values can go through at all; what is left the verifier sees in the spun class. */
export function isLambdaSite(site: LambdaSite): boolean {
  const { captured, methodDescriptors, instantiated, wanted, result } = site;
  if (site.methodName[0] === "<" || returnDescriptor(site.linkDescriptor)[0] !== "L") return false;
  const rest = wanted.slice(captured.length);
  if (wanted.length < captured.length || parameterDescriptors(instantiated).length !== rest.length)
    return false;
  return methodDescriptors.every((descriptor) => {
    const declared = parameterDescriptors(descriptor);
    if (declared.length !== rest.length || !declared.every((each, at) => canBecome(each, rest[at])))
      return false;
    const returned = returnDescriptor(descriptor);
    return returned === "V" || (result !== "V" && canBecome(result, returned));
  });
}

function canBecome(from: string, to: string): boolean {
  return from.length > 1 || to.length > 1 || canWiden(from, to);
}

/** True if each of the indexes names a constant of that kind. */
export function areAll(constants: ConstantPool, indexes: readonly number[], tag: number): boolean {
  return indexes.every((index) => constants.tagAt(index) === tag);
}

/** Markers and bridges of altMetafactory, by its arguments after the first three; undefined if they are not what they say. */
export function lambdaExtras(
  constants: ConstantPool,
  words: readonly number[],
  flag: { readonly MARKERS: number; readonly BRIDGES: number },
):
  | { readonly flags: number; readonly markers: readonly string[]; readonly bridges: readonly string[] }
  | undefined {
  const rest = [...words];
  const number = (): number => {
    const index = rest.shift() ?? 0;
    return constants.tagAt(index) === CONSTANT.Integer ? constants.word(index) : -1;
  };
  const flags = number();
  if (flags < 0) return undefined;
  const taken = (tag: number): string[] | undefined => {
    const count = number();
    if (count < 0 || count > rest.length) return undefined;
    const indexes = rest.splice(0, count);
    return areAll(constants, indexes, tag) ? indexes.map((index) => constants.text(index)) : undefined;
  };
  const markers = (flags & flag.MARKERS) !== 0 ? taken(CONSTANT.Class) : [];
  const bridges = markers !== undefined && (flags & flag.BRIDGES) !== 0 ? taken(CONSTANT.MethodType) : [];
  return markers === undefined || bridges === undefined ? undefined : { flags, markers, bridges };
}

/** Descriptor that the call site of a record's method has. */
export function recordDescriptor(method: "toString" | "hashCode" | "equals", recordName: string): string {
  if (method === "toString") return `(L${recordName};)Ljava/lang/String;`;
  return method === "hashCode" ? `(L${recordName};)I` : `(L${recordName};Ljava/lang/Object;)Z`;
}

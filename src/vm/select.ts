/** Finding members by name and descriptor (JVMS 5.4.3, 5.4.6), and assignability. Pure functions over linked classes. */
import { ACC } from "./classfile/class-file.ts";
import { packageOf } from "./link.ts";
import type { RuntimeClass, RuntimeField, RuntimeMethod } from "./runtime.ts";

export function declaredMethod(
  of: RuntimeClass,
  name: string,
  descriptor: string,
): RuntimeMethod | undefined {
  for (const method of of.methods) {
    if (method.name === name && method.descriptor === descriptor) return method;
  }
  return undefined;
}

/** Method resolution (JVMS 5.4.3.3 and 5.4.3.4): class, superclasses, then superinterfaces. */
export function findMethod(of: RuntimeClass, name: string, descriptor: string): RuntimeMethod | undefined {
  for (let at: RuntimeClass | undefined = of; at !== undefined; at = at.superClass) {
    const found = declaredMethod(at, name, descriptor);
    if (found !== undefined) return found;
  }
  const candidates = maximallySpecific(of, name, descriptor);
  return candidates.find((method) => !method.isAbstract) ?? candidates[0];
}

/** Field resolution (JVMS 5.4.3.2): class, its superinterfaces, superclass. */
export function findField(of: RuntimeClass, name: string, descriptor: string): RuntimeField | undefined {
  for (const field of of.fields) {
    if (field.name === name && field.descriptor === descriptor) return field;
  }
  for (const each of of.interfaces) {
    const found = findField(each, name, descriptor);
    if (found !== undefined) return found;
  }
  return of.superClass === undefined ? undefined : findField(of.superClass, name, descriptor);
}

/** Non-private, non-static interface methods of that name that no other one of them overrides. */
function maximallySpecific(of: RuntimeClass, name: string, descriptor: string): RuntimeMethod[] {
  const found: RuntimeMethod[] = [];
  for (const each of allInterfaces(of)) {
    const method = declaredMethod(each, name, descriptor);
    if (method !== undefined && !method.isStatic && (method.access & ACC.PRIVATE) === 0) found.push(method);
  }
  return found.filter(
    (method) => !found.some((other) => other !== method && allInterfaces(other.owner).has(method.owner)),
  );
}

/** Superinterfaces, inherited ones included; the class itself only if it is reached as one. */
export function allInterfaces(of: RuntimeClass): Set<RuntimeClass> {
  const found = new Set<RuntimeClass>();
  const visit = (at: RuntimeClass): void => {
    for (const each of at.interfaces) {
      if (found.has(each)) continue;
      found.add(each);
      visit(each);
    }
  };
  for (let at: RuntimeClass | undefined = of; at !== undefined; at = at.superClass) visit(at);
  return found;
}

export type Selection =
  | { readonly kind: "method"; readonly method: RuntimeMethod }
  | { readonly kind: "abstract" | "not-public"; readonly what: string }
  /** Called through an interface it is an abstract call, in a class it is a conflict. */
  | { readonly kind: "conflict"; readonly what: string; readonly asAbstract: string };

/** The method an interface call runs in an object of class `of` (JVMS 5.4.6). */
export function selectInterfaceMethod(of: RuntimeClass, resolved: RuntimeMethod): Selection {
  if ((resolved.access & ACC.PRIVATE) !== 0) return { kind: "method", method: resolved };
  const { name, descriptor } = resolved;
  for (let at: RuntimeClass | undefined = of; at !== undefined; at = at.superClass) {
    const found = declaredMethod(at, name, descriptor);
    if (found === undefined || found.isStatic || (found.access & ACC.PRIVATE) !== 0) continue;
    if (found.isAbstract) return abstractCall(of, resolved);
    if ((found.access & ACC.PUBLIC) === 0) {
      return { kind: "not-public", what: quotedSignature(found) };
    }
    return { kind: "method", method: found };
  }
  const defaults = maximallySpecific(of, name, descriptor).filter((method) => !method.isAbstract);
  if (defaults.length === 1) return { kind: "method", method: defaults[0] };
  if (defaults.length === 0) return abstractCall(of, resolved);
  const names = defaults.map((method) => `${method.owner.name}.${name}`);
  const what = `Conflicting default methods: ${names.join(" ")}`;
  return { kind: "conflict", what, asAbstract: abstractCall(of, resolved).what };
}

function abstractCall(of: RuntimeClass, resolved: RuntimeMethod): { kind: "abstract"; what: string } {
  const owner = resolved.owner.name.replaceAll("/", ".");
  const what = `Receiver class ${of.name.replaceAll("/", ".")} does not define or inherit an implementation of the resolved method '${resolved.isAbstract ? "abstract " : ""}${javaSignature(resolved)}' of ${resolved.owner.isInterface ? "interface" : "abstract class"} ${owner}.`;
  return { kind: "abstract", what };
}

/** "int size()" as the messages of LinkageErrors write a method. */
export function javaSignature(method: { name: string; descriptor: string }): string {
  const [parameters, result] = method.descriptor.slice(1).split(")");
  return `${javaTypes(result)} ${method.name}(${javaTypes(parameters)})`;
}

/** "'int java.util.List.size()'". */
export function quotedSignature(method: RuntimeMethod): string {
  const name = `${method.owner.name.replaceAll("/", ".")}.${method.name}`;
  return `'${javaSignature({ name, descriptor: method.descriptor })}'`;
}

const PRIMITIVE_NAMES: Readonly<Record<string, string>> = {
  B: "byte",
  C: "char",
  D: "double",
  F: "float",
  I: "int",
  J: "long",
  S: "short",
  V: "void",
  Z: "boolean",
};

/** Java source names of a run of descriptors, separated by ", ". */
export function javaTypes(descriptors: string): string {
  const types = descriptors.match(/\[*(?:L[^;]*;|[BCDFIJSZV])/g) ?? [];
  return types
    .map((type) => {
      const dimensions = type.lastIndexOf("[") + 1;
      const base = type.slice(dimensions);
      const name = PRIMITIVE_NAMES[base] ?? base.slice(1, -1).replaceAll("/", ".");
      return name + "[]".repeat(dimensions);
    })
    .join(", ");
}

/** True if a value of class `from` may be assigned to `to` (JVMS 6.5 checkcast). */
export function isAssignable(from: RuntimeClass, to: RuntimeClass): boolean {
  if (from === to || to.name === "java/lang/Object") return !from.isPrimitive || from === to;
  if (from.isA[to.id & 15] === to.id) return true;
  if (from.isNotA[to.id & 15] === to.id) return false;
  const answer = computeAssignable(from, to);
  (answer ? from.isA : from.isNotA)[to.id & 15] = to.id;
  return answer;
}

function computeAssignable(from: RuntimeClass, to: RuntimeClass): boolean {
  if (from.component !== undefined && to.component !== undefined) {
    if (from.component.isPrimitive || to.component.isPrimitive) return from.component === to.component;
    return isAssignable(from.component, to.component);
  }
  if (to.isInterface) return (from.isInterface && from === to) || allInterfaces(from).has(to);
  for (let at: RuntimeClass | undefined = from; at !== undefined; at = at.superClass)
    if (at === to) return true;
  return false;
}

/** True if the private members of `owner` are open to `from`: same class or nest mates (JVMS 5.4.4). */
export function areNestMates(from: RuntimeClass, owner: RuntimeClass): boolean {
  if (from === owner) return true;
  if (nestHostName(from) !== nestHostName(owner)) return false;
  return isListedIn(from, owner) && isListedIn(owner, from);
}

/** False if `of` says that `host` is its nest host, and that does not list it (JVMS 5.4.4). */
export function isListedIn(of: RuntimeClass, host: RuntimeClass): boolean {
  if (of.nestHost !== undefined || of.file?.nestHost !== host.name) return true;
  return host.file?.nestMembers.includes(of.name) === true;
}

export function nestHostName(of: RuntimeClass): string {
  return of.nestHost ?? of.file?.nestHost ?? of.name;
}

/** JVMS 5.4.4 for a member that `declaring` declares. */
export function isMemberAccessible(from: RuntimeClass, access: number, declaring: RuntimeClass): boolean {
  if ((access & ACC.PUBLIC) !== 0) return true;
  if ((access & ACC.PRIVATE) !== 0) return areNestMates(from, declaring);
  if (packageOf(from.name) === packageOf(declaring.name)) return true;
  if ((access & ACC.PROTECTED) === 0) return false;
  return declaring.isArray || isAssignable(from, declaring) || declaring.name === "java/lang/Object";
}

/** JVMS 5.4.4 for a class; of an array what its elements are decides. */
export function isClassAccessible(from: RuntimeClass, to: RuntimeClass): boolean {
  let innermost = to;
  while (innermost.component !== undefined) innermost = innermost.component;
  if (innermost.isPrimitive || (innermost.access & ACC.PUBLIC) !== 0) return true;
  return isMemberAccessible(from, 0, innermost);
}

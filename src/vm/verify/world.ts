/** Which classes a verification sees, and assignability among them (JVMS 4.10.1.2). */
import { isCategory1, isCategory2, isNamed, isReference, TYPE, type TypeNames } from "./types.ts";

/** What the verifier asks of a class. Runtime classes are such. */
export interface SeenClass {
  readonly name: string;
  readonly access: number;
  readonly isInterface: boolean;
  readonly superClass: SeenClass | undefined;
  readonly methods: readonly SeenMember[];
  readonly fields: readonly SeenMember[];
  readonly interfaces: readonly SeenClass[];
}

export interface SeenMember {
  readonly name: string;
  readonly descriptor: string;
  readonly access: number;
}

/** Finds classes by name; undefined if one cannot be had (now): the verification is broken off, the world knows why. */
export type LoadClass = (name: string) => SeenClass | undefined;

/** Answers for one verification; classes are loaded only where names alone do not decide. */
export class ClassWorld {
  /** Set once a class could not be loaded: no answer given since is worth anything. */
  isBroken = false;
  readonly #load: LoadClass;
  readonly #types: TypeNames;

  constructor(types: TypeNames, load: LoadClass) {
    this.#types = types;
    this.#load = load;
  }

  load(name: string): SeenClass | undefined {
    const found = this.isBroken ? undefined : this.#load(name);
    if (found === undefined) this.isBroken = true;
    return found;
  }

  /**
   * Whether `from` may stand where `to` is wanted. An interface is as good as Object, `ofProtectedMember` excepted: there
   * an array or Object is no instance of an interface.
   */
  isAssignable(from: number, to: number, ofProtectedMember = false): boolean {
    if (from === to || to === TYPE.TOP) return true;
    if (to === TYPE.ANY_REFERENCE) return isReference(from);
    if (to === TYPE.ANY_CATEGORY1) return isCategory1(from);
    if (to === TYPE.ANY_CATEGORY2) return isCategory2(from);
    if (!isNamed(to)) return false;
    if (from === TYPE.NULL || (to === this.#types.object && isNamed(from))) return true;
    if (!isNamed(from)) return false;
    const [fromName, toName] = [this.#types.nameOf(from), this.#types.nameOf(to)];
    if (toName[0] !== "[") return this.#isNamedAssignable(fromName, toName, ofProtectedMember);
    return fromName[0] === "[" && this.#isElementAssignable(fromName.slice(1), toName.slice(1));
  }

  #isElementAssignable(from: string, to: string): boolean {
    const both = from[0] + to[0];
    const areReferences = /^[L[]{2}$/.test(both);
    if (!areReferences) return from === to;
    return this.isAssignable(this.#types.ofDescriptor(from), this.#types.ofDescriptor(to));
  }

  #isNamedAssignable(from: string, to: string, ofProtectedMember: boolean): boolean {
    const target = this.load(to);
    if (target === undefined) return false;
    if (target.isInterface && (!ofProtectedMember || from !== "java/lang/Object")) {
      return from[0] !== "[" || to === "java/lang/Cloneable" || to === "java/io/Serializable";
    }
    if (from[0] === "[") return false;
    const source = this.load(from);
    return source !== undefined && isSubclass(source, target.name);
  }

  /** The least common superclass; Object for anything that is no two classes. For inference only. */
  commonSuper(left: number, right: number): number {
    const names = this.#types;
    if (names.isArray(left) || names.isArray(right)) return this.#commonArray(left, right);
    const one = this.load(names.nameOf(left));
    const other = one === undefined ? undefined : this.load(names.nameOf(right));
    if (one === undefined || other === undefined || one.isInterface || other.isInterface) return names.object;
    for (let at: SeenClass | undefined = one; at !== undefined; at = at.superClass) {
      if (isSubclass(other, at.name)) return names.named(at.name);
    }
    return names.object;
  }

  #commonArray(left: number, right: number): number {
    const names = this.#types;
    if (!names.isArray(left) || !names.isArray(right)) return names.object;
    const [one, other] = [names.nameOf(left).slice(1), names.nameOf(right).slice(1)];
    if (!/^[L[]{2}$/.test(one[0] + other[0])) return names.object;
    const component = names.nameOf(this.commonSuper(names.ofDescriptor(one), names.ofDescriptor(other)));
    return names.named(component[0] === "[" ? `[${component}` : `[L${component};`);
  }
}

/** True if the class or one of its superclasses has the name. */
export function isSubclass(of: SeenClass, name: string): boolean {
  for (let at: SeenClass | undefined = of; at !== undefined; at = at.superClass) {
    if (at.name === name) return true;
  }
  return false;
}

/** The member of that name and descriptor in the class or its superclasses, and who declares it. */
export function lookUp(
  of: SeenClass,
  kind: "methods" | "fields",
  name: string,
  descriptor: string,
): { readonly owner: SeenClass; readonly member: SeenMember } | undefined {
  for (let at: SeenClass | undefined = of; at !== undefined; at = at.superClass) {
    const member = at[kind].find((each) => each.name === name && each.descriptor === descriptor);
    if (member !== undefined) return { owner: at, member };
  }
  return undefined;
}

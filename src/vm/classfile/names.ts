/** Which names and descriptors a class file may hold (JVMS 4.2, 4.3), as JDK 17 sees it. */
import { parameterWords } from "./descriptors.ts";
import type { ClassFileReader } from "./reader.ts";

/** From here on names are any Unicode text without a few characters; before, Java identifiers. */
const FREE_NAMES_SINCE = 49;
const DIMENSIONS_MAX = 255;
const IDENTIFIER = /^[\p{L}\p{Nl}\p{Sc}\p{Pc}][\p{L}\p{N}\p{Sc}\p{Pc}\p{Mn}\p{Mc}\p{Cf}]*$/u;

/** Checks names for one class file; what is wrong becomes the reader's failure. */
export class NameChecker {
  readonly #reader: ClassFileReader;
  readonly #majorVersion: number;

  constructor(reader: ClassFileReader, majorVersion: number) {
    this.#reader = reader;
    this.#majorVersion = majorVersion;
  }

  /** What a Class constant names: an internal class name, or an array's descriptor. */
  className(name: string): void {
    const isLegal = name[0] === "[" ? this.#fieldEnd(name, 0) === name.length : this.#isQualified(name);
    if (!isLegal) this.#reader.failIn(`Illegal class name "${name}"`);
  }

  fieldName(name: string): void {
    if (!this.#isUnqualified(name, /[.;[/]/)) this.#failOf(`Illegal field name "${name}"`);
  }

  methodName(name: string): void {
    if (name === "<init>" || name === "<clinit>") return;
    if (!this.#isUnqualified(name, /[.;[/<>]/)) this.#failOf(`Illegal method name "${name}"`);
  }

  fieldDescriptor(name: string, descriptor: string): void {
    if (this.#fieldEnd(descriptor, 0) !== descriptor.length) this.illegalSignature("Field", name, descriptor);
  }

  /** Words of the parameters; 0 with a failure. Constructors and class initialisers return nothing. */
  methodDescriptor(name: string, descriptor: string): number {
    let at = 1;
    while (descriptor[0] === "(" && at < descriptor.length && descriptor[at] !== ")") {
      at = this.#fieldEnd(descriptor, at);
      if (at < 0) break;
    }
    if (at > 0 && descriptor[0] === "(" && descriptor[at] === ")") {
      const result = descriptor.slice(at + 1);
      if (result === "V") return parameterWords(descriptor);
      if (name[0] !== "<" && this.#fieldEnd(result, 0) === result.length) return parameterWords(descriptor);
    }
    this.illegalSignature("Method", name, descriptor);
    return 0;
  }

  illegalSignature(kind: string, name: string, descriptor: string): void {
    const { className } = this.#reader;
    this.#reader.fail(`${kind} "${name}" in class ${className} has illegal signature "${descriptor}"`);
  }

  #failOf(what: string): void {
    this.#reader.fail(`${what} in class ${this.#reader.className}`);
  }

  #isQualified(name: string): boolean {
    if (this.#majorVersion < FREE_NAMES_SINCE) return name.split("/").every((part) => IDENTIFIER.test(part));
    return name.length > 0 && !/[.;[]|\/\/|^\/|\/$/.test(name);
  }

  #isUnqualified(name: string, forbidden: RegExp): boolean {
    if (this.#majorVersion < FREE_NAMES_SINCE) return IDENTIFIER.test(name);
    return name.length > 0 && !forbidden.test(name);
  }

  /** Index after the field descriptor that starts at `at`, -1 if there is none. */
  #fieldEnd(text: string, at: number): number {
    let from = at;
    while (text[from] === "[") from++;
    if (from - at > DIMENSIONS_MAX) {
      this.#reader.failIn("Array type descriptor has more than 255 dimensions");
      return -1;
    }
    const kind = text[from];
    if (kind !== "L") return kind !== undefined && "BCDFIJSZ".includes(kind) ? from + 1 : -1;
    const end = text.indexOf(";", from);
    if (end < 0) return -1;
    if (this.#isQualified(text.slice(from + 1, end))) return end + 1;
    if (this.#majorVersion >= FREE_NAMES_SINCE) {
      this.#reader.failIn("Class name is empty or contains illegal character in descriptor");
    }
    return -1;
  }
}

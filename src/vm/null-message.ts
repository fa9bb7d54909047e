/** Messages of NullPointerExceptions that an instruction throws, as JEP 358 and HotSpot 17 word them. Pure. */
import { OPCODE } from "./bytecode-effects.ts";
import type { CodeInfo } from "./classfile/class-file.ts";
import type { ConstantPool, MemberReference } from "./classfile/constants.ts";
import { descriptorWords, parameterDescriptors, parameterWords } from "./classfile/descriptors.ts";
import { nameOfLocal } from "./local-names.ts";
import { NullFlow } from "./null-flow.ts";
import { javaTypes } from "./select.ts";

const ALOAD_0 = 42;
const IALOAD = 46;
const AALOAD = 50;
const IASTORE = 79;
const ARRAYLENGTH = 190;
const MONITORENTER = 194;
const MONITOREXIT = 195;
const BIPUSH = 16;
const SIPUSH = 17;
const ACONST_NULL = 1;
const ICONST_0 = 3;
const ICONST_5 = 8;

const ELEMENTS = ["int", "long", "float", "double", "object", "byte/boolean", "char", "short"];
/** Words above the array under an array store. */
const STORE_DEPTHS = [2, 3, 2, 3, 2, 2, 2, 2];
/** How far the reason goes back along a chain of fields, array elements and indexes. */
const MAX_DETAIL = 5;

export interface FailedMethod {
  readonly code: CodeInfo;
  readonly constants: ConstantPool;
  readonly descriptor: string;
  readonly isStatic: boolean;
}

/** What was null at `bci`; undefined if the instruction says nothing (a constructor call, as in `new`). */
export function nullMessage(method: FailedMethod, bci: number): string | undefined {
  return new Explanation(method, bci).text();
}

class Explanation {
  readonly #method: FailedMethod;
  readonly #bci: number;
  readonly #flow: NullFlow;
  readonly #bytes: Uint8Array;

  constructor(method: FailedMethod, bci: number) {
    this.#method = method;
    this.#bci = bci;
    this.#flow = new NullFlow(method.code, method.constants, bci);
    this.#bytes = method.constants.bytes;
  }

  text(): string | undefined {
    const failed = this.#failedAction();
    if (failed === undefined) return undefined;
    const [action, depth] = failed;
    const because = this.#because(depth);
    return because === undefined ? action : `${action} because ${because} is null`;
  }

  /** The action in words, and how many words above the null reference lie on the stack. */
  #failedAction(): readonly [string, number] | undefined {
    const opcode = this.#flow.code.opcodeAt(this.#bci);
    if (opcode >= IALOAD && opcode < IALOAD + 8)
      return [`Cannot load from ${ELEMENTS[opcode - IALOAD]} array`, 1];
    if (opcode >= IASTORE && opcode < IASTORE + 8) {
      return [`Cannot store to ${ELEMENTS[opcode - IASTORE]} array`, STORE_DEPTHS[opcode - IASTORE]];
    }
    switch (opcode) {
      case ARRAYLENGTH:
        return ["Cannot read the array length", 0];
      case OPCODE.ATHROW:
        return ["Cannot throw exception", 0];
      case MONITORENTER:
        return ["Cannot enter synchronized block", 0];
      case MONITOREXIT:
        return ["Cannot exit synchronized block", 0];
      case OPCODE.GETFIELD:
        return [`Cannot read field "${this.#member(this.#bci).name}"`, 0];
      case OPCODE.PUTFIELD: {
        const { name, descriptor } = this.#member(this.#bci);
        return [`Cannot assign field "${name}"`, descriptorWords(descriptor)];
      }
      default:
        return isReceiverCall(opcode) ? this.#failedCall() : undefined;
    }
  }

  #failedCall(): readonly [string, number] | undefined {
    const member = this.#member(this.#bci);
    if (member.name === "<init>") return undefined;
    return [`Cannot invoke "${methodName(member)}"`, parameterWords(member.descriptor)];
  }

  #because(depth: number): string | undefined {
    const source = this.#flow.pusher(this.#bci, depth);
    if (source < 0) return undefined;
    const expression = this.#expression(source, MAX_DETAIL);
    if (expression === undefined) return undefined;
    const isCall = isInvoke(this.#flow.code.opcodeAt(source));
    return isCall ? `the return value of "${expression}"` : `"${expression}"`;
  }

  /** The source text, about, of what the instruction at `source` pushed. */
  #expression(source: number, detail: number): string | undefined {
    const opcode = this.#flow.code.opcodeAt(source);
    if (opcode === ACONST_NULL) return "null";
    if (opcode > ACONST_NULL && opcode <= ICONST_5) return `${opcode - ICONST_0}`;
    if (isInvoke(opcode)) return methodName(this.#member(source));
    const at = this.#method.code.offset + source;
    switch (opcode) {
      case BIPUSH:
        return `${(this.#bytes[at + 1] << 24) >> 24}`;
      case SIPUSH:
        return `${((this.#bytes[at + 1] << 24) >> 16) | this.#bytes[at + 2]}`;
      case OPCODE.GETSTATIC: {
        const { className, name } = this.#member(source);
        return `${shortName(className.replaceAll("/", "."))}.${name}`;
      }
      case OPCODE.GETFIELD: {
        const object = this.#operand(source, 0, detail - 1);
        return `${object === undefined ? "" : `${object}.`}${this.#member(source).name}`;
      }
      case IALOAD:
      case AALOAD: {
        const array = this.#operand(source, 1, detail - 1) ?? "<array>";
        return `${array}[${this.#operand(source, 0, detail) ?? "..."}]`;
      }
      default:
        return this.#local(source, opcode);
    }
  }

  #operand(bci: number, depth: number, detail: number): string | undefined {
    const source = detail <= 0 ? -1 : this.#flow.pusher(bci, depth);
    return source < 0 ? undefined : this.#expression(source, detail);
  }

  /** Of loads only those of ints and references are in words. */
  #local(source: number, opcode: number): string | undefined {
    const { code } = this.#flow;
    const loaded = opcode === OPCODE.WIDE ? code.widenedOpcode(source) : opcode;
    const isInt = loaded === OPCODE.ILOAD || (loaded >= OPCODE.ILOAD_0 && loaded < OPCODE.ILOAD_0 + 4);
    const isReference = loaded === OPCODE.ALOAD || (loaded >= ALOAD_0 && loaded <= OPCODE.ALOAD_3);
    if (!isInt && !isReference) return undefined;
    const [, local] = code.localOf(source, loaded);
    const { code: info, constants, isStatic } = this.#method;
    const name = nameOfLocal(info, constants, local, source);
    if (name !== undefined) return name;
    if (this.#flow.isWritten(source, local)) return `<local${local}>`;
    if (!isStatic && local === 0) return "this";
    const parameter = this.#parameterOf(local);
    return parameter === 0 ? `<local${local}>` : `<parameter${parameter}>`;
  }

  /** Number of the parameter that the local was, from 1; 0 if it was none. */
  #parameterOf(local: number): number {
    let first = this.#method.isStatic ? 0 : 1;
    let number = 1;
    for (const descriptor of parameterDescriptors(this.#method.descriptor)) {
      const end = first + descriptorWords(descriptor);
      if (local >= first && local < end) return number;
      first = end;
      number++;
    }
    return 0;
  }

  #member(bci: number): MemberReference {
    const at = this.#method.code.offset + bci;
    return this.#method.constants.member((this.#bytes[at + 1] << 8) | this.#bytes[at + 2]);
  }
}

function isReceiverCall(opcode: number): boolean {
  return isInvoke(opcode) && opcode !== OPCODE.INVOKESTATIC;
}

function isInvoke(opcode: number): boolean {
  return opcode >= OPCODE.INVOKEVIRTUAL && opcode < OPCODE.INVOKEDYNAMIC;
}

function methodName({ className, name, descriptor }: MemberReference): string {
  const parameters = javaTypes(descriptor.slice(1, descriptor.indexOf(")")));
  return `${shortName(className.replaceAll("/", "."))}.${name}(${parameters.split(", ").map(shortName).join(", ")})`;
}

/** Object and String are known to everybody. */
function shortName(name: string): string {
  return name.replace(/^java\.lang\.(Object|String)(?=$|\[)/, "$1");
}

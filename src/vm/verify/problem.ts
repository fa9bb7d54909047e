/** What a verification finds, in the words of JDK 17. */
import { javaSignature } from "../select.ts";
import type { TypeFrame } from "./frame.ts";
import { mnemonic } from "./mnemonics.ts";
import { stackMapLines } from "./stack-map-text.ts";
import type { Subject } from "./subject.ts";
import type { TypeNames } from "./types.ts";

export interface VerifyProblem {
  /** Which error it becomes: VerifyError or ClassFormatError. */
  readonly kind: "verify" | "format";
  /** The error's message, several lines long for a VerifyError. */
  readonly message: string;
  readonly bci: number;
}

/** A frame as it is to be shown: `depth` words of its stack. */
export interface ShownFrame {
  readonly title: "Current Frame" | "Stackmap Frame";
  readonly bci: number;
  readonly frame: TypeFrame;
  readonly depth: number;
}

const SPENT_WORDS_MAX = 2 ** 26;

/** Keeps the first thing that is wrong with a method. */
export class Findings {
  problem: VerifyProblem | undefined = undefined;
  readonly #subject: Subject;
  readonly #types: TypeNames;
  /** Old class files are refused in one line, as their own verifier does. */
  readonly #isTerse: boolean;
  #spentWords = 0;

  constructor(subject: Subject, types: TypeNames, isTerse: boolean) {
    this.#subject = subject;
    this.#types = types;
    this.#isTerse = isTerse;
  }

  /** Counts words compared; a method that was made to take for ever is refused. */
  spend(bci: number, words: number): void {
    this.#spentWords += words;
    if (this.#spentWords > SPENT_WORDS_MAX) this.fail(bci, "The method is too complex to verify");
  }

  get failed(): boolean {
    return this.problem !== undefined;
  }

  /** `bci` is where the instruction begins. */
  fail(bci: number, what: string, reason = BAD_CODE, shown: readonly ShownFrame[] = []): void {
    if (this.problem !== undefined) return;
    const message = this.#isTerse ? this.#terse(what, bci) : this.#detailed(bci, what, reason, shown);
    this.problem = { kind: "verify", message, bci };
  }

  /** Becomes a ClassFormatError about the stack map. */
  failStackMap(bci: number, what: string): void {
    this.problem ??= { kind: "format", message: `StackMapTable format error: ${what}`, bci };
  }

  /** Becomes a ClassFormatError. */
  failFormat(bci: number, what: string): void {
    const { of, method } = this.#subject;
    const name = `${of.name.replaceAll("/", ".")}.${method.name}`;
    const signature = javaSignature({ name, descriptor: method.descriptor });
    this.problem ??= { kind: "format", message: `${what} in method '${signature}'`, bci };
  }

  #terse(what: string, bci: number): string {
    const { of, method } = this.#subject;
    const where = `(class: ${of.name}, method: ${method.name} signature: ${method.descriptor})`;
    return `${where} ${what} (bytecode index ${bci})`;
  }

  #detailed(bci: number, what: string, reason: string, shown: readonly ShownFrame[]): string {
    const { of, method } = this.#subject;
    const instruction = bci < this.#subject.code.length ? mnemonic(this.#subject.u1(bci)) : "<invalid>";
    const lines = [what, "Exception Details:", "  Location:"];
    lines.push(`    ${of.name}.${method.name}${method.descriptor} @${bci}: ${instruction}`);
    lines.push("  Reason:", `    ${reason}`);
    for (const each of shown) this.#showFrame(each, lines);
    this.#showBytecode(lines);
    this.#showHandlers(lines);
    const map = stackMapLines(this.#subject);
    if (map.length > 0) lines.push("  Stackmap Table:", ...map.map((line) => `    ${line}`));
    return `${lines.join("\n")}\n`;
  }

  #showFrame({ title, bci, frame, depth }: ShownFrame, lines: string[]): void {
    const list = (types: Int32Array): string => {
      const texts = [...types].map((type) => this.#types.text(type)).join(", ");
      return texts === "" ? "{ }" : `{ ${texts} }`;
    };
    lines.push(`  ${title}:`, `    bci: @${bci}`);
    lines.push(`    flags: {${frame.thisUninitialized ? " flagThisUninit" : ""} }`);
    lines.push(`    locals: ${list(frame.locals.subarray(0, frame.localCount))}`);
    lines.push(`    stack: ${list(frame.stack.subarray(0, depth))}`);
  }

  #showBytecode(lines: string[]): void {
    const { code, file } = this.#subject;
    lines.push("  Bytecode:");
    for (let at = 0; at < code.length; at += 16) {
      let hex = "";
      for (let i = at; i < Math.min(at + 16, code.length); i++) {
        if (i > at && i % 2 === 0) hex += " ";
        hex += file.bytes[code.offset + i].toString(16).padStart(2, "0");
      }
      lines.push(`    ${at.toString(16).padStart(7, "0")}: ${hex.padEnd(39)}`);
    }
  }

  #showHandlers(lines: string[]): void {
    const { handlers } = this.#subject.code;
    if (handlers.length > 0) lines.push("  Exception Handler Table:");
    for (let at = 0; at < handlers.length; at += 4) {
      lines.push(`    bci [${handlers[at]}, ${handlers[at + 1]}] => handler: ${handlers[at + 2]}`);
    }
  }
}

export const BAD_CODE = "Error exists in the bytecode";

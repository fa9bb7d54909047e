/** Reads the StackMapTable that javac writes (JVMS 4.7.4), as kinds of frame words: what reference maps must agree with. */
import type { CodeInfo } from "../src/vm/classfile/class-file.ts";
import { parameterDescriptors } from "../src/vm/classfile/descriptors.ts";

/** "-" nothing usable, "I" a word that is no reference, "R" a reference. One letter a word. */
export interface StackMapFrame {
  readonly bci: number;
  readonly locals: string;
  readonly stack: string;
}

export interface MappedMethod {
  readonly code: CodeInfo;
  readonly descriptor: string;
  readonly isStatic: boolean;
}

export function stackMapFrames(bytes: Uint8Array, method: MappedMethod): StackMapFrame[] {
  const { stackMapOffset, stackMapLength } = method.code;
  if (stackMapLength === 0) return [];
  const frames: StackMapFrame[] = [];
  let at = stackMapOffset;
  const u1 = (): number => bytes[at++];
  const u2 = (): number => (u1() << 8) | u1();
  const verificationType = (): string => {
    const tag = u1();
    if (tag >= 7) at += 2;
    return ["-", "I", "I", "II", "II", "R", "R", "R", "R"][tag];
  };
  const types = (count: number): string[] => Array.from({ length: count }, verificationType);

  let locals = entryLocals(method);
  let bci = -1;
  for (let count = u2(); count > 0; count--) {
    const kind = u1();
    const delta = kind < 64 ? kind : kind < 128 ? kind - 64 : u2();
    let stack: string[] = [];
    if ((kind >= 64 && kind < 128) || kind === 247) stack = types(1);
    if (kind >= 248 && kind <= 250) locals = locals.slice(0, locals.length - (251 - kind));
    if (kind >= 252 && kind <= 254) locals = [...locals, ...types(kind - 251)];
    if (kind === 255) {
      locals = types(u2());
      stack = types(u2());
    }
    bci += delta + 1;
    frames.push({ bci, locals: locals.join(""), stack: stack.join("") });
  }
  return frames;
}

function entryLocals({ descriptor, isStatic }: MappedMethod): string[] {
  const parameters = parameterDescriptors(descriptor).map((parameter) =>
    /^[L[]/.test(parameter) ? "R" : /^[JD]/.test(parameter) ? "II" : "I",
  );
  return isStatic ? parameters : ["R", ...parameters];
}

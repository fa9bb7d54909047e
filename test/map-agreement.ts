/**
 * Whether the reference maps that the collector uses say of every word, before every instruction, what the verifier says: the same words of the
 * operand stack are references; each local that the verifier knows as a reference is one in the map, and none of the map's is anything else to the
 * verifier. (A local that the verifier holds for nothing may be a reference on all ways that lead there.)
 */
import { ACC, type ClassFile, type MethodInfo } from "../src/vm/classfile/class-file.ts";
import { ReferenceMaps } from "../src/vm/refmaps.ts";
import type { TypeFrame } from "../src/vm/verify/frame.ts";
import { isReference, isReturnAddress, returnAddress, TYPE } from "../src/vm/verify/types.ts";
import { verifyClass } from "../src/vm/verify/verify-class.ts";
import type { LoadClass } from "../src/vm/verify/world.ts";

export interface Agreement {
  readonly verified: boolean;
  /** Places compared: instructions, once for each way into a subroutine. */
  readonly places: number;
  readonly complaints: readonly string[];
}

const CONTEXT_SHIFT = 0x10000;

/** Verifies the class, by inference if asked, and compares the maps of each method with what the verifier saw. */
export function compareWithVerifier(file: ClassFile, load: LoadClass, isInferred = false): Agreement {
  const of = load(file.name);
  if (of === undefined) return { verified: false, places: 0, complaints: [] };
  const seen = new Map<MethodInfo, Map<number, TypeFrame>>();
  const verdict = verifyClass(of, file, load, isInferred, (method, bci, context, frame) => {
    const frames = seen.get(method) ?? new Map<number, TypeFrame>();
    seen.set(method, frames.set(context * CONTEXT_SHIFT + bci, frame.clone()));
  });
  if (verdict.kind !== "verified") return { verified: false, places: 0, complaints: [] };
  const complaints: string[] = [];
  let places = 0;
  for (const [method, frames] of seen) {
    const { code, descriptor } = method;
    if (code === undefined) continue;
    const isStatic = (method.access & ACC.STATIC) !== 0;
    const maps = new ReferenceMaps({ code, constants: file.constants, descriptor, isStatic });
    const where = `${file.name}.${method.name}${descriptor}`;
    if (maps.problem !== undefined) complaints.push(`${where}: ${maps.problem}`);
    else
      for (const [key, frame] of frames) {
        const complaint = compareAt(maps, key % CONTEXT_SHIFT, frame);
        if (complaint !== undefined) complaints.push(`${where} at ${key % CONTEXT_SHIFT}: ${complaint}`);
        places++;
      }
  }
  return { verified: true, places, complaints };
}

function compareAt(maps: ReferenceMaps, bci: number, frame: TypeFrame): string | undefined {
  const map = maps.at(bci, (local) => addressOf(frame.locals[local]));
  // Where no way leads the table may still describe a frame; nothing ever stands there.
  if (map === undefined) return undefined;
  const stack = indexesOf(frame.stack.subarray(0, frame.depth), isReference);
  if (map.stackDepth !== frame.depth || `${stack}` !== `${[...map.stack]}`)
    return `stack ${map.stackDepth}:${[...map.stack]}, verifier ${frame.depth}:${stack}`;
  const lost = indexesOf(frame.locals, isReference).filter((local) => !map.locals.includes(local));
  if (lost.length > 0) return `locals ${lost} are references`;
  const wrong = [...map.locals].filter((local) => {
    return frame.locals[local] !== TYPE.TOP && !isReference(frame.locals[local]);
  });
  return wrong.length > 0 ? `locals ${wrong} are no references` : undefined;
}

function addressOf(type: number): number {
  return isReturnAddress(type) ? type - returnAddress(0) : -1;
}

function indexesOf(types: Int32Array, wanted: (type: number) => boolean): number[] {
  return [...types.keys()].filter((index) => wanted(types[index]));
}

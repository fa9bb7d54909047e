/**
 * The verifier (JVMS 4.10): no method that passes can treat a word as what it is not, leave its frame, or use an object
 * before its constructor has run. Class files from 50 on are checked by their StackMapTables, those of 50 and older ones,
 * where that is not to be had, by inference. Pure but for the classes it asks for.
 */
import { ACC, type ClassFile, type MethodInfo } from "../classfile/class-file.ts";
import { checkMethod } from "./check-method.ts";
import { inferMethod } from "./infer-method.ts";
import type { Bench, FrameObserver } from "./operands.ts";
import { Findings, type VerifyProblem } from "./problem.ts";
import { Subject } from "./subject.ts";
import { TypeNames } from "./types.ts";
import { ClassWorld, type LoadClass, type SeenClass } from "./world.ts";

const STACK_MAPS_SINCE = 50;
const STACK_MAPS_ONLY_SINCE = 51;

export type Verdict =
  /** `steps`: instructions looked at. */
  | { readonly kind: "verified"; readonly steps: number }
  | { readonly kind: "refused"; readonly steps: number; readonly problem: VerifyProblem }
  /** A class that had to be seen could not be loaded; whoever loads classes knows why. */
  | { readonly kind: "broken-off" };

/** `isInferred`: the class has no StackMapTables whatever its version says, and is to be verified without. */
export function verifyClass(
  of: SeenClass,
  file: ClassFile,
  load: LoadClass,
  isInferred = false,
  observe?: FrameObserver,
): Verdict {
  const usesMaps = !isInferred && file.majorVersion >= STACK_MAPS_SINCE;
  const verdict = verifyMethods({ of, file, load, isOld: !usesMaps, observe });
  const mayInfer = usesMaps && file.majorVersion < STACK_MAPS_ONLY_SINCE;
  if (verdict.kind !== "refused" || !mayInfer) return verdict;
  return verifyMethods({ of, file, load, isOld: true, observe });
}

interface Verification {
  readonly of: SeenClass;
  readonly file: ClassFile;
  readonly load: LoadClass;
  /** Types are inferred. */
  readonly isOld: boolean;
  readonly observe: FrameObserver | undefined;
}

function verifyMethods(verification: Verification): Verdict {
  const { of, file, load, isOld } = verification;
  const types = new TypeNames();
  const world = new ClassWorld(types, (name) => (name === of.name ? of : load(name)));
  let steps = 0;
  for (const method of file.methods) {
    const bench = benchOf(verification, method, types, world);
    if (bench === undefined) continue;
    steps += isOld ? inferMethod(bench) : checkMethod(bench);
    if (world.isBroken) return { kind: "broken-off" };
    const { problem } = bench.findings;
    if (problem !== undefined) return { kind: "refused", steps, problem };
  }
  return { kind: "verified", steps };
}

function benchOf(
  { of, file, isOld, observe }: Verification,
  method: MethodInfo,
  types: TypeNames,
  world: ClassWorld,
): Bench | undefined {
  if (method.code === undefined || (method.access & (ACC.NATIVE | ACC.ABSTRACT)) !== 0) return undefined;
  const subject = new Subject(of, file, method, method.code);
  return { subject, types, world, isOld, findings: new Findings(subject, types, isOld), observe };
}

/**
 * The vm floor: Java. Class files, verifier, linker, frames, engines and natives over a virtual heap. It promises that
 * everything a program is lies in the heap's lines, that no class file can corrupt the heap, and that a program does
 * what the same classes do under `java`.
 *
 * A process is a heap and a machine over it: make a `MachineModel`, a heap with it, a `Machine` with both; `start` a
 * fresh one; `run` it again and again, and between two runs checkpoint the heap if you like. A machine keeps nothing
 * that is not in the heap, so after a checkpoint both may be thrown away and made again.
 */
export type { ClassFile, ClassFileResult } from "./classfile/class-file.ts";
export { parseClassFile } from "./classfile/parse.ts";
export { Machine } from "./machine.ts";
export { MachineModel } from "./roots.ts";
export type { StartOptions } from "./start.ts";
export type { MachinePorts, MachineStop, ServiceAnswer, ServiceCall } from "./vm.ts";
export { ClassArchive, openArchive, writeArchive } from "./archive.ts";
export type { ArchiveBytes } from "./archive.ts";
export { mainMethodProblem, namesIn } from "./program-files.ts";
export { romProblem } from "./rom.ts";
export type { ClassUpdate } from "./update/apply.ts";
export type { Refusal } from "./update/plan.ts";

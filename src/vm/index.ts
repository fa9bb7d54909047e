/**
 * The vm floor: Java. Class files, verifier, linker, frames, engines and natives over a virtual heap. It promises that
 * everything a program is lies in the heap's lines, that no class file can corrupt the heap, and that a program does
 * what the same classes do under `java`.
 */
export type { MachinePorts, MachineStop } from "./vm.ts";
export { parseClassFile } from "./classfile/parse.ts";
export type { ClassFile, ClassFileResult } from "./classfile/class-file.ts";

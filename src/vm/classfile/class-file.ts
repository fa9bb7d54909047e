import type { ConstantPool } from "./constants.ts";

/** Access and property flags (JVMS 4.1, 4.5, 4.6). */
export const ACC = {
  PUBLIC: 0x0001,
  PRIVATE: 0x0002,
  PROTECTED: 0x0004,
  STATIC: 0x0008,
  FINAL: 0x0010,
  SUPER: 0x0020,
  SYNCHRONIZED: 0x0020,
  VOLATILE: 0x0040,
  BRIDGE: 0x0040,
  VARARGS: 0x0080,
  TRANSIENT: 0x0080,
  NATIVE: 0x0100,
  INTERFACE: 0x0200,
  ABSTRACT: 0x0400,
  SYNTHETIC: 0x1000,
  ANNOTATION: 0x2000,
  ENUM: 0x4000,
  MODULE: 0x8000,
} as const;

/** One parsed class file. Immutable; names are internal ("java/lang/Object"). */
export interface ClassFile {
  readonly bytes: Uint8Array;
  readonly majorVersion: number;
  readonly access: number;
  readonly name: string;
  /** Undefined for java/lang/Object only. */
  readonly superName: string | undefined;
  readonly interfaceNames: readonly string[];
  readonly constants: ConstantPool;
  readonly fields: readonly FieldInfo[];
  readonly methods: readonly MethodInfo[];
  readonly sourceFile: string | undefined;
  readonly bootstrapMethods: readonly BootstrapMethod[];
  readonly innerClasses: readonly InnerClass[];
  readonly enclosingMethod: EnclosingMethod | undefined;
  readonly nestHost: string | undefined;
  readonly nestMembers: readonly string[];
  readonly permittedSubclasses: readonly string[] | undefined;
  /** Undefined unless the class is a record. */
  readonly recordComponents: readonly RecordComponent[] | undefined;
}

export interface FieldInfo {
  readonly access: number;
  readonly name: string;
  readonly descriptor: string;
  /** Constant pool index of the ConstantValue, 0 if there is none. */
  readonly constantIndex: number;
}

export interface MethodInfo {
  readonly access: number;
  readonly name: string;
  readonly descriptor: string;
  /** Undefined for native and abstract methods. */
  readonly code: CodeInfo | undefined;
  readonly exceptionNames: readonly string[];
}

export interface CodeInfo {
  readonly maxStack: number;
  readonly maxLocals: number;
  /** Where the bytecode starts in the class file, and its length in bytes. */
  readonly offset: number;
  readonly length: number;
  /** Four numbers a handler, in order: start bci, end bci (exclusive), handler bci, class constant (0 = any). */
  readonly handlers: Int32Array;
  /** Two numbers an entry: start bci, line. In the order of the file. */
  readonly lineNumbers: Int32Array;
  /** Body of the StackMapTable attribute in the class file, length 0 if there is none. */
  readonly stackMapOffset: number;
  readonly stackMapLength: number;
}

export interface BootstrapMethod {
  /** Constant pool index of the MethodHandle. */
  readonly handleIndex: number;
  /** Constant pool indexes of the static arguments. */
  readonly argumentIndexes: readonly number[];
}

export interface InnerClass {
  readonly innerName: string;
  /** Undefined if local or anonymous. */
  readonly outerName: string | undefined;
  /** Undefined if anonymous. */
  readonly simpleName: string | undefined;
  readonly access: number;
}

export interface EnclosingMethod {
  readonly className: string;
  readonly method: { readonly name: string; readonly descriptor: string } | undefined;
}

export interface RecordComponent {
  readonly name: string;
  readonly descriptor: string;
}

export type ClassFileResult = { readonly kind: "class"; readonly file: ClassFile } | ClassFileProblem;

/**
 * Why the bytes are no class file we can run, in the words of the error: ClassFormatError, UnsupportedClassVersionError, or,
 * for a file that holds something else than the class that was asked for, NoClassDefFoundError.
 */
export interface ClassFileProblem {
  readonly kind: "broken" | "unsupported-version" | "no-class";
  readonly what: string;
  /** Byte offset in the class file. */
  readonly offset: number;
}

import type { ClassFile, CodeInfo } from "./classfile/class-file.ts";

/**
 * Host caches of what a class is. Everything in them can be made again from class files and the heap, so a machine may be
 * thrown away at any checkpoint. One object of each kind has one hidden class: the interpreter reads them on every call.
 */
export class RuntimeClass {
  readonly id: number;
  /** Internal name: "java/lang/String", "[I", or "int" for a primitive. */
  readonly name: string;
  readonly access: number;
  /** Undefined for arrays and primitives. */
  readonly file: ClassFile | undefined;
  readonly superClass: RuntimeClass | undefined;
  /** Direct superinterfaces. */
  readonly interfaces: readonly RuntimeClass[];
  readonly isInterface: boolean;
  readonly isArray: boolean;
  readonly isPrimitive: boolean;
  /** Component class of an array. */
  readonly component: RuntimeClass | undefined;
  /** log2 of the element size, and offset of element 0, of an array. */
  readonly elementShift: number;
  readonly dataOffset: number;
  /** Address of the class file's first byte in ROM or CODE, 0 if there is none. */
  readonly blobAddress: number;

  /** Address of the java.lang.Class object, which never moves; 0 until it is made. */
  mirror = 0;
  /** True once Class.vmState is DONE, or there is nothing to initialise. */
  initialized = false;
  /** True once the class is known to have been verified; never set for classes of the ROM. */
  isVerified = false;
  /** Declared ones, in class file order: the index is the one in method ids. */
  methods: readonly RuntimeMethod[] = [];
  fields: readonly RuntimeField[] = [];
  vtable: readonly RuntimeMethod[] = [];
  /** Size of an instance, and byte offsets of its references, inherited ones included. */
  instanceBytes = 0;
  referenceOffsets: Int32Array = new Int32Array(0);
  /** What `new` allocates, once the class is initialised and no more is to be checked; 0 before. */
  readyBytes = 0;
  /** 8-byte slots and references of the declared static fields. */
  staticWideCount = 0;
  staticReferenceCount = 0;
  /** Address of the first element of vmStaticWords and vmStaticRefs; 0 until the mirror is made. */
  staticWordsAddress = 0;
  staticReferencesAddress = 0;

  /**
   * By constant pool index, 0 = not resolved: byte offset of an instance field or address of a static one, both |
   * FIELD_FLAG; address of an interned string, a mirror or a constant call site's object; bits of a number.
   */
  poolWords: Int32Array = new Int32Array(0);
  poolMethods: (RuntimeMethod | null)[] = [];
  poolClasses: (RuntimeClass | null)[] = [];
  /** Direct-mapped by class id & 15: ids of classes this one is known (not) to be assignable to. */
  readonly isA = new Int32Array(16);
  readonly isNotA = new Int32Array(16);
  /** Direct-mapped by RuntimeMethod.serial & 31: methods selected for interface calls. */
  readonly selectedSerials = new Int32Array(32);
  readonly selectedMethods: (RuntimeMethod | null)[] = new Array<RuntimeMethod | null>(32).fill(null);
  /** Internal name of the nest host of a spun class; others say so in their class file. */
  nestHost: string | undefined = undefined;
  /** Array class whose component this is; made on demand. */
  arrayClass: RuntimeClass | undefined = undefined;

  constructor(shape: ClassShape) {
    this.id = shape.id;
    this.name = shape.name;
    this.access = shape.access;
    this.file = shape.file;
    this.superClass = shape.superClass;
    this.interfaces = shape.interfaces;
    this.isInterface = (shape.access & 0x0200) !== 0;
    this.isArray = shape.component !== undefined;
    this.isPrimitive = shape.primitive === true;
    this.component = shape.component;
    this.elementShift = shape.elementShift ?? 0;
    this.dataOffset = shape.dataOffset ?? 0;
    this.blobAddress = shape.blobAddress ?? 0;
  }
}

export interface ClassShape {
  readonly id: number;
  readonly name: string;
  readonly access: number;
  readonly file: ClassFile | undefined;
  readonly superClass: RuntimeClass | undefined;
  readonly interfaces: readonly RuntimeClass[];
  readonly component?: RuntimeClass | undefined;
  readonly primitive?: boolean;
  readonly elementShift?: number;
  readonly dataOffset?: number;
  readonly blobAddress?: number;
}

/** Low bits of a resolved field in `poolWords`. */
export const FIELD_FLAG = { WIDE: 1, REFERENCE: 2, MASK: 3 } as const;

export class RuntimeField {
  readonly owner: RuntimeClass;
  readonly access: number;
  readonly name: string;
  readonly descriptor: string;
  readonly isStatic: boolean;
  readonly isReference: boolean;
  readonly isWide: boolean;
  readonly constantIndex: number;
  /** Instance: byte offset in the object. Static: byte offset from staticWordsAddress or staticReferencesAddress. */
  readonly offset: number;

  constructor(
    owner: RuntimeClass,
    declared: { access: number; name: string; descriptor: string; constantIndex: number },
    offset: number,
  ) {
    this.owner = owner;
    this.access = declared.access;
    this.name = declared.name;
    this.descriptor = declared.descriptor;
    this.isStatic = (declared.access & 0x0008) !== 0;
    this.isReference = declared.descriptor[0] === "L" || declared.descriptor[0] === "[";
    this.isWide = declared.descriptor === "J" || declared.descriptor === "D";
    this.constantIndex = declared.constantIndex;
    this.offset = offset;
  }
}

/** Frames beyond this are looked at when they are pushed. */
const LARGE_FRAME_WORDS = 1024;

export class RuntimeMethod {
  readonly owner: RuntimeClass;
  /** Index among the owner's methods. */
  readonly index: number;
  /** owner.id << 16 | index: the method word of a frame. */
  readonly id: number;
  /** Unique and not 0 in this machine; not the same after it was rebuilt. */
  readonly serial: number;
  readonly access: number;
  readonly name: string;
  readonly descriptor: string;
  readonly isStatic: boolean;
  readonly isSynchronized: boolean;
  readonly isNative: boolean;
  readonly isAbstract: boolean;
  /** Words of the arguments, receiver included. */
  readonly argumentWords: number;
  /** Words of the result: 0, 1 or 2. */
  readonly resultWords: number;
  readonly resultKind: string;
  readonly code: CodeInfo | undefined;
  /** Address of bytecode index 0. */
  readonly codeAddress: number;
  readonly codeBytes: number;
  readonly maxLocals: number;
  /** Word of the first operand in a frame: header, locals, and the locked object if synchronized. */
  readonly operandBase: number;
  /** Words of a whole frame. */
  readonly frameWords: number;
  /** True if a call needs nothing special: bytecode, not synchronized, a frame that any heap has room for. */
  readonly isPlain: boolean;
  readonly isOfInterface: boolean;
  /** Index in the vtable; -1 if calls are never dispatched through it. */
  vtableIndex = -1;
  /** heap.evictEpoch at which the code was last seen resident; -1 = never. ROM code is always resident. */
  codeEpoch = -1;

  constructor(owner: RuntimeClass, index: number, serial: number, shape: MethodShape) {
    const code = shape.code;
    this.owner = owner;
    this.index = index;
    this.id = (owner.id << 16) | index;
    this.serial = serial;
    this.access = shape.access;
    this.name = shape.name;
    this.descriptor = shape.descriptor;
    this.isStatic = (shape.access & 0x0008) !== 0;
    this.isSynchronized = (shape.access & 0x0020) !== 0;
    this.isNative = (shape.access & 0x0100) !== 0;
    this.isAbstract = (shape.access & 0x0400) !== 0;
    this.argumentWords = shape.argumentWords;
    this.resultWords = shape.resultWords;
    this.resultKind = shape.descriptor.charAt(shape.descriptor.lastIndexOf(")") + 1);
    this.code = code;
    this.codeAddress = code === undefined ? 0 : owner.blobAddress + code.offset;
    this.codeBytes = code === undefined ? 0 : code.length;
    this.maxLocals = code === undefined ? 0 : code.maxLocals;
    this.operandBase = 4 + this.maxLocals + (this.isSynchronized ? 1 : 0);
    this.frameWords = this.operandBase + (code === undefined ? 0 : code.maxStack);
    this.isOfInterface = owner.isInterface;
    this.isPlain = code !== undefined && !this.isSynchronized && this.frameWords <= LARGE_FRAME_WORDS;
  }
}

export interface MethodShape {
  readonly access: number;
  readonly name: string;
  readonly descriptor: string;
  readonly argumentWords: number;
  readonly resultWords: number;
  readonly code: CodeInfo | undefined;
}

/**
 * Where things lie: object and array headers, frames, and the header words of the process that belong to the machine.
 * Offsets within objects are bytes; offsets within frames are words.
 */

/** Object header: class id in the low half of word 0, lock in the high half; identity hash in word 1. */
export const OBJECT = {
  CLASS_WORD: 0,
  HASH_WORD: 4,
  FIELDS: 8,
  ARRAY_LENGTH: 8,
  ARRAY_DATA: 12,
  /** Data of long and double arrays, 8-aligned. */
  ARRAY_WIDE_DATA: 16,
} as const;

/** Lock half of word 0: owner's thread slot + 1, recursion beyond the first entry, somebody waits to enter. */
export const LOCK = {
  OWNER_SHIFT: 22,
  OWNER_MASK: 0x3ff,
  RECURSION_SHIFT: 17,
  RECURSION_MASK: 0x1f,
  CONTENDED: 1 << 16,
} as const;

/**
 * A frame, from its first word: [0] bci of the instruction under execution | operand depth << 16,
 * [1] class id << 16 | method index, [2] byte address of the caller's frame | link flags, [3] progress of a restartable
 * native that this frame calls, then locals, then the locked object of a synchronized method, then the operands.
 * In a frame that waits for its callee the depth counts the operands below the arguments.
 */
export const FRAME = {
  BCI: 0,
  METHOD: 1,
  CALLER: 2,
  PROGRESS: 3,
  LOCALS: 4,
} as const;

/** Link flags in the two low bits of a frame's caller word. */
export const LINK = {
  /** On return the caller's instruction is executed again and the result is dropped: a class initialiser. */
  AGAIN: 1,
  MASK: 3,
} as const;

/** Header words of the process that are the machine's (32 to 55). */
export const HEADER = {
  /** 0 fresh, 1 running, 2 exited. */
  STATE: 32,
  /** Address of the class table (Object[] of mirrors by class id). */
  CLASS_TABLE: 33,
  /** Class ids given so far: ids from the first dynamic one up to this are in use. */
  NEXT_CLASS_ID: 34,
  /** Bytes of CODE in use. */
  CODE_BYTES: 35,
  /** Address of the thread table (Thread[] by slot). */
  THREAD_TABLE: 36,
  /** Address of the running Thread, 0 if none. */
  CURRENT_THREAD: 37,
  TICKS_LOW: 38,
  TICKS_HIGH: 39,
  /** Ticks that the running thread may still run before it is another one's turn. */
  QUANTUM_LEFT: 40,
  /** Address of the intern table (String[], open addressing), and the strings in it. */
  INTERN_TABLE: 41,
  INTERN_COUNT: 42,
  /** Address of the OutOfMemoryError that is thrown when nothing can be allocated. */
  OUT_OF_MEMORY: 43,
  EXIT_STATUS: 44,
  /** State of the identity hash generator. */
  HASH_SEED: 45,
  /** First waiting and ready threads; used by threads.ts only. */
  THREADS_A: 46,
  THREADS_B: 47,
  THREADS_C: 48,
  THREADS_D: 49,
  /** How often the process was resumed. */
  /** Exception that is being delivered, 0 if none. */
  PENDING: 51,
  /** First of the Reference objects that the collector cleared and nobody has enqueued yet; linked by vmNext. */
  CLEARED_REFERENCES: 52,
} as const;

/** Class ids: kinds of newarray for the primitives, ROM classes in archive order from 16. */
export const CLASS_ID = {
  BOOLEAN: 4,
  CHAR: 5,
  FLOAT: 6,
  DOUBLE: 7,
  BYTE: 8,
  SHORT: 9,
  INT: 10,
  LONG: 11,
  VOID: 12,
  FIRST_ROM: 16,
} as const;

/**
 * Values of Class.vmState. LOADED: not yet verified, or of the ROM. SUPERS_FIRST: marked, the initialisers of the supers
 * run, its own has not begun.
 */
export const CLASS_STATE = {
  LOADED: 0,
  IN_PROGRESS: 1,
  DONE: 2,
  FAILED: 3,
  SUPERS_FIRST: 4,
  VERIFIED: 5,
} as const;

/** Values of Thread.vmStatus. */
export const THREAD_STATUS = {
  NEW: 0,
  RUNNABLE: 1,
  BLOCKED: 2,
  WAITING: 3,
  TIMED_WAITING: 4,
  SLEEPING: 5,
  TERMINATED: 6,
  WAITING_FOR_INPUT: 7,
  WAITING_FOR_CLASS: 8,
  WAITING_FOR_REFERENCES: 9,
} as const;

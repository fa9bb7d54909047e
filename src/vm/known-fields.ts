/** Fields of the class library that the machine reads and writes by itself: class by internal name, and field. */
export const KNOWN_FIELDS = {
  classId: ["java/lang/Class", "vmClassId"],
  classState: ["java/lang/Class", "vmState"],
  classInitThread: ["java/lang/Class", "vmInitThread"],
  classResolved: ["java/lang/Class", "vmResolved"],
  classSpun: ["java/lang/Class", "vmSpun"],
  classInitError: ["java/lang/Class", "vmInitError"],
  classStaticWords: ["java/lang/Class", "vmStaticWords"],
  classStaticRefs: ["java/lang/Class", "vmStaticRefs"],
  stringValue: ["java/lang/String", "value"],
  stringHash: ["java/lang/String", "hash"],
  threadSlot: ["java/lang/Thread", "vmSlot"],
  threadName: ["java/lang/Thread", "name"],
  threadStatus: ["java/lang/Thread", "vmStatus"],
  threadTopFrame: ["java/lang/Thread", "vmTopFrame"],
  throwableBacktrace: ["java/lang/Throwable", "vmBacktrace"],
  throwableMessage: ["java/lang/Throwable", "detailMessage"],
  throwableCause: ["java/lang/Throwable", "cause"],
  throwableCauseIsSet: ["java/lang/Throwable", "causeIsSet"],
  referenceReferent: ["java/lang/ref/Reference", "referent"],
  referenceQueue: ["java/lang/ref/Reference", "queue"],
  referenceNext: ["java/lang/ref/Reference", "vmNext"],
} as const;

/** Byte offsets of `KNOWN_FIELDS`. */
export type KnownOffsets = Readonly<Record<keyof typeof KNOWN_FIELDS, number>>;

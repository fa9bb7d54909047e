/** Class files made by hand, right or wrong, for tests of the verifier. */
import { ByteSink, PoolWriter } from "../src/vm/spin/class-writer.ts";

export interface AssembledMethod {
  readonly name: string;
  readonly descriptor: string;
  /** Public and static unless said otherwise. */
  readonly access?: number;
  readonly maxStack: number;
  readonly maxLocals: number;
  readonly code: readonly number[];
  /** start, end, handler, class constant. */
  readonly handlers?: readonly (readonly [number, number, number, number])[];
  /** Body of the StackMapTable. */
  readonly stackMap?: readonly number[];
}

export interface AssembledClass {
  readonly name: string;
  readonly superName?: string;
  readonly interfaces?: readonly string[];
  readonly access?: number;
  readonly majorVersion?: number;
  /** Makes the methods; names constants through the pool. */
  readonly methods: (pool: PoolWriter) => readonly AssembledMethod[];
}

/** Big-endian bytes of a 2-byte number. */
export function u2(value: number): [number, number] {
  return [(value >> 8) & 0xff, value & 0xff];
}

export function assemble(of: AssembledClass): Uint8Array {
  const pool = new PoolWriter();
  const body = new ByteSink();
  body.u2(of.access ?? 0x21);
  body.u2(pool.class(of.name));
  body.u2(pool.class(of.superName ?? "java/lang/Object"));
  body.u2(of.interfaces?.length ?? 0);
  for (const each of of.interfaces ?? []) body.u2(pool.class(each));
  body.u2(0);
  const methods = of.methods(pool);
  body.u2(methods.length);
  for (const method of methods) writeMethod(body, pool, method);
  body.u2(0);
  const file = new ByteSink();
  file.u4(0xcafebabe);
  file.u2(0);
  file.u2(of.majorVersion ?? 61);
  pool.writeTo(file);
  file.put(body.take());
  return file.take();
}

function writeMethod(into: ByteSink, pool: PoolWriter, method: AssembledMethod): void {
  const { handlers = [], stackMap, code } = method;
  into.u2(method.access ?? 0x9);
  into.u2(pool.utf8(method.name));
  into.u2(pool.utf8(method.descriptor));
  into.u2(1);
  into.u2(pool.utf8("Code"));
  const mapBytes = stackMap === undefined ? 0 : 6 + stackMap.length;
  into.u4(12 + code.length + 8 * handlers.length + mapBytes);
  into.u2(method.maxStack);
  into.u2(method.maxLocals);
  into.u4(code.length);
  into.put(Uint8Array.from(code));
  into.u2(handlers.length);
  for (const handler of handlers) for (const each of handler) into.u2(each);
  into.u2(stackMap === undefined ? 0 : 1);
  if (stackMap === undefined) return;
  into.u2(pool.utf8("StackMapTable"));
  into.u4(stackMap.length);
  into.put(Uint8Array.from(stackMap));
}

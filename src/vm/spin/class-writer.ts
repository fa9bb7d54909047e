/** Writes class files for what the machine spins itself: few attributes, no StackMapTable, constants kept once. */
import { assert } from "../../base/index.ts";
import { CONSTANT } from "../classfile/constants.ts";
import { encodeModifiedUtf8 } from "../classfile/modified-utf8.ts";

const magic = 0xcafebabe;
const majorVersion = 61;

export interface ClassHead {
  /** Internal names throughout. */
  readonly name: string;
  readonly access: number;
  readonly superName: string;
  readonly interfaces: readonly string[];
  /** The class in whose nest this one lies. */
  readonly nestHost?: string | undefined;
}

export interface WrittenCode {
  readonly bytes: Uint8Array;
  readonly maxStack: number;
  readonly maxLocals: number;
}

/** Big-endian bytes that grow. */
export class ByteSink {
  #bytes = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  u1(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
  }

  u2(value: number): void {
    assert(value >= 0 && value <= 0xffff, `${value} does not fit two bytes of a class file`);
    this.u1(value >> 8);
    this.u1(value);
  }

  u4(value: number): void {
    for (const shift of [24, 16, 8, 0]) this.u1(value >>> shift);
  }

  put(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Overwrites two bytes that were written before. */
  patchU2(at: number, value: number): void {
    this.#bytes[at] = value >> 8;
    this.#bytes[at + 1] = value;
  }

  take(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(extra: number): void {
    const larger = new Uint8Array(2 * this.#bytes.length + extra);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** A constant pool in the making; asking for the same constant again gives the same index. */
export class PoolWriter {
  readonly #sink = new ByteSink();
  readonly #known = new Map<string, number>();
  #next = 1;

  utf8(text: string): number {
    const bytes = encodeModifiedUtf8(text);
    return this.#entry(`${CONSTANT.Utf8}:${text}`, 1, (sink) => {
      sink.u1(CONSTANT.Utf8);
      sink.u2(bytes.length);
      sink.put(bytes);
    });
  }

  class(name: string): number {
    return this.#pair(CONSTANT.Class, this.utf8(name));
  }

  string(text: string): number {
    return this.#pair(CONSTANT.String, this.utf8(text));
  }

  /** An Integer or Float, or, with a low word, a Long or Double. */
  number(tag: number, word: number, lowWord?: number): number {
    return this.#entry(`${tag}:${word},${lowWord}`, lowWord === undefined ? 1 : 2, (sink) => {
      sink.u1(tag);
      sink.u4(word);
      if (lowWord !== undefined) sink.u4(lowWord);
    });
  }

  field(owner: string, name: string, descriptor: string): number {
    return this.#pair(CONSTANT.Fieldref, this.class(owner), this.#nameAndType(name, descriptor));
  }

  method(owner: string, name: string, descriptor: string, ofInterface: boolean): number {
    const tag = ofInterface ? CONSTANT.InterfaceMethodref : CONSTANT.Methodref;
    return this.#pair(tag, this.class(owner), this.#nameAndType(name, descriptor));
  }

  writeTo(into: ByteSink): void {
    into.u2(this.#next);
    into.put(this.#sink.take());
  }

  #nameAndType(name: string, descriptor: string): number {
    return this.#pair(CONSTANT.NameAndType, this.utf8(name), this.utf8(descriptor));
  }

  #pair(tag: number, ...indexes: readonly number[]): number {
    return this.#entry(`${tag}:${indexes.join()}`, 1, (sink) => {
      sink.u1(tag);
      for (const index of indexes) sink.u2(index);
    });
  }

  #entry(key: string, width: number, write: (sink: ByteSink) => void): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const index = this.#next;
    this.#next += width;
    this.#known.set(key, index);
    write(this.#sink);
    return index;
  }
}

export class ClassWriter {
  readonly pool = new PoolWriter();
  readonly #head: ClassHead;
  readonly #fields = new ByteSink();
  readonly #methods = new ByteSink();
  #fieldCount = 0;
  #methodCount = 0;

  constructor(head: ClassHead) {
    this.#head = head;
  }

  addField(access: number, name: string, descriptor: string): void {
    this.#fieldCount++;
    this.#memberHead(this.#fields, access, name, descriptor);
    this.#fields.u2(0);
  }

  /** `handlers` are the Code attribute's: start, end, handler bci and class constant. */
  addMethod(
    access: number,
    name: string,
    descriptor: string,
    code: WrittenCode,
    handlers: readonly (readonly [number, number, number, number])[] = [],
  ): void {
    this.#methodCount++;
    const sink = this.#methods;
    this.#memberHead(sink, access, name, descriptor);
    sink.u2(1);
    sink.u2(this.pool.utf8("Code"));
    sink.u4(12 + code.bytes.length + 8 * handlers.length);
    sink.u2(code.maxStack);
    sink.u2(code.maxLocals);
    sink.u4(code.bytes.length);
    sink.put(code.bytes);
    sink.u2(handlers.length);
    for (const handler of handlers) for (const value of handler) sink.u2(value);
    sink.u2(0);
  }

  /** The class file. */
  finish(): Uint8Array {
    const { name, access, superName, interfaces, nestHost } = this.#head;
    const rest = new ByteSink();
    rest.u2(access);
    rest.u2(this.pool.class(name));
    rest.u2(this.pool.class(superName));
    rest.u2(interfaces.length);
    for (const one of interfaces) rest.u2(this.pool.class(one));
    rest.u2(this.#fieldCount);
    rest.put(this.#fields.take());
    rest.u2(this.#methodCount);
    rest.put(this.#methods.take());
    rest.u2(nestHost === undefined ? 0 : 1);
    if (nestHost !== undefined) {
      rest.u2(this.pool.utf8("NestHost"));
      rest.u4(2);
      rest.u2(this.pool.class(nestHost));
    }
    const file = new ByteSink();
    file.u4(magic);
    file.u2(0);
    file.u2(majorVersion);
    this.pool.writeTo(file);
    file.put(rest.take());
    return file.take();
  }

  #memberHead(sink: ByteSink, access: number, name: string, descriptor: string): void {
    sink.u2(access);
    sink.u2(this.pool.utf8(name));
    sink.u2(this.pool.utf8(descriptor));
  }
}

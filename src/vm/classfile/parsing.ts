import { CONSTANT, type ConstantPool } from "./constants.ts";
import type { NameChecker } from "./names.ts";
import type { ClassFileReader } from "./reader.ts";

/** What all parts of the parser work with. */
export interface Parsing {
  readonly reader: ClassFileReader;
  readonly pool: ConstantPool;
  readonly names: NameChecker;
  readonly majorVersion: number;
  readonly minorVersion: number;
}

/** Calls `read` for each attribute; the reader stands at its body and must not leave it. `badName` words a bad name index. */
export function readAttributes(
  { reader, pool }: Parsing,
  badName: (index: number) => string,
  read: (name: string, bodyBytes: number) => void,
): void {
  const count = reader.u2();
  for (let i = 0; i < count && !reader.failed; i++) {
    const index = reader.u2();
    const bodyBytes = reader.u4();
    const bodyStart = reader.offset;
    if (reader.failed) return;
    if (pool.tagAt(index) !== CONSTANT.Utf8) return reader.failIn(badName(index));
    const name = pool.utf8(index);
    read(name, bodyBytes);
    if (bodyStart + bodyBytes > reader.end) reader.fail("Truncated class file", bodyStart);
    if (reader.offset > bodyStart + bodyBytes) reader.failIn(`${name} attribute has wrong length`);
    reader.offset = bodyStart + bodyBytes;
  }
}

/** Reads an index that must name an entry with the tag; 0 and a failure if it does not. */
export function readIndex(
  { reader, pool }: Parsing,
  tag: number,
  problem: (index: number) => string,
): number {
  const index = reader.u2();
  if (pool.tagAt(index) === tag) return index;
  if (!reader.failed) reader.failIn(problem(index));
  return 0;
}

export function readUtf8(parsing: Parsing, problem: (index: number) => string): string {
  const index = readIndex(parsing, CONSTANT.Utf8, problem);
  return index === 0 ? "" : parsing.pool.utf8(index);
}

export function readClassName(parsing: Parsing, problem: (index: number) => string): string {
  const index = readIndex(parsing, CONSTANT.Class, problem);
  return index === 0 ? "" : parsing.pool.className(index);
}

/** Fails on the second attribute of a name that may come once. `where` is "" or " for method". */
export class OnlyOnce {
  readonly #seen: string[] = [];
  readonly #reader: ClassFileReader;
  readonly #where: string;

  constructor(reader: ClassFileReader, where: string) {
    this.#reader = reader;
    this.#where = where;
  }

  check(name: string): void {
    if (this.#seen.includes(name)) this.#reader.failIn(`Multiple ${name} attributes${this.#where}`);
    this.#seen.push(name);
  }
}

/** Attributes that java, too, accepts only once wherever they stand. */
export const ANNOTATIONS: ReadonlySet<string> = new Set([
  "RuntimeVisibleAnnotations",
  "RuntimeInvisibleAnnotations",
  "RuntimeVisibleTypeAnnotations",
  "RuntimeInvisibleTypeAnnotations",
]);

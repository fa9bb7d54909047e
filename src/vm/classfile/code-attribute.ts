/** The Code attribute (JVMS 4.7.3) and what lies in it. */
import type { CodeInfo } from "./class-file.ts";
import { CONSTANT } from "./constants.ts";
import { OnlyOnce, type Parsing, readAttributes } from "./parsing.ts";

const MAX_CODE_BYTES = 65535;
const STACK_MAPS_SINCE = 50;

/** `argumentWords`: what the locals must have room for. */
export function readCode(parsing: Parsing, argumentWords: number, bodyBytes: number): CodeInfo {
  const { reader } = parsing;
  const end = reader.offset + bodyBytes;
  // Before version 45.3 these were smaller.
  const isSmall = parsing.majorVersion === 45 && parsing.minorVersion <= 2;
  const maxStack = isSmall ? reader.u1() : reader.u2();
  const maxLocals = isSmall ? reader.u1() : reader.u2();
  const length = isSmall ? reader.u2() : reader.u4();
  if (!reader.failed && argumentWords > maxLocals) reader.failIn("Arguments can't fit into locals");
  if (!reader.failed && (length === 0 || length > MAX_CODE_BYTES)) {
    reader.failIn(`Invalid method Code length ${length}`);
  }
  const offset = reader.skip(length);
  const handlers = readHandlers(parsing, length);
  const details = readDetails(parsing, length, maxLocals);
  if (!reader.failed && reader.offset !== end) reader.failIn("Code segment has wrong length");
  return { maxStack, maxLocals, offset, length, handlers, ...details };
}

function readHandlers({ reader, pool }: Parsing, codeLength: number): Int32Array {
  const count = reader.u2();
  if (reader.offset + count * 8 > reader.end) reader.fail("Truncated class file");
  const handlers = new Int32Array(reader.failed ? 0 : count * 4);
  for (let i = 0; i < handlers.length && !reader.failed; i += 4) {
    for (let j = 0; j < 4; j++) handlers[i + j] = reader.u2();
    const [start, end, handler, type] = handlers.subarray(i, i + 4);
    if (start >= end || end > codeLength) reader.failIn("Illegal exception table range");
    if (handler >= codeLength) reader.failIn("Illegal exception table handler");
    if (type !== 0 && pool.tagAt(type) !== CONSTANT.Class) {
      reader.failIn("Catch type in exception table has bad constant type");
    }
  }
  return handlers;
}

function readDetails(
  parsing: Parsing,
  codeLength: number,
  maxLocals: number,
): Pick<CodeInfo, "lineNumbers" | "stackMapOffset" | "stackMapLength"> {
  const { reader, majorVersion } = parsing;
  const once = new OnlyOnce(reader, "");
  let lineNumbers: Int32Array = NO_LINES;
  const variables = new VariableTables(parsing, codeLength, maxLocals);
  let stackMapOffset = 0;
  let stackMapLength = 0;
  const badName = (index: number): string => `Invalid code attribute name index ${index}`;
  readAttributes(parsing, badName, (name, bodyBytes) => {
    if (name === "LineNumberTable")
      lineNumbers = readLineNumbers(parsing, codeLength, bodyBytes, lineNumbers);
    else if (name === "LocalVariableTable") variables.read(name, bodyBytes);
    else if (name === "LocalVariableTypeTable" && majorVersion >= 49) variables.read(name, bodyBytes);
    else if (name === "StackMapTable" && majorVersion >= STACK_MAPS_SINCE) {
      once.check(name);
      stackMapOffset = reader.offset;
      stackMapLength = bodyBytes;
    }
  });
  variables.compare();
  return { lineNumbers, stackMapOffset, stackMapLength };
}

const NO_LINES = new Int32Array(0);

/** The entries of all tables so far. */
function readLineNumbers(
  { reader }: Parsing,
  codeLength: number,
  bodyBytes: number,
  before: Int32Array,
): Int32Array {
  const count = reader.u2();
  if (bodyBytes !== 2 + 4 * count) reader.failIn("LineNumberTable attribute has wrong length");
  if (reader.failed) return before;
  const lines = new Int32Array(before.length + 2 * count);
  lines.set(before);
  for (let at = before.length; at < lines.length && !reader.failed; at += 2) {
    lines[at] = reader.u2();
    if (lines[at] >= codeLength) reader.failIn("Invalid pc in LineNumberTable");
    lines[at + 1] = reader.u2();
  }
  return lines;
}

/** LocalVariableTable and LocalVariableTypeTable, which nothing here uses but which must be right. */
class VariableTables {
  readonly #parsing: Parsing;
  readonly #codeLength: number;
  readonly #maxLocals: number;
  /** Entries by table; most methods of a library have neither. */
  readonly #variables: Partial<Record<string, Set<string>>> = {};

  constructor(parsing: Parsing, codeLength: number, maxLocals: number) {
    this.#parsing = parsing;
    this.#codeLength = codeLength;
    this.#maxLocals = maxLocals;
  }

  read(table: string, bodyBytes: number): void {
    const { reader } = this.#parsing;
    const count = reader.u2();
    if (bodyBytes !== 2 + 10 * count) reader.failIn(`${table} has wrong length`);
    for (let i = 0; i < count && !reader.failed; i++) this.#readEntry(table);
  }

  #readEntry(table: string): void {
    const { reader, pool, names } = this.#parsing;
    const [start, length, nameIndex, typeIndex, local] = [0, 0, 0, 0, 0].map(() => reader.u2());
    if (start >= this.#codeLength) reader.failIn(`Invalid start_pc ${start} in ${table}`);
    if (start + length > this.#codeLength) reader.failIn(`Invalid length ${length} in ${table}`);
    if (pool.tagAt(nameIndex) !== CONSTANT.Utf8) {
      reader.failIn(`Name index ${nameIndex} in ${table} has bad constant type`);
    }
    if (pool.tagAt(typeIndex) !== CONSTANT.Utf8) {
      reader.failIn(`Signature index ${typeIndex} in ${table} has bad constant type`);
    }
    if (reader.failed) return;
    const [name, type] = [pool.utf8(nameIndex), pool.utf8(typeIndex)];
    names.fieldName(name);
    const isTyped = table === "LocalVariableTable";
    if (isTyped) names.fieldDescriptor(name, type);
    const words = isTyped && (type === "J" || type === "D") ? 2 : 1;
    if (local + words > this.#maxLocals) reader.failIn(`Invalid index ${local} in ${table}`);
    const key = [name, local, start, length].join();
    const seen = (this.#variables[table] ??= new Set());
    if (seen.has(key)) reader.failIn(`Duplicated ${table} attribute entry for '${name}'`);
    seen.add(key);
  }

  /** Each entry of the type table is one of the other. */
  compare(): void {
    const known = this.#variables.LocalVariableTable;
    for (const key of this.#variables.LocalVariableTypeTable ?? []) {
      if (known?.has(key) === true) continue;
      this.#parsing.reader.failIn(
        `LVTT entry for '${key.split(",").slice(0, -3).join()}'` +
          ` in class file ${this.#parsing.reader.className} does not match any LVT entry`,
      );
    }
  }
}

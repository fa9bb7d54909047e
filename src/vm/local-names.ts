/** Names of locals, for methods that were compiled with them (javac -g; JVMS 4.7.13). */
import type { CodeInfo } from "./classfile/class-file.ts";
import type { ConstantPool } from "./classfile/constants.ts";
import { readUint16 } from "./classfile/reader.ts";

const HANDLER_BYTES = 8;
const ENTRY_BYTES = 10;

/** The name of the local at an instruction, undefined if the class file does not tell. */
export function nameOfLocal(
  code: CodeInfo,
  constants: ConstantPool,
  local: number,
  bci: number,
): string | undefined {
  const { bytes } = constants;
  const handlers = code.offset + code.length;
  let at = handlers + 2 + readUint16(bytes, handlers) * HANDLER_BYTES;
  let left = readUint16(bytes, at);
  for (at += 2; left > 0; left--) {
    const bodyBytes = readUint16(bytes, at + 2) * 0x10000 + readUint16(bytes, at + 4);
    if (constants.utf8(readUint16(bytes, at)) === "LocalVariableTable") {
      const name = nameInTable(constants, at + 6, bodyBytes, local, bci);
      if (name !== undefined) return name;
    }
    at += 6 + bodyBytes;
  }
  return undefined;
}

function nameInTable(
  constants: ConstantPool,
  table: number,
  bodyBytes: number,
  local: number,
  bci: number,
): string | undefined {
  const { bytes } = constants;
  const count = Math.min(readUint16(bytes, table), Math.floor((bodyBytes - 2) / ENTRY_BYTES));
  for (let entry = 0; entry < count; entry++) {
    const at = table + 2 + entry * ENTRY_BYTES;
    const start = readUint16(bytes, at);
    const covers = bci >= start && bci < start + readUint16(bytes, at + 2);
    if (!covers || readUint16(bytes, at + 8) !== local) continue;
    const nameIndex = readUint16(bytes, at + 4);
    return constants.tagAt(nameIndex) === 1 ? constants.utf8(nameIndex) : undefined;
  }
  return undefined;
}

/** A StackMapTable as messages show it, entry by entry, as far as it can be read. */
import { ClassFileReader } from "../classfile/reader.ts";
import type { Subject } from "./subject.ts";

const TAGS = ["Top", "Integer", "Float", "Double", "Long", "Null", "UninitializedThis"];
const SHOWN_MAX = 256;

export function stackMapLines({ code, file }: Subject): string[] {
  const reader = new ClassFileReader(
    file.bytes,
    code.stackMapOffset,
    code.stackMapOffset + code.stackMapLength,
  );
  const lines: string[] = [];
  let bci = -1;
  for (let left = reader.u2(); left > 0 && lines.length < SHOWN_MAX; left--) {
    const kind = reader.u1();
    const delta = kind < 64 ? kind : kind < 128 ? kind - 64 : kind < 247 ? 0 : reader.u2();
    bci += delta + 1;
    const line = entryText(reader, kind, bci);
    if (reader.failed) break;
    lines.push(line);
  }
  return lines;
}

function entryText(reader: ClassFileReader, kind: number, bci: number): string {
  if (kind < 64) return `same_frame(@${bci})`;
  if (kind < 128) return `same_locals_1_stack_item_frame(@${bci},${types(reader, 1)})`;
  if (kind < 247) return `reserved_frame(@${bci})`;
  if (kind === 247) return `same_locals_1_stack_item_extended(@${bci},${types(reader, 1)})`;
  if (kind < 251) return `chop_frame(@${bci},${251 - kind})`;
  if (kind === 251) return `same_frame_extended(@${bci})`;
  if (kind < 255) return `append_frame(@${bci},${types(reader, kind - 251)})`;
  return `full_frame(@${bci},{${types(reader, reader.u2())}},{${types(reader, reader.u2())}})`;
}

function types(reader: ClassFileReader, count: number): string {
  const texts: string[] = [];
  for (let at = 0; at < count && !reader.failed; at++) {
    const tag = reader.u1();
    if (tag === 7) texts.push(`Object[#${reader.u2()}]`);
    else if (tag === 8) texts.push(`Uninitialized[#${reader.u2()}]`);
    else texts.push(TAGS[tag] ?? `BAD:${tag}`);
  }
  return texts.join(",");
}

/** Names of places that hold references, for those who ask what keeps an object alive. */
import { methodOfFrame } from "./frames.ts";
import { FRAME, HEADER } from "./layout.ts";
import { allFrames } from "./roots.ts";
import type { RuntimeClass } from "./runtime.ts";
import type { MachineState } from "./state.ts";

const HEADER_START = 0x10000;
const HEADER_NAMES: ReadonlyMap<number, string> = new Map([
  [HEADER.CLASS_TABLE, "classes"],
  [HEADER.THREAD_TABLE, "threads"],
  [HEADER.CURRENT_THREAD, "the running thread"],
  [HEADER.INTERN_TABLE, "interned strings"],
  [HEADER.OUT_OF_MEMORY, "the OutOfMemoryError kept ready"],
  [HEADER.PENDING, "the exception under way"],
  [HEADER.CLEARED_REFERENCES, "references to enqueue"],
]);

/** A header word, or a local variable or operand of a frame. */
export function rootName(state: MachineState, slotAddress: number): string {
  const header = HEADER_NAMES.get((slotAddress - HEADER_START) >>> 2);
  if (header !== undefined) return header;
  let frame = 0;
  for (const address of allFrames(state)) {
    if (address <= slotAddress && address > frame) frame = address;
  }
  const method = methodOfFrame(state, frame);
  const word = (slotAddress - frame) >> 2;
  const place = word < method.operandBase ? `local ${word - FRAME.LOCALS}` : "an operand";
  return `${place} of ${dotted(method.owner)}.${method.name}`;
}

/** A field, an element, or a static field (whose values lie in an array of their class). */
export function fieldName(state: MachineState, holder: number, slotAddress: number): string {
  const of = state.classOf(holder);
  const offset = slotAddress - holder;
  if (of.isArray) return staticName(state, slotAddress) ?? `[${(offset - of.dataOffset) >> of.elementShift}]`;
  for (let at: RuntimeClass | undefined = of; at !== undefined; at = at.superClass) {
    const field = at.fields.find((each) => !each.isStatic && each.offset === offset);
    if (field !== undefined) return field.name;
  }
  return `word ${offset >> 2}`;
}

function staticName(state: MachineState, slotAddress: number): string | undefined {
  for (const of of state.classes) {
    if (of === undefined || of.staticReferencesAddress === 0) continue;
    const index = (slotAddress - of.staticReferencesAddress) >> 2;
    if (index < 0 || index >= of.staticReferenceCount) continue;
    const field = of.fields.find((each) => each.isStatic && each.isReference && each.offset === index * 4);
    return `static ${dotted(of)}.${field?.name ?? `[${index}]`}`;
  }
  return undefined;
}

function dotted(of: RuntimeClass): string {
  return of.name.replaceAll("/", ".");
}

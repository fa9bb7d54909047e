/** All objects that a process can reach, and all words that refer to them. For work on a process at rest: the list is the host's. */
import { OBJECT } from "../layout.ts";
import type { MachineModel } from "../roots.ts";
import type { RuntimeClass } from "../runtime.ts";
import type { MachineState } from "../state.ts";

export interface LiveObject {
  readonly address: number;
  readonly of: RuntimeClass;
}

/** Each object once. The nursery is empty: it is, after a checkpoint. */
export function liveObjects(state: MachineState, model: MachineModel): readonly LiveObject[] {
  const found: LiveObject[] = [];
  const seen = new Set<number>();
  const reach = (slot: number): void => {
    const address = state.word(slot);
    if (address === 0 || seen.has(address)) return;
    seen.add(address);
    found.push({ address, of: state.classOf(address) });
  };
  model.forEachRootSlot("all", reach);
  // The list grows while it is walked.
  for (const { address, of } of found) forEachSlot(state, of, address, reach);
  return found;
}

function forEachSlot(
  state: MachineState,
  of: RuntimeClass,
  address: number,
  visit: (slot: number) => void,
): void {
  state.beginStep();
  if (!of.isArray) {
    for (const offset of of.referenceOffsets) visit(address + offset);
    return;
  }
  if (of.component?.isPrimitive !== false) return;
  const length = state.arrayLength(address);
  for (let index = 0; index < length; index++) {
    if ((index & 15) === 0) state.beginStep();
    visit(address + OBJECT.ARRAY_DATA + index * 4);
  }
}

/** Every word that refers to an object of `places` refers to its new place instead. `moved` are the classes of those objects, as they are now. */
export function rewriteReferences(
  state: MachineState,
  model: MachineModel,
  objects: readonly LiveObject[],
  moved: (of: RuntimeClass) => RuntimeClass,
  places: ReadonlyMap<number, number>,
): void {
  const rewrite = (slot: number): void => {
    const place = places.get(state.word(slot));
    if (place !== undefined) state.setReference(slot, place);
  };
  model.forEachRootSlot("all", rewrite);
  for (const { address, of } of objects)
    forEachSlot(state, moved(of), places.get(address) ?? address, rewrite);
}

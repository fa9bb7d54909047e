import { FlashChip } from "../flash/index.ts";
import { Store, chipMemory } from "../store/index.ts";
import type { MountOptions, StoreMemory } from "../store/index.ts";
import { damaged } from "./damaged.ts";
import type { RemoteDisk } from "./remote-disk.ts";

/** What keeps a device's store while its power is off. */
export type Medium = FlashChip | RemoteDisk;

/** The medium as the store sees it, until its next power-on. */
export function memoryOf(medium: Medium): StoreMemory {
  return medium instanceof FlashChip ? chipMemory(medium) : medium.memory;
}

/** The store on the medium, recovered from a cut. Throws `UserError` if it is damaged. */
export function mountStore(medium: Medium, options: MountOptions = {}): Store {
  const mounted = Store.mount(memoryOf(medium), options);
  if (mounted.kind === "damaged") throw damaged(mounted.what, mounted.where);
  return mounted.store;
}

/** Device RAM that buffers in front of it take. */
export function bufferBytesOf(medium: Medium): number {
  return medium instanceof FlashChip ? 0 : medium.ramBytes;
}

import { FlashChip } from "../flash/index.ts";
import { chipMemory } from "../store/index.ts";
import type { StoreMemory } from "../store/index.ts";
import type { RemoteDisk } from "./remote-disk.ts";

/** What keeps a device's store while its power is off. */
export type Medium = FlashChip | RemoteDisk;

/** The medium as the store sees it, until its next power-on. */
export function memoryOf(medium: Medium): StoreMemory {
  return medium instanceof FlashChip ? chipMemory(medium) : medium.memory;
}

/** Device RAM that buffers in front of it take. */
export function bufferBytesOf(medium: Medium): number {
  return medium instanceof FlashChip ? 0 : medium.ramBytes;
}

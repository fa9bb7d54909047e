import { MemoryCarrier } from "../flash/index.ts";
import type { Part } from "../flash/index.ts";
import { copyDevice } from "./image-device.ts";
import type { BoardManifest } from "./image-device.ts";

/** An image as plain values, which workers can be given: read once, so that all of them cut the same. */
export interface LoadedImage {
  readonly manifest: BoardManifest;
  readonly rom: Uint8Array;
  readonly part: Part;
  readonly blocks: readonly LoadedBlock[];
}

interface LoadedBlock {
  readonly block: number;
  readonly eraseCount: number;
  readonly cells: Uint8Array | null;
  readonly unstable: Uint8Array | null;
}

/** Reads an image file; it is not in use afterwards. Throws `ImageError`. */
export function loadImage(path: string): LoadedImage {
  const { manifest, rom, carrier, chip } = copyDevice(path);
  const blocks = Array.from({ length: carrier.blockCount }, (_, block) => ({
    block,
    eraseCount: carrier.eraseCount(block),
    cells: carrier.cellsOf(block),
    unstable: carrier.unstableOf(block),
  }));
  return {
    manifest,
    rom,
    part: chip.part,
    blocks: blocks.filter(({ eraseCount, cells }) => eraseCount > 0 || cells !== null),
  };
}

/** A chip in memory that holds what the image did. */
export function carrierOf({ part, blocks }: LoadedImage): MemoryCarrier {
  const carrier = MemoryCarrier.forPart(part);
  for (const { block, eraseCount, cells, unstable } of blocks) {
    carrier.adopt(block, cells?.slice() ?? null, unstable?.slice() ?? null, eraseCount);
  }
  return carrier;
}

/**
 * A bare chip in a file: an image (docs/image-file.md) without a board round it. Behind the blocks of its part lie a few
 * more that hold what a chip keeps outside its array: registers that outlast power, years, and the history of each block.
 */
import { EXIT, UserError, assert } from "../base/index.ts";
import { FlashChip, MemoryCarrier, geometryOf, keptProtection } from "../flash/index.ts";
import type { Carrier, ChipOptions, Part } from "../flash/index.ts";
import { createImage, openImage } from "./image-file.ts";

/** What a chip is made with and stays with. */
export interface ChipNature {
  /** Decides bad blocks, the life of each block and which bits go first. */
  readonly seed: number;
  readonly ageing: boolean;
}

export interface OpenChip {
  readonly path: string;
  readonly part: Part;
  readonly chip: FlashChip;
  readonly nature: ChipNature;
  /** Whether there is no board round it. */
  readonly isBare: boolean;
  /** Status registers that outlast power; null where none was written yet. */
  readonly registers: Uint8Array | null;
  /** Keeps registers from now on, in the file at once. */
  keepRegisters(registers: Uint8Array): void;
  /** Writes years and reads, unlocks and closes the file. Closing twice is harmless. */
  close(): void;
}

const stateHeaderBytes = 32;
const stateBytesPerBlock = 16;
const registersOffset = 16;
const stateMagic = 0x31535444;

/** Makes the file of a new chip. Throws `ImageError`; what is at `path` already is refused, or with `replace` replaced. */
export function createChip(
  path: string,
  part: Part,
  nature: ChipNature,
  options: { readonly replace?: boolean; readonly content?: Uint8Array } = {},
): void {
  const { cellBlockBytes, blockCount } = geometryOf(part);
  const carrier = new MemoryCarrier(cellBlockBytes, blockCount + stateBlocksOf(part));
  if (options.content !== undefined) fill(new FlashChip(part, carrier, nature), options.content, path);
  const manifest = { chip: { ...nature } };
  createImage(
    path,
    { part, manifest, rom: new Uint8Array(0), chip: carrier },
    { replace: options.replace === true },
  );
}

/**
 * Opens the chip of a chip file, or of a device's image, to which each program and erase then goes. With `readOnly` the
 * file is never written. Throws `ImageError`.
 */
export function openChip(
  path: string,
  options: Pick<ChipOptions, "lenient" | "figure"> & { readonly readOnly?: boolean } = {},
): OpenChip {
  const image = openImage(path, { readOnly: options.readOnly === true });
  const { nature, isBare } = natureOf(image.manifest);
  const { lenient = false, figure = "typical" } = options;
  const chip = new FlashChip(image.part, image.carrier, { ...nature, lenient, figure });
  const state = new ChipState(image.part, image.carrier);
  const registers = state.load(chip);
  if (registers !== null) chip.protect(keptProtection(image.part, registers));
  let open = true;
  return {
    ...{ path, part: image.part, chip, nature, isBare, registers },
    keepRegisters: (kept) => state.save(chip, kept),
    close: () => {
      if (!open) return;
      open = false;
      if (options.readOnly !== true) state.save(chip, null);
      image.close();
    },
  };
}

/** Extra blocks of the carrier that hold the state of a bare chip. */
function stateBlocksOf(part: Part): number {
  const { cellBlockBytes, blockCount } = geometryOf(part);
  return Math.ceil((stateHeaderBytes + stateBytesPerBlock * blockCount) / cellBlockBytes);
}

function natureOf(manifest: Readonly<Record<string, unknown>>): { nature: ChipNature; isBare: boolean } {
  const { chip } = manifest;
  if (typeof chip !== "object" || chip === null) return { nature: { seed: 0, ageing: false }, isBare: false };
  const { seed, ageing } = chip as Partial<ChipNature>;
  return {
    nature: { seed: Number.isInteger(seed) ? Number(seed) : 0, ageing: ageing === true },
    isBare: true,
  };
}

/**
 * The state of a bare chip: little-endian, `DTS1`, a reserved word, years (f64), registers (16 bytes, the first their
 * count), then for each block the years since its first program (f64, -1 for none) and its reads since its erase (f64).
 * Each block of it is written whole and takes effect at once; a device's image has no room for it and loses it.
 */
class ChipState {
  readonly #carrier: Carrier;
  readonly #first: number;
  readonly #blockCount: number;
  readonly #hasRoom: boolean;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(part: Part, carrier: Carrier) {
    const { blockCount } = geometryOf(part);
    const count = stateBlocksOf(part);
    this.#carrier = carrier;
    this.#first = blockCount;
    this.#blockCount = blockCount;
    this.#hasRoom = carrier.blockCount >= blockCount + count;
    this.#bytes = new Uint8Array(count * carrier.blockBytes);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** Gives the chip its years and reads back. Returns the registers, or null where none were kept. */
  load(chip: FlashChip): Uint8Array | null {
    if (!this.#hasRoom) return null;
    const { blockBytes } = this.#carrier;
    for (let at = 0; at < this.#bytes.length; at += blockBytes) {
      this.#carrier.read(
        (this.#first + at / blockBytes) * blockBytes,
        this.#bytes.subarray(at, at + blockBytes),
      );
    }
    if (this.#view.getUint32(0, true) !== stateMagic) {
      this.#bytes.fill(0);
      return null;
    }
    const { ageing } = chip;
    ageing?.passYears(this.#view.getFloat64(8, true));
    for (let block = 0; ageing !== null && block < this.#blockCount; block++) {
      const at = stateHeaderBytes + stateBytesPerBlock * block;
      const years = this.#view.getFloat64(at, true);
      ageing.restore(block, years < 0 ? null : years, this.#view.getFloat64(at + 8, true));
    }
    const count = this.#bytes[registersOffset];
    return count === 0 ? null : this.#bytes.slice(registersOffset + 1, registersOffset + 1 + count);
  }

  /** Writes what has changed. `registers` null: as they were. */
  save(chip: FlashChip, registers: Uint8Array | null): void {
    if (!this.#hasRoom) return;
    const before = this.#bytes.slice();
    const { ageing } = chip;
    this.#view.setUint32(0, stateMagic, true);
    this.#view.setFloat64(8, ageing?.years ?? 0, true);
    if (registers !== null) {
      this.#bytes[registersOffset] = registers.length;
      this.#bytes.set(registers, registersOffset + 1);
    }
    for (let block = 0; ageing !== null && block < this.#blockCount; block++) {
      const at = stateHeaderBytes + stateBytesPerBlock * block;
      this.#view.setFloat64(at, ageing.holdsData(block) ? ageing.yearsSinceProgram(block) : -1, true);
      this.#view.setFloat64(at + 8, ageing.readsSinceErase(block), true);
    }
    const { blockBytes } = this.#carrier;
    for (let at = 0; at < this.#bytes.length; at += blockBytes) {
      const cells = this.#bytes.subarray(at, at + blockBytes);
      if (Buffer.compare(cells, before.subarray(at, at + blockBytes)) === 0) continue;
      this.#carrier.replace(this.#first + at / blockBytes, cells, null);
    }
  }
}

/** A new chip's main areas, from address 0 on. */
function fill(chip: FlashChip, content: Uint8Array, path: string): void {
  const { part } = chip;
  if (content.length > part.totalBytes) {
    throw new UserError({
      what: `the content has ${content.length} bytes, part ${part.name} only ${part.totalBytes}`,
      where: path,
      whatToDo: "give less, or take a larger part",
      exitStatus: EXIT.badInput,
    });
  }
  for (let address = 0; address < content.length; address += part.pageBytes) {
    const page = content.subarray(address, address + part.pageBytes);
    if (page.some((byte) => byte !== 0xff)) {
      const status = chip.program(address, page);
      assert(status === "ok" || part.kind === "nand", "a new block of NOR takes what is programmed");
    }
  }
}

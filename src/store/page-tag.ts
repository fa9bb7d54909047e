/** Tags in the spare areas of NAND, section 11 of `docs/flash-format.md`. */
import { crc32, readUint16, readUint32, writeUint16, writeUint32 } from "../base/index.ts";
import { firstWordOf, isBlank, keepStatesMax, layoutInOrder, pageFormatVersion } from "./format.ts";
import type { BlockHeader, Geometry } from "./format.ts";

export const tagBytes = 12;

const sealedBytes = 10;
const kinds = { lines: 1, records: 2 } as const;
export type PageKind = keyof typeof kinds;

/** What all tags of a block agree in. */
export interface TagFields {
  readonly openedBy: number;
  readonly isMap: boolean;
  readonly eraseCount: number;
}

/** Tags of one block: its pages differ in kind and number only. */
export class BlockTags {
  /** Seed of the CRCs of the block's groups. */
  readonly seed: number;
  readonly #tag = new Uint8Array(tagBytes);
  readonly #keepBits: number;

  constructor(geometry: Geometry, block: number, fields: TagFields) {
    const tag = this.#tag;
    this.#keepBits = (geometry.keepStates - 1) << 2;
    writeUint32(tag, 0, firstWordOf(fields));
    tag[4] = pageFormatVersion;
    tag[5] = this.#keepBits;
    tag[6] = Math.log2(geometry.lineBytes);
    writeUint16(tag, 7, fields.eraseCount & 0xffff);
    tag[9] = (fields.eraseCount >>> 16) & 0xff;
    this.seed = crc32(tag.subarray(0, sealedBytes), block);
  }

  /** To be used before the next call. */
  of(kind: PageKind, page: number): Uint8Array {
    this.#tag[5] = this.#keepBits | kinds[kind];
    writeUint16(this.#tag, sealedBytes, checkOf(this.#tag, page));
    return this.#tag;
  }
}

export interface PageTag {
  readonly kind: PageKind;
  readonly header: BlockHeader;
}

/** What a tag says; `torn` where it does not pass. `page` counts over the whole chip. */
export function decodeTag(
  tag: Uint8Array,
  at: { readonly page: number; readonly block: number; readonly pageBytes: number },
  trustChecksum: boolean,
): PageTag | "blank" | "torn" {
  if (isBlank(tag, 0, tagBytes)) return "blank";
  const code = tag[5] & 3;
  if (code !== kinds.lines && code !== kinds.records) return "torn";
  if (trustChecksum && readUint16(tag, sealedBytes) !== checkOf(tag, at.page)) return "torn";
  const word = readUint32(tag, 0);
  const common = tag.slice(0, sealedBytes);
  common[5] &= 0xfc;
  const header: BlockHeader = {
    version: tag[4],
    layout: layoutInOrder,
    recordShift: Math.log2(at.pageBytes),
    keepStates: Math.min((tag[5] >>> 2) + 1, keepStatesMax),
    lineBytes: 2 ** (tag[6] & 31),
    eraseCount: readUint16(tag, 7) | (tag[9] << 16),
    openedBy: word % 0x8000_0000,
    isMap: word >= 0x8000_0000,
    crc: crc32(common, at.block),
  };
  return { kind: code === kinds.lines ? "lines" : "records", header };
}

function checkOf(tag: Uint8Array, page: number): number {
  return crc32(tag.subarray(0, sealedBytes), page) & 0xffff;
}

/** Programs pages in order, each with its tag: layout 2, section 11 of `docs/flash-format.md`. */
import { assert } from "../base/index.ts";
import type { BlockTable } from "./block-table.ts";
import { slotAddress } from "./format.ts";
import type { Geometry } from "./format.ts";
import type { OpenBlock } from "./open-block.ts";
import { BlockTags } from "./page-tag.ts";
import type { PageKind } from "./page-tag.ts";
import type { StoreMemory } from "./port.ts";

export class PageWriter {
  readonly #memory: StoreMemory;
  readonly #geometry: Geometry;
  readonly #blocks: BlockTable;
  #bytesProgrammed = 0;

  constructor(memory: StoreMemory, geometry: Geometry, blocks: BlockTable) {
    this.#memory = memory;
    this.#geometry = geometry;
    this.#blocks = blocks;
  }

  /** Of the main areas. */
  get bytesProgrammed(): number {
    return this.#bytesProgrammed;
  }

  tagsOf(open: OpenBlock): BlockTags {
    const { block, openedBy, isMap } = open;
    open.tags ??= new BlockTags(this.#geometry, block, {
      ...{ openedBy, isMap, eraseCount: this.#blocks.eraseCountOf(block) },
    });
    return open.tags;
  }

  /** `address` is that of a page. False: a program failed, and the block takes no more. */
  program(open: OpenBlock, kind: PageKind, address: number, bytes: Uint8Array): boolean {
    const { pageBytes } = this.#geometry;
    const { pages } = this.#memory;
    assert(pages !== undefined, "pages are programmed in order on NAND only");
    const tags = this.tagsOf(open);
    for (let done = 0; done < bytes.length; done += pageBytes) {
      const page = (address + done) / pageBytes;
      this.#bytesProgrammed += pageBytes;
      const part = bytes.subarray(done, done + pageBytes);
      if (pages.programPage(page, part, tags.of(kind, page)) === "failed") return false;
    }
    return true;
  }

  /** Programs the page that lines were gathered in, full or not. */
  writeGathered(open: OpenBlock): boolean {
    const bytes = open.gathered;
    if (bytes.length === 0) return true;
    const end = slotAddress(this.#geometry, open.nextSlot);
    if (!this.program(open, "lines", end - bytes.length, bytes)) return false;
    open.pageWritten();
    return true;
  }
}

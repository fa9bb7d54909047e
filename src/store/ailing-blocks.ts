/** Blocks that should be emptied soon: one that failed and holds something needed, or whose reads had to be corrected. */
export class AilingBlocks {
  readonly #blocks = new Set<number>();
  #isMapWeak = false;

  note(block: number, isMap: boolean): void {
    // A block of the map is not emptied: the map is written anew.
    if (isMap) this.#isMapWeak = true;
    else this.#blocks.add(block);
  }

  forget(block: number): void {
    this.#blocks.delete(block);
  }

  get blocks(): ReadonlySet<number> {
    return this.#blocks;
  }

  /** Whether the map should be written anew; asked once. */
  takeMap(): boolean {
    const isWeak = this.#isMapWeak;
    this.#isMapWeak = false;
    return isWeak;
  }
}

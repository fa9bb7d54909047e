/** Counts since the heap object was made; not part of the computation state. */
export interface HeapStats {
  readonly linesLoaded: number;
  readonly linesFlushed: number;
  /** What the same checkpoints would have flushed without a nursery, and as copies of the whole heap. */
  readonly linesWithoutNursery: number;
  readonly linesOfWholeHeap: number;
  readonly linesEvicted: number;
  readonly youngCollections: number;
  readonly fullCollections: number;
  readonly bytesAllocated: number;
  readonly bytesSurvived: number;
  readonly residentLinesMax: number;
  /** The most lines that a checkpoint would have had to flush at any instant; 0 where no hold-up bounds them. */
  readonly flushLinesWorst: number;
  /** Lines by which marks exceeded the RAM budget: 0 while full collections are asked for when no checkpoint is due. */
  readonly markOverrunLines: number;
}

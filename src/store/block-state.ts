/**
 * States of an erase block. `raw`: holds nothing, must be erased before use. `spent`: written, but nothing in it is needed; its header dies, then it
 * is erased. `erased`: erased by this very boot. `open`: being filled. `closed`: not filled any more. `bad`: failed. `held`:
 * raw or spent, but not to be touched before the recovery has committed.
 */
export const blockState = { raw: 0, spent: 1, erased: 2, open: 3, closed: 4, bad: 5, held: 6 } as const;
export type BlockState = (typeof blockState)[keyof typeof blockState];

/** No stale version lies in the block. */
export const noStale = 0xffff_ffff;

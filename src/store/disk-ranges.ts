/** Bytes and where they go. */
export interface Extent {
  readonly address: number;
  readonly bytes: Uint8Array;
}

/** Addresses, in bytes. */
export interface Range {
  readonly address: number;
  readonly byteCount: number;
}

export function contains(one: Extent, address: number, byteCount: number): boolean {
  return one.address <= address && address + byteCount <= one.address + one.bytes.length;
}

/** Whether any of them has a byte in the range. */
export function overlap(some: readonly (Range | Extent)[], address: number, byteCount: number): boolean {
  return some.some((one) => one.address < address + byteCount && address < endOf(one));
}

function endOf(one: Range | Extent): number {
  return one.address + ("bytes" in one ? one.bytes.length : one.byteCount);
}

/** What of the ranges no extent covers; both are in order, and nothing in either overlaps. */
export function without(ranges: readonly Range[], extents: readonly Extent[]): Range[] {
  const left: Range[] = [];
  for (const range of ranges) {
    let from = range.address;
    const end = endOf(range);
    for (const extent of extents) {
      if (endOf(extent) <= from || extent.address >= end) continue;
      if (extent.address > from) left.push({ address: from, byteCount: extent.address - from });
      from = endOf(extent);
    }
    if (from < end) left.push({ address: from, byteCount: end - from });
  }
  return left;
}

/** Ranges in order, those that touch or overlap made one. */
export function joined(ranges: readonly Range[]): { address: number; byteCount: number }[] {
  const inOrder = [...ranges].sort((left, right) => left.address - right.address);
  const all: { address: number; byteCount: number }[] = [];
  for (const { address, byteCount } of inOrder) {
    const last = all.at(-1);
    if (last === undefined || last.address + last.byteCount < address) all.push({ address, byteCount });
    else last.byteCount = Math.max(last.byteCount, address + byteCount - last.address);
  }
  return all;
}

/** The same of extents, none of which overlap. */
export function joinedExtents(extents: readonly Extent[]): Extent[] {
  const whole = joined(extents.map(({ address, bytes }) => ({ address, byteCount: bytes.length })));
  const inOrder = [...extents].sort((left, right) => left.address - right.address);
  let next = 0;
  return whole.map(({ address, byteCount }) => {
    const bytes = new Uint8Array(byteCount);
    for (; next < inOrder.length && inOrder[next].address < address + byteCount; next++) {
      bytes.set(inOrder[next].bytes, inOrder[next].address - address);
    }
    return { address, bytes };
  });
}

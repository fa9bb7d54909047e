/** Pages of a disk by number; the one used least recently makes room. */
export class PageCache {
  readonly #pages = new Map<number, Uint8Array>();
  readonly #pagesMax: number;

  constructor(pagesMax: number) {
    this.#pagesMax = pagesMax;
  }

  get(number: number): Uint8Array | undefined {
    const page = this.#pages.get(number);
    if (page !== undefined) this.put(number, page);
    return page;
  }

  put(number: number, page: Uint8Array): void {
    this.#pages.delete(number);
    this.#pages.set(number, page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > this.#pagesMax) this.#pages.delete(oldest);
  }

  forget(number: number): void {
    this.#pages.delete(number);
  }
}

/** Puts what of `bytes` lies in the page that begins at `pageAddress` there. */
export function overlay(
  page: Uint8Array | undefined,
  pageAddress: number,
  address: number,
  bytes: Uint8Array,
): void {
  if (page === undefined) return;
  const from = Math.max(address, pageAddress);
  const to = Math.min(address + bytes.length, pageAddress + page.length);
  if (from < to) page.set(bytes.subarray(from - address, to - address), from - pageAddress);
}

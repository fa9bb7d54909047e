import { EXIT, UserError } from "../../base/index.ts";
import type { OpenChip } from "../chip-file.ts";
import type { Exported } from "./server.ts";

/**
 * The array of a chip as bytes. With `isWritable` each write is what a programmer would do for it: pages are programmed where that only clears
 * bits, otherwise their erase block is erased first, which wears it, and programmed again. Throws `UserError` for NAND that is to be written.
 */
export function chipExport(open: OpenChip, isWritable: boolean): Exported {
  const { chip, part } = open;
  if (isWritable && part.kind !== "nor") {
    throw new UserError({
      what: `${part.name} is NAND, whose pages are programmed in order`,
      where: open.path,
      whatToDo: "serve it without --writable",
      exitStatus: EXIT.usage,
    });
  }
  const blockBytes = part.eraseBlockBytes;
  return {
    byteCount: part.totalBytes,
    blockBytes,
    isReadOnly: !isWritable,
    read: (address, into) => void chip.read(address, into),
    write: (address, bytes) => {
      for (let done = 0; done < bytes.length;) {
        const at = address + done;
        const block = Math.floor(at / blockBytes);
        const piece = bytes.subarray(done, done + (block + 1) * blockBytes - at);
        writeInBlock(open, block, at - block * blockBytes, piece);
        done += piece.length;
      }
    },
  };
}

function writeInBlock({ chip, part }: OpenChip, block: number, offset: number, bytes: Uint8Array): void {
  const { eraseBlockBytes, pageBytes } = part;
  const before = new Uint8Array(eraseBlockBytes);
  chip.read(block * eraseBlockBytes, before);
  const after = before.slice();
  after.set(bytes, offset);
  const mustErase = after.some((byte, index) => (byte & ~before[index]) !== 0) || part.reprogram !== "and";
  if (mustErase && before.some((byte) => byte !== 0xff)) {
    chip.eraseBlock(block);
    before.fill(0xff);
  }
  for (let at = 0; at < eraseBlockBytes; at += pageBytes) {
    const page = after.subarray(at, at + pageBytes);
    if (page.some((byte, index) => byte !== before[at + index]))
      chip.program(block * eraseBlockBytes + at, page);
  }
}

/** True if the bytes are modified UTF-8 as JVMS 4.4.7 defines it; `isShortest` forbids longer forms than needed. */
export function isModifiedUtf8(bytes: Uint8Array, from: number, to: number, isShortest: boolean): boolean {
  for (let at = from; at < to;) {
    const lead = bytes[at];
    const length = lead < 0x80 ? 1 : lead >> 5 === 6 ? 2 : lead >> 4 === 14 ? 3 : 0;
    if (length === 0 || lead === 0 || at + length > to) return false;
    for (let i = 1; i < length; i++) if (bytes[at + i] >> 6 !== 2) return false;
    // Two bytes below 0xc2 hold less than 0x80, of which only 0 is written so; three with a second below 0xa0 too little.
    const isZero = lead === 0xc0 && bytes[at + 1] === 0x80;
    if (isShortest && length === 2 && lead < 0xc2 && !isZero) return false;
    if (isShortest && lead === 0xe0 && bytes[at + 1] < 0xa0) return false;
    at += length;
  }
  return true;
}

/** Decodes well-formed modified UTF-8 into UTF-16; surrogates stay as they are encoded. */
export function decodeModifiedUtf8(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to;) {
    const lead = bytes[at];
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      at += 1;
    } else if (lead < 0xe0) {
      text += String.fromCharCode(((lead & 0x1f) << 6) | (bytes[at + 1] & 0x3f));
      at += 2;
    } else {
      text += String.fromCharCode(
        ((lead & 0x0f) << 12) | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f),
      );
      at += 3;
    }
  }
  return text;
}

/** Encodes UTF-16 text as modified UTF-8. */
export function encodeModifiedUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 0 && unit < 0x80) bytes.push(unit);
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  }
  return Uint8Array.from(bytes);
}

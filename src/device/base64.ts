/** Base 64 of RFC 4648 section 4, which etcd's JSON uses for keys and values. */
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(word >>> shift) & 63] as string);
    text += digits.map((digit, index) => (at + index > bytes.length ? "=" : digit)).join("");
  }
  return text;
}

/** Undefined for what is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const length = (text.length / 4) * 3 - (text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0);
  const bytes = new Uint8Array(length);
  for (let at = 0, byte = 0; at < text.length; at += 4) {
    const word = [0, 1, 2, 3].reduce(
      (sum, index) => (sum << 6) | Math.max(0, DIGITS.indexOf(text[at + index] as string)),
      0,
    );
    for (const shift of [16, 8, 0]) if (byte < length) bytes[byte++] = (word >>> shift) & 255;
  }
  return bytes;
}

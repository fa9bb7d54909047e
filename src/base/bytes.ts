/** Little-endian fields in byte arrays. A field that does not lie wholly inside `bytes` is a failed assertion. */
import { assert } from "./assert.ts";

export function readUint16(bytes: Uint8Array, offset: number): number {
  requireField(bytes, offset, 2);
  return bytes[offset] | (bytes[offset + 1] << 8);
}

export function readUint32(bytes: Uint8Array, offset: number): number {
  requireField(bytes, offset, 4);
  return (
    (bytes[offset] | (bytes[offset + 1] << 8) | (bytes[offset + 2] << 16) | (bytes[offset + 3] << 24)) >>> 0
  );
}

/** An unsigned 64-bit field whose value is at most 2^53 - 1; anything larger is a failed assertion. */
export function readUint53(bytes: Uint8Array, offset: number): number {
  const high = readUint32(bytes, offset + 4);
  assert(high < 2 ** 21, `64-bit field at ${offset} exceeds 2^53 - 1`);
  return high * 2 ** 32 + readUint32(bytes, offset);
}

export function writeUint16(bytes: Uint8Array, offset: number, value: number): void {
  requireField(bytes, offset, 2);
  requireRange(value, 2 ** 16);
  bytes[offset] = value;
  bytes[offset + 1] = value >>> 8;
}

export function writeUint32(bytes: Uint8Array, offset: number, value: number): void {
  requireField(bytes, offset, 4);
  requireRange(value, 2 ** 32);
  bytes[offset] = value;
  bytes[offset + 1] = value >>> 8;
  bytes[offset + 2] = value >>> 16;
  bytes[offset + 3] = value >>> 24;
}

/** Writes an unsigned 64-bit field; `value` is an integer from 0 to 2^53 - 1. */
export function writeUint53(bytes: Uint8Array, offset: number, value: number): void {
  requireRange(value, 2 ** 53);
  writeUint32(bytes, offset, value % 2 ** 32);
  writeUint32(bytes, offset + 4, Math.floor(value / 2 ** 32));
}

/** Whether both hold the same bytes. */
export function bytesEqual(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}

function requireField(bytes: Uint8Array, offset: number, byteCount: number): void {
  assert(
    Number.isInteger(offset) && offset >= 0 && offset + byteCount <= bytes.length,
    `field of ${byteCount} bytes at ${offset} is outside ${bytes.length} bytes`,
  );
}

function requireRange(value: number, limit: number): void {
  assert(Number.isInteger(value) && value >= 0 && value < limit, `${value} does not fit below ${limit}`);
}

/**
 * The NBD protocol in numbers and layouts: fixed newstyle negotiation and simple replies (the NBD project's doc/proto.md). All fields are
 * big-endian.
 */

export const serverMagic = 0x4e42444d41474943n; // "NBDMAGIC"
export const optionMagic = 0x49484156454f5054n; // "IHAVEOPT"
export const optionReplyMagic = 0x0003e889045565a9n;
export const requestMagic = 0x25609513;
export const replyMagic = 0x67446698;

/** Flags of the handshake, the same bits on both sides. */
export const handshakeFlag = { fixedNewstyle: 1, noZeroes: 2 };

export const option = { exportName: 1, abort: 2, list: 3, startTls: 5, info: 6, go: 7 };

export const optionReply = {
  ack: 1,
  server: 2,
  info: 3,
  unsupported: 0x80000001,
  policy: 0x80000002,
  invalid: 0x80000003,
  tlsRequired: 0x80000005,
  unknown: 0x80000006,
  shutdown: 0x80000007,
  blockSizeRequired: 0x80000008,
};

export const infoType = { export: 0, blockSize: 3 };

/** What an export can do. */
export const exportFlag = {
  hasFlags: 1,
  readOnly: 2,
  sendFlush: 4,
  sendFua: 8,
  sendTrim: 32,
  sendWriteZeroes: 64,
};

export const command = { read: 0, write: 1, disconnect: 2, flush: 3, trim: 4, writeZeroes: 6 };

export const commandFlag = { fua: 1 };

export const requestBytes = 28;
export const replyBytes = 16;

/** Errors that a reply may tell, by their numbers on the wire. */
export const errorNames: Readonly<Record<number, string>> = {
  1: "EPERM",
  5: "EIO",
  12: "ENOMEM",
  22: "EINVAL",
  28: "ENOSPC",
  75: "EOVERFLOW",
  95: "ENOTSUP",
  108: "ESHUTDOWN",
};

/** Options and replies to them carry no more than this; whoever says more is not believed. */
export const optionBytesMax = 64 * 1024;

export interface NbdRequest {
  readonly command: number;
  readonly flags: number;
  readonly offset: number;
  readonly length: number;
}

export function encodeRequest(request: NbdRequest, cookie: bigint): Buffer {
  const bytes = Buffer.alloc(requestBytes);
  bytes.writeUInt32BE(requestMagic, 0);
  bytes.writeUInt16BE(request.flags, 4);
  bytes.writeUInt16BE(request.command, 6);
  bytes.writeBigUInt64BE(cookie, 8);
  bytes.writeBigUInt64BE(BigInt(request.offset), 16);
  bytes.writeUInt32BE(request.length, 24);
  return bytes;
}

/** Undefined where it is no request. */
export function decodeRequest(bytes: Buffer): (NbdRequest & { readonly cookie: bigint }) | undefined {
  if (bytes.readUInt32BE(0) !== requestMagic) return undefined;
  const offset = bytes.readBigUInt64BE(16);
  return {
    flags: bytes.readUInt16BE(4),
    command: bytes.readUInt16BE(6),
    cookie: bytes.readBigUInt64BE(8),
    offset: offset > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(offset),
    length: bytes.readUInt32BE(24),
  };
}

export function encodeReply(error: number, cookie: bigint): Buffer {
  const bytes = Buffer.alloc(replyBytes);
  bytes.writeUInt32BE(replyMagic, 0);
  bytes.writeUInt32BE(error, 4);
  bytes.writeBigUInt64BE(cookie, 8);
  return bytes;
}

export function encodeOption(number: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(16);
  head.writeBigUInt64BE(optionMagic, 0);
  head.writeUInt32BE(number, 8);
  head.writeUInt32BE(data.length, 12);
  return Buffer.concat([head, data]);
}

export function encodeOptionReply(
  number: number,
  type: number,
  data: Uint8Array = new Uint8Array(0),
): Buffer {
  const head = Buffer.alloc(20);
  head.writeBigUInt64BE(optionReplyMagic, 0);
  head.writeUInt32BE(number, 8);
  head.writeUInt32BE(type, 12);
  head.writeUInt32BE(data.length, 16);
  return Buffer.concat([head, data]);
}

/** Data of `NBD_OPT_GO`: the export's name and what one wants to know of it. */
export function encodeGo(name: string, infos: readonly number[]): Buffer {
  const text = Buffer.from(name, "utf8");
  const bytes = Buffer.alloc(4 + text.length + 2 + 2 * infos.length);
  bytes.writeUInt32BE(text.length, 0);
  text.copy(bytes, 4);
  bytes.writeUInt16BE(infos.length, 4 + text.length);
  for (const [index, info] of infos.entries()) bytes.writeUInt16BE(info, 6 + text.length + 2 * index);
  return bytes;
}

/** What a server says of an export. */
export interface ExportInfo {
  readonly byteCount: number;
  readonly flags: number;
  /** Smallest and largest request; the server's defaults where it does not say. */
  readonly blockBytesMin: number;
  readonly requestBytesMax: number;
}

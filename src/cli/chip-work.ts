import { readFileSync, writeFileSync } from "node:fs";
import { EXIT, UserError } from "../base/index.ts";
import { ChipMisuse, geometryOf } from "../flash/index.ts";
import type { FlashChip, ReadStatus } from "../flash/index.ts";
import { createChip, findPart, openChip } from "../host/index.ts";
import type { OpenChip } from "../host/index.ts";
import { usage } from "./arguments.ts";

/** `chip create`. */
export function createChipFile(
  path: string,
  options: {
    readonly part: string;
    readonly content?: string;
    readonly seed: number;
    readonly ageing: boolean;
    readonly replace?: true;
    readonly json?: true;
  },
): number {
  const part = findPart(options.part);
  const content = options.content === undefined ? {} : { content: contentOf(options.content) };
  const nature = { seed: options.seed, ageing: options.ageing };
  createChip(path, part, nature, { replace: options.replace === true, ...content });
  const { name, totalBytes, eraseBlockBytes } = part;
  if (options.json === true) print(JSON.stringify({ part: name, totalBytes, eraseBlockBytes, ...nature }));
  return 0;
}

/** `chip read`. Exit status 74 where ECC gave up on some page. */
export function readChip(
  path: string,
  options: {
    readonly at: number;
    readonly bytes?: number;
    readonly output?: string;
    readonly spare?: true;
    readonly json?: true;
  },
): number {
  return withChip(path, {}, (open) => {
    const { chip } = open;
    const { pageBytes, totalBytes } = open.part;
    const { pageStride } = geometryOf(open.part);
    const size = options.spare === true ? (totalBytes / pageBytes) * pageStride : totalBytes;
    const count = options.bytes ?? size - options.at;
    if (options.at + count > size || count < 0) throw outside(path, options.at, count, size);
    const bytes = new Uint8Array(count);
    const status =
      options.spare === true ? readWithSpare(chip, options.at, bytes) : chip.read(options.at, bytes);
    if (options.output !== undefined) save(options.output, bytes);
    if (options.json === true) {
      const hex = options.output === undefined ? { hex: Buffer.from(bytes).toString("hex") } : {};
      print(JSON.stringify({ address: options.at, bytes: count, status, ...hex }));
    } else if (options.output === undefined) printHex(options.at, bytes);
    return status === "uncorrectable" ? EXIT.inputOutput : 0;
  });
}

/** Pages with their spare areas, one behind the other. */
function readWithSpare(chip: FlashChip, from: number, into: Uint8Array): ReadStatus {
  const { pageStride } = geometryOf(chip.part);
  let worst: ReadStatus = "ok";
  for (let done = 0; done < into.length;) {
    const pageIndex = Math.floor((from + done) / pageStride);
    const column = from + done - pageIndex * pageStride;
    const length = Math.min(pageStride - column, into.length - done);
    const status = chip.readPage(pageIndex, column, into.subarray(done, done + length));
    if (status === "uncorrectable" || worst === "ok") worst = status;
    done += length;
  }
  return worst;
}

/** `chip write`. Exit status 74 where a block failed. */
export function writeChip(
  path: string,
  contentPath: string,
  options: { readonly at: number; readonly erase?: true; readonly lenient?: true; readonly json?: true },
): number {
  const content = contentOf(contentPath);
  return withChip(path, { lenient: options.lenient === true }, (open) => {
    const { chip, part } = open;
    const { at } = options;
    if (at + content.length > part.totalBytes) throw outside(path, at, content.length, part.totalBytes);
    const failed = new Set<number>();
    const blockOf = (address: number): number => Math.floor(address / part.eraseBlockBytes);
    if (options.erase === true && content.length > 0) {
      for (let block = blockOf(at); block <= blockOf(at + content.length - 1); block++) {
        if (chip.eraseBlock(block) === "failed") failed.add(block);
      }
    }
    for (let done = 0; done < content.length;) {
      const address = at + done;
      const length = Math.min(part.pageBytes - (address % part.pageBytes), content.length - done);
      const bytes = content.subarray(done, done + length);
      if (chip.program(address, bytes) === "failed") failed.add(blockOf(address));
      done += length;
    }
    return report(open, { bytes: content.length, failedBlocks: [...failed] }, options.json === true);
  });
}

/** `chip erase`. Exit status 74 where a block failed. */
export function eraseChip(
  path: string,
  options: {
    readonly block?: number;
    readonly at?: number;
    readonly bytes?: number;
    readonly all?: true;
    readonly json?: true;
  },
): number {
  const asked = [options.block, options.at, options.all].filter((each) => each !== undefined).length;
  if (asked !== 1)
    throw usage("it is not said what to erase", "chip erase", "give --block, --at with --bytes, or --all");
  return withChip(path, {}, (open) => {
    const { chip, part } = open;
    const { first, count } = blocksAsked(chip, options);
    if (first + count > chip.blockCount) {
      throw outside(path, first * part.eraseBlockBytes, count * part.eraseBlockBytes, part.totalBytes);
    }
    const failed: number[] = [];
    for (let block = first; block < first + count; block++) {
      if (chip.eraseBlock(block) === "failed") failed.push(block);
    }
    return report(open, { blocks: count, failedBlocks: failed }, options.json === true);
  });
}

function blocksAsked(
  chip: FlashChip,
  options: { readonly block?: number; readonly at?: number; readonly bytes?: number },
): { readonly first: number; readonly count: number } {
  const { eraseBlockBytes } = chip.part;
  if (options.block !== undefined) return { first: options.block, count: 1 };
  if (options.at === undefined) return { first: 0, count: chip.blockCount };
  const bytes = options.bytes ?? eraseBlockBytes;
  if (options.at % eraseBlockBytes !== 0 || bytes % eraseBlockBytes !== 0) {
    throw usage("erases are whole erase blocks", "chip erase", `give multiples of ${eraseBlockBytes}`);
  }
  return { first: options.at / eraseBlockBytes, count: bytes / eraseBlockBytes };
}

/** `chip age`. */
export function ageChip(
  path: string,
  options: {
    readonly cycles?: number;
    readonly years?: number;
    readonly reads?: number;
    readonly json?: true;
  },
): number {
  const { cycles, years, reads } = options;
  if (cycles === undefined && years === undefined && reads === undefined) {
    throw usage("it is not said how old", "chip age", "give --cycles, --years or --reads");
  }
  return withChip(path, {}, (open) => {
    const { ageing } = open.chip;
    if (ageing === null && (years !== undefined || reads !== undefined)) {
      throw new UserError({
        what: "this chip does not fade",
        where: path,
        whatToDo: "make one with dormouse chip create, without --no-ageing; --cycles is counted on any",
        exitStatus: EXIT.usage,
      });
    }
    open.chip.age({ ...(cycles === undefined ? {} : { cycles }), ...(years === undefined ? {} : { years }) });
    for (let block = 0; reads !== undefined && block < open.chip.blockCount; block++)
      ageing?.passReads(block, reads);
    return report(
      open,
      { cycles: cycles ?? 0, years: years ?? 0, reads: reads ?? 0, failedBlocks: [] },
      options.json === true,
    );
  });
}

function withChip(
  path: string,
  options: Parameters<typeof openChip>[1],
  work: (open: OpenChip) => number,
): number {
  const open = openChip(path, options);
  try {
    return work(open);
  } catch (error) {
    if (!(error instanceof ChipMisuse)) throw error;
    throw new UserError({
      what: "the chip cannot do this",
      where: `${path}: ${error.message}`,
      whatToDo: error.message.includes("write-protected")
        ? "clear the block protection bits over its bus (dormouse chip serve)"
        : "erase first (--erase), or give --lenient to spoil what silicon would",
      exitStatus: EXIT.badInput,
    });
  } finally {
    open.close();
  }
}

/** What was done, in one line or as JSON; exit status 74 where a block failed. */
function report(
  open: OpenChip,
  done: Readonly<Record<string, unknown>> & { readonly failedBlocks: readonly number[] },
  asJson: boolean,
): number {
  const { chip } = open;
  const { misuses } = chip.counters;
  const { deviceMicros, energyMicrojoules } = chip;
  const { failedBlocks } = done;
  if (asJson) print(JSON.stringify({ ...done, misuses, deviceMicros, energyMicrojoules }));
  else {
    const figures = Object.entries(done).filter(([key]) => key !== "failedBlocks");
    const words = figures.map(([key, value]) => `${String(value)} ${key}`).join(", ");
    const spoiled = misuses === 0 ? "" : `, ${misuses} spoiled`;
    print(`${words}${spoiled}; ${deviceMicros} us and ${energyMicrojoules} uJ on the device`);
    if (failedBlocks.length > 0) print(`failed     blocks ${failedBlocks.join(" ")}`);
  }
  return failedBlocks.length > 0 ? EXIT.inputOutput : 0;
}

function outside(path: string, address: number, byteCount: number, size: number): UserError {
  return new UserError({
    what: `${byteCount} bytes at ${address} leave a chip of ${size} bytes`,
    where: path,
    whatToDo: "give another --at or --bytes",
    exitStatus: EXIT.usage,
  });
}

function contentOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw fileTrouble("the content cannot be read", path, error, EXIT.noInput);
  }
}

function save(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    throw fileTrouble("the output cannot be written", path, error, EXIT.cannotCreate);
  }
}

function fileTrouble(what: string, path: string, error: unknown, exitStatus: number): UserError {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return new UserError({ what: `${what} (${code})`, where: path, whatToDo: "check the path", exitStatus });
}

/** Sixteen bytes a line; lines of ones only are left out. */
function printHex(from: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.subarray(at, at + 16);
    if (row.every((byte) => byte === 0xff) && bytes.length > 256) continue;
    const hex = Array.from(row, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const text = Array.from(row, (byte) =>
      byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".",
    ).join("");
    print(`${(from + at).toString(16).padStart(8, "0")}  ${hex.padEnd(47)}  ${text}`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

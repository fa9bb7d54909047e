/** Changes to valid class files: bytes, constants, flags, instructions, attributes. A function of the random numbers alone. */
import type { SeededRandom } from "../../src/base/index.ts";
import { instructionBytes } from "../../src/vm/bytecode-effects.ts";
import type { ClassFile } from "../../src/vm/classfile/class-file.ts";
import { readUint16 } from "../../src/vm/classfile/reader.ts";
import { type ClassLayout, type CodeLayout, layoutOf } from "./layout.ts";

export interface Mutation {
  readonly what: string;
  readonly bytes: Uint8Array;
}

interface Victim {
  readonly file: ClassFile;
  readonly bytes: Uint8Array;
  readonly layout: ClassLayout;
  readonly random: SeededRandom;
}

type Mutator = (victim: Victim) => string | Mutation | undefined;

/** One to three changes of the class file. */
export function mutate(file: ClassFile, random: SeededRandom): Mutation {
  const bytes = file.bytes.slice();
  const victim = { file, bytes, layout: layoutOf(file), random };
  const done: string[] = [];
  const wanted = random.chance(0.75) ? 1 : 2 + random.below(2);
  for (let tries = 0; done.length < wanted && tries < 20; tries++) {
    const change = pick(MUTATORS, random)(victim);
    if (change === undefined) continue;
    if (typeof change !== "string") return { what: [...done, change.what].join("; "), bytes: change.bytes };
    done.push(change);
  }
  return { what: done.join("; "), bytes };
}

function pick<T>(from: readonly T[], random: SeededRandom): T {
  return from[random.below(from.length)] as T;
}

function put2(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >> 8;
  bytes[at + 1] = value;
}

function changeByte({ bytes, random }: Victim): string {
  const at = random.below(bytes.length);
  return setByte(bytes, at, oddByte(bytes[at], random));
}

function setByte(bytes: Uint8Array, at: number, value: number): string {
  const old = bytes[at];
  bytes[at] = value;
  return `byte ${at}: ${old} to ${value}`;
}

function oddByte(old: number, random: SeededRandom): number {
  const ways = [old ^ (1 << random.below(8)), random.below(256), old + 1, old - 1, 0, 255];
  return pick(ways, random) & 255;
}

function aCode({ layout, random }: Victim): CodeLayout | undefined {
  return layout.codes.length === 0 ? undefined : pick(layout.codes, random);
}

/** Offsets of the instructions of a method. */
function instructions({ bytes }: Victim, code: CodeLayout): number[] {
  const found: number[] = [];
  for (let at = code.from; at < code.from + code.length;) {
    found.push(at);
    const length = instructionBytes(bytes, at, code.from);
    if (length === 0) break;
    at += length;
  }
  return found;
}

function changeOpcode(victim: Victim): string | undefined {
  const code = aCode(victim);
  if (code === undefined) return undefined;
  const { bytes, random } = victim;
  const at = pick(instructions(victim, code), random);
  const length = instructionBytes(bytes, at, code.from);
  for (let tries = 0; tries < 40; tries++) {
    const opcode = random.below(203);
    if (OPERAND_BYTES[opcode] + 1 !== length || opcode === bytes[at]) continue;
    return `instruction at ${at - code.from} of the code at ${code.from}: ${setByte(bytes, at, opcode)}`;
  }
  return undefined;
}

const OPERAND_BYTES = Array.from({ length: 203 }, (_, opcode) => {
  if (opcode === 170 || opcode === 171 || opcode === 196) return -1;
  return instructionBytes(Uint8Array.of(opcode), 0, 0) - 1;
});

function changeOperand(victim: Victim): string | undefined {
  const code = aCode(victim);
  if (code === undefined) return undefined;
  const { bytes, random } = victim;
  const at = pick(instructions(victim, code), random);
  const length = instructionBytes(bytes, at, code.from);
  if (length < 2) return undefined;
  const place = at + 1 + random.below(Math.min(length - 1, 24));
  return `operand at ${at - code.from} of the code at ${code.from}: ${setByte(bytes, place, oddByte(bytes[place], random))}`;
}

/** Points an instruction at another constant. */
function changeConstantOperand(victim: Victim): string | undefined {
  const code = aCode(victim);
  if (code === undefined) return undefined;
  const { bytes, random, layout } = victim;
  const named = instructions(victim, code).filter((at) => NAMES_CONSTANT.has(bytes[at]));
  if (named.length === 0) return undefined;
  const at = pick(named, random);
  const index = random.below(layout.constants.length);
  put2(bytes, at + 1, index);
  return `constant of the instruction at ${at - code.from} of the code at ${code.from}: ${index}`;
}

const NAMES_CONSTANT = new Set([
  19, 20, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 189, 192, 193, 197,
]);

/** Puts an instruction where others were, no longer than they are; the rest becomes nop. */
function overwriteInstruction(victim: Victim): string | undefined {
  const code = aCode(victim);
  if (code === undefined) return undefined;
  const { bytes, random } = victim;
  const all = instructions(victim, code);
  const [from, to] = [pick(all, random), pick(all, random)];
  const length = instructionBytes(bytes, from, code.from);
  const room = instructionBytes(bytes, to, code.from);
  if (length > room || from === to) return undefined;
  bytes.copyWithin(to, from, from + length);
  bytes.fill(0, to + length, to + room);
  return `instruction at ${from - code.from} copied to ${to - code.from} of the code at ${code.from}`;
}

function dropInstruction(victim: Victim): string | undefined {
  const code = aCode(victim);
  if (code === undefined) return undefined;
  const at = pick(instructions(victim, code), victim.random);
  victim.bytes.fill(0, at, at + instructionBytes(victim.bytes, at, code.from));
  return `instruction at ${at - code.from} of the code at ${code.from} dropped`;
}

function changeLimits(victim: Victim): string | undefined {
  const code = aCode(victim);
  if (code === undefined) return undefined;
  const { bytes, random } = victim;
  const at = code.maxStackAt + 2 * random.below(2);
  const old = readUint16(bytes, at);
  const value = pick([old - 1, old + 1, 0, 255, 65535, old + 1000], random) & 0xffff;
  put2(bytes, at, value);
  return `limit at ${at}: ${old} to ${value}`;
}

function changeHandler(victim: Victim): string | undefined {
  const code = aCode(victim);
  if (code === undefined || code.handlerCount === 0) return undefined;
  const { bytes, random } = victim;
  const at = code.handlersAt + 8 * random.below(code.handlerCount) + 2 * random.below(4);
  const old = readUint16(bytes, at);
  const value = pick([old + 1, old - 1, random.below(code.length + 1), 0, 65535], random) & 0xffff;
  put2(bytes, at, value);
  return `exception table at ${at}: ${old} to ${value}`;
}

function changeStackMap(victim: Victim): string | undefined {
  const code = aCode(victim);
  if (code === undefined || code.stackMapLength === 0) return undefined;
  const { bytes, random } = victim;
  const at = code.stackMapAt + random.below(code.stackMapLength);
  return `stack map: ${setByte(bytes, at, oddByte(bytes[at], random))}`;
}

function changeFlags({ bytes, random, layout }: Victim): string {
  const at = pick(layout.access, random);
  const old = readUint16(bytes, at);
  const value = random.chance(0.8) ? old ^ (1 << random.below(16)) : random.below(0x10000);
  put2(bytes, at, value);
  return `flags at ${at}: ${old} to ${value}`;
}

function changeMember({ bytes, random, layout }: Victim): string | undefined {
  const places = random.chance(0.2) || layout.members.length === 0 ? layout.supers : layout.members;
  const at = pick(places, random);
  const value = random.below(layout.constants.length);
  put2(bytes, at, value);
  return `index at ${at} to ${value}`;
}

function changeConstant({ bytes, random, layout }: Victim): string | undefined {
  const at = pick(layout.constants, random);
  if (at === 0) return undefined;
  const tag = bytes[at];
  if (tag === 1) return changeText(bytes, at, random);
  if (tag >= 3 && tag <= 6) return setByte(bytes, at + 1 + random.below(4), random.below(256));
  const place = tag === 15 ? at + 2 : at + 1 + (tag <= 8 || tag === 16 ? 0 : 2 * random.below(2));
  const value = random.below(layout.constants.length);
  put2(bytes, place, value);
  return `constant with tag ${tag} at ${at}: index ${value} at ${place}`;
}

function changeText(bytes: Uint8Array, at: number, random: SeededRandom): string | undefined {
  const length = readUint16(bytes, at + 1);
  if (length === 0) return undefined;
  const place = at + 3 + random.below(length);
  const letters = [..."BCDFIJSZLV[;()/.<>a1"].map((letter) => letter.charCodeAt(0));
  return `text: ${setByte(bytes, place, random.chance(0.7) ? pick(letters, random) : random.below(256))}`;
}

function changeVersion({ bytes, random, file }: Victim): string {
  const major = random.chance(0.7) ? 45 + random.below(18) : random.below(0x10000);
  put2(bytes, 6, major);
  if (random.chance(0.1)) put2(bytes, 4, random.below(4));
  return `version ${file.majorVersion} to ${major}`;
}

/** Renames an attribute to another text of the pool, so that it is read as something else or not at all. */
function renameAttribute({ bytes, random, layout }: Victim): string | undefined {
  if (layout.attributes.length === 0) return undefined;
  const texts = layout.constants.flatMap((at, index) => (at > 0 && bytes[at] === 1 ? [index] : []));
  const { at } = pick(layout.attributes, random);
  const index = pick(texts, random);
  put2(bytes, at, index);
  return `attribute at ${at} renamed to constant ${index}`;
}

function cutOrExtend({ bytes, random }: Victim): Mutation {
  if (random.chance(0.5)) {
    const length = random.below(bytes.length);
    return { what: `cut to ${length} bytes`, bytes: bytes.slice(0, length) };
  }
  const extra = 1 + random.below(8);
  const longer = new Uint8Array(bytes.length + extra);
  longer.set(bytes);
  return { what: `${extra} bytes more`, bytes: longer };
}

const MUTATORS: readonly Mutator[] = [
  changeByte,
  changeOpcode,
  changeOpcode,
  changeOpcode,
  changeOperand,
  changeOperand,
  changeConstantOperand,
  changeConstantOperand,
  overwriteInstruction,
  overwriteInstruction,
  dropInstruction,
  changeLimits,
  changeHandler,
  changeStackMap,
  changeStackMap,
  changeFlags,
  changeMember,
  changeConstant,
  changeConstant,
  changeVersion,
  renameAttribute,
  cutOrExtend,
];

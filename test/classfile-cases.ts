/** Class files with one thing wrong each. */
import { layoutOf } from "./fuzz/layout.ts";
import { parseClassFile } from "../src/vm/classfile/parse.ts";
import { assemble, u2, type AssembledClass } from "./class-assembler.ts";

const sound: AssembledClass = {
  name: "Case",
  superName: "java/lang/Throwable",
  methods: () => [
    {
      ...{ name: "m", descriptor: "(IJ)V", maxStack: 2, maxLocals: 3, code: [0x03, 0x57, 0xb1, 0x57, 0xb1] },
      ...{ handlers: [[0, 1, 3, 2]], stackMap: [0, 1, 67, 7, 0, 2] },
    },
  ],
};

type Change = (bytes: Uint8Array, layout: ReturnType<typeof layoutOf>) => Uint8Array | undefined;

const put =
  (at: number, ...values: readonly number[]): Change =>
  (bytes) => {
    bytes.set(values, at);
    return undefined;
  };
/** Changes the constant whose entry begins with this tag, the `nth` of them, from byte `offset` of the entry on. */
const constant =
  (tag: number, nth: number, offset: number, ...values: readonly number[]): Change =>
  (bytes, { constants }) => {
    const at = constants.filter((each) => each > 0 && bytes[each] === tag)[nth] ?? 0;
    bytes.set(values, at + offset);
    return undefined;
  };
const at =
  (
    place: (layout: ReturnType<typeof layoutOf>) => number | undefined,
    ...values: readonly number[]
  ): Change =>
  (bytes, layout) => {
    bytes.set(values, place(layout) ?? 0);
    return undefined;
  };

const changes: readonly (readonly [string, Change])[] = [
  ["nothing", () => undefined],
  ["magic", put(0, 0xca, 0xfe, 0xba, 0xbf)],
  ["version 44", put(6, 0, 44)],
  ["version 62", put(6, 0, 62)],
  ["version 61.1", put(4, 0, 1)],
  ["a preview of 61", put(4, 255, 255)],
  ["a preview of 60", put(4, 255, 255, 0, 60)],
  ["no constants", put(8, 0, 0)],
  ["a tag that is none", constant(1, 0, 0, 2)],
  ["text that is none", constant(1, 0, 3, 0xff)],
  ["text with a zero byte", constant(1, 0, 3, 0)],
  ["a class that names no text", constant(7, 0, 1, 0, 2)],
  ["a class that names nothing", constant(7, 0, 1, 9, 9)],
  ["a class name with a semicolon", constant(1, 1, 3, 0x3b)],
  ["a class with the wrong name", constant(1, 0, 3, 0x44)],
  ["abstract and final", at((of) => of.access[0], ...u2(0x0431))],
  ["an interface that is not abstract", at((of) => of.access[0], ...u2(0x0201))],
  ["a module", at((of) => of.access[0], ...u2(0x8000))],
  ["this class is no class", at((of) => of.supers[0], 0, 1)],
  ["no superclass", at((of) => of.supers[1], 0, 0)],
  ["a superclass that is no class", at((of) => of.supers[1], 0, 1)],
  ["public and private", at((of) => of.access[1], ...u2(0x000b))],
  ["native with code", at((of) => of.access[1], ...u2(0x0109))],
  ["a method without a name", at((of) => of.members[0], 0, 0)],
  ["a method named by a class", at((of) => of.members[0], 0, 2)],
  ["a method whose descriptor is a name", at((of) => of.members[1], 0, 5)],
  ["too few locals", at((of) => (of.codes[0]?.maxStackAt ?? 0) + 2, 0, 2)],
  ["no code", at((of) => (of.codes[0]?.maxStackAt ?? 0) + 4, 0, 0, 0, 0)],
  ["too much code", at((of) => (of.codes[0]?.maxStackAt ?? 0) + 4, 0, 1, 0, 0)],
  ["a handler's range is empty", at((of) => of.codes[0]?.handlersAt, 0, 1)],
  ["a handler outside the code", at((of) => (of.codes[0]?.handlersAt ?? 0) + 4, 0, 9)],
  ["a catch type that is no class", at((of) => (of.codes[0]?.handlersAt ?? 0) + 6, 0, 1)],
  ["an attribute without a name", at((of) => of.attributes[0]?.at, 0, 0)],
  ["an attribute that is too long", at((of) => (of.attributes[0]?.at ?? 0) + 5, 200)],
  ["a Code attribute that is too short", at((of) => (of.attributes[0]?.at ?? 0) + 5, 30)],
  ["more bytes", (bytes) => Uint8Array.of(...bytes, 0)],
  ["fewer bytes", (bytes) => bytes.subarray(0, bytes.length - 1)],
];

/** By what is wrong; the first one is sound. */
export function changedClassFiles(): (readonly [string, Uint8Array])[] {
  return changes.map(([title, change]) => {
    const bytes = assemble(sound);
    const result = parseClassFile(bytes);
    if (result.kind !== "class") throw new Error(result.what);
    return [title, change(bytes, layoutOf(result.file)) ?? bytes] as const;
  });
}

/** The class archive, and the ROM that `npm run firmware` makes of the class library. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { buildRom, javacPresent, repositoryRoot, romLimitBytes } from "../firmware/build.ts";
import {
  type ArchiveClass,
  checkArchive,
  decodeModifiedUtf8,
  encodeModifiedUtf8,
  openArchive,
  plainArchiveBytes,
  writeArchive,
} from "../src/vm/archive.ts";
import { romLibrary } from "../src/vm/rom.ts";
import { SHARED_CONSTANTS_ENTRY, SharedConstants } from "../src/vm/shared-constants.ts";

/** What the library may grow to before someone has to say why. */
const romBudgetBytes = 1_300_000;

const classes: ArchiveClass[] = ["b/Two", "a/One", "a", "Ünï/Cödé", "a/One$Inner"].map((name, index) => ({
  name,
  bytes: Uint8Array.from({ length: index * 5 + 1 }, (_, at) => index * 16 + at),
}));

t.test("an archive gives back its classes, in the order of their names", (t) => {
  const bytes = writeArchive(classes);
  t.same(writeArchive([...classes].reverse()), bytes, "whatever order they were given in");
  const opening = checkArchive(bytes);
  if (opening.kind !== "archive") return void t.fail(opening.what);
  const { archive } = opening;
  t.equal(archive.classCount, classes.length);
  t.equal(archive.archiveBytes, bytes.length);
  t.equal(bytes.length % 8, 0, "another archive can follow");
  const names = Array.from({ length: archive.classCount }, (_, index) => archive.entry(index).name);
  t.same(names, ["a", "a/One", "a/One$Inner", "b/Two", "Ünï/Cödé"]);
  for (const one of classes) {
    const entry = archive.find(one.name);
    t.equal(entry?.name, one.name);
    if (entry !== undefined) t.same(archive.classFile(entry), one.bytes);
  }
  for (const absent of ["", "a/", "a/On", "zz", "b/Two2"]) t.equal(archive.find(absent), undefined);
  t.throws(() => writeArchive([classes[0], classes[0]]), /two classes named/);
  return t.end();
});

t.test("a damaged archive is told from a sound one", (t) => {
  const bytes = writeArchive(classes);
  for (let at = 0; at < bytes.length; at++) {
    const flipped = bytes.slice();
    flipped[at] ^= 0x10;
    const opening = checkArchive(flipped);
    // Words 5 and 6 of the header serve tools only; a reader follows the directory.
    if (at >= 20 && at < 28) continue;
    if (opening.kind !== "damaged") t.fail(`a flipped bit in byte ${at} passes`);
  }
  for (const length of [0, 5, 31, 32, 60, bytes.length - 1]) {
    t.equal(openArchive(plainArchiveBytes(bytes.subarray(0, length))).kind, "damaged", `${length} bytes`);
  }
  t.end();
});

t.test("modified UTF-8 goes both ways", (t) => {
  for (const text of ["", "plain", "\0nul", "é߿ࠀ€", "😀 pair", "\ud800 alone"]) {
    const bytes = encodeModifiedUtf8(text);
    t.equal(decodeModifiedUtf8(bytes), text);
    t.notOk(bytes.includes(0), "never a zero byte");
  }
  t.end();
});

t.test("the checked-in ROM is what the sources make", (t) => {
  const romPath = join(repositoryRoot(), "images", "micro.rom");
  if (!existsSync(romPath)) return void t.end();
  const rom = new Uint8Array(readFileSync(romPath));
  const opening = checkArchive(rom);
  if (opening.kind !== "archive") return void t.fail(opening.what);
  t.ok(rom.length <= romLimitBytes, "it fits the ROM of a board");
  t.ok(rom.length <= romBudgetBytes, `${rom.length} bytes of the ${romBudgetBytes} that it may have`);
  t.ok(opening.archive.find("java/lang/Object"), "it holds java.lang.Object");
  if (!javacPresent()) return void t.end();
  t.ok(Buffer.compare(buildRom(join(repositoryRoot(), "firmware", "java.base")), rom) === 0, "byte for byte");
  return t.end();
});

t.test("classes of the ROM come back whole, their code where it lies", (t) => {
  const romPath = join(repositoryRoot(), "images", "micro.rom");
  if (!existsSync(romPath)) return void t.end();
  const rom = new Uint8Array(readFileSync(romPath));
  const library = romLibrary(rom);
  let constants = 0;
  for (const file of library.classFiles()) {
    const start = library.offsetOf(library.indexOf(file.name));
    constants += file.constants.tags.length - 1;
    for (const { code, name } of file.methods) {
      if (code === undefined) continue;
      const at = start + code.offset;
      const inPlace = rom.subarray(at, at + code.length);
      const expanded = file.bytes.subarray(code.offset, code.offset + code.length);
      if (Buffer.compare(inPlace, expanded) !== 0) t.fail(`${file.name}.${name} lies elsewhere`);
    }
  }
  const opening = openArchive(plainArchiveBytes(rom));
  if (opening.kind !== "archive") return void t.fail(opening.what);
  const entry = opening.archive.find(SHARED_CONSTANTS_ENTRY);
  t.equal(entry?.index, library.classCount - 1, "the shared constants come last");
  if (entry === undefined) return void t.end();
  const shared = new SharedConstants(opening.archive.classFile(entry));
  t.ok(shared.count * 3 < constants, `${shared.count} shared constants for ${constants}`);
  return t.end();
});

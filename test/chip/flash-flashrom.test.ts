/** Debian's flashrom believes the chips: one of 8 MiB whole, the others in part. `npm run flashrom` does all whole. */
import t from "tap";
import { FlashChip } from "../../src/flash/index.ts";
import { ServedChip, hasFlashrom, randomBytes, serialParts } from "../flashrom-runs.ts";
import type { FlashromEnd } from "../flashrom-runs.ts";

const skip = hasFlashrom() ? false : "flashrom is not installed";
const wholePart = "mx25r6435f";
const regionBytes = 128 * 1024;

function same(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}

for (const part of serialParts()) {
  const isWhole = part.name === wholePart;
  t.test(`flashrom writes ${part.name} ${isWhole ? "whole" : "in part"}`, { skip }, async (t) => {
    const served = new ServedChip(part);
    const done = async (title: string, end: Promise<FlashromEnd>): Promise<void> => {
      const { status, output } = await end;
      t.equal(status, 0, title);
      if (status !== 0) t.comment(output);
    };
    const region = isWhole ? part.totalBytes : regionBytes;
    const layout = served.file("layout", `${hex(0)}:${hex(region - 1)} part\n`);
    const only = isWhole ? [] : ["-l", layout, "-i", "part", "--noverify-all"];
    const image = new Uint8Array(part.totalBytes).fill(0xff);
    image.set(randomBytes(region, 5));
    served.file("image", image);
    await done("write and verify", served.flashrom([...only, "-w", `${served.folder}/image`]));
    t.ok(same(served.bytes(), image), "the chip holds the image");
    if (isWhole) {
      await done("read", served.flashrom(["-r", `${served.folder}/back`]));
      t.ok(same(served.content("back"), image), "and reads as it");
    }
    const erases = served.chip.counters.erases;
    await done("erase", served.flashrom([...only, "-E"]));
    t.ok(served.chip.counters.erases > erases, "it was erased");
    t.ok(
      served
        .bytes()
        .subarray(0, region)
        .every((byte) => byte === 0xff),
      "and is blank",
    );
    served.remove();
    t.end();
  });
}

t.test("a power cut in the middle of flashrom's write leaves what the model says", { skip }, async (t) => {
  const part = serialParts().find(({ name }) => name === "sst26vf064b");
  if (part === undefined) throw new Error("sst26vf064b is a part");
  for (const shape of ["prefix100", "bits7"]) {
    const served = new ServedChip(part);
    const image = new Uint8Array(part.totalBytes).fill(0xff);
    image.set(randomBytes(regionBytes, 6));
    served.file("image", image);
    const layout = served.file("layout", `${hex(0)}:${hex(regionBytes - 1)} part\n`);
    const words = ["-l", layout, "-i", "part", "--noverify-all", "-w", `${served.folder}/image`];
    const programs: { address: number; bytes: Uint8Array }[] = [];
    served.chip.observe((_, address, bytes) => {
      if (bytes !== null) programs.push({ address, bytes: bytes.slice() });
    });
    const end = await served.flashrom(words, { operation: 77, shape });
    t.not(end.status, 0, "flashrom notices");
    t.equal(served.cuts, 1);
    t.equal(programs.length, 78, "it wrote no further");
    const model = new FlashChip(part, (served.chip.carrier as never as { fork(): never }).fork());
    for (let block = 0; block < model.blockCount; block++) model.eraseBlock(block);
    model.powerOff();
    model.powerOn();
    model.armCut({ operation: 77, shape });
    t.throws(() => programs.forEach(({ address, bytes }) => model.program(address, bytes)));
    model.powerOn();
    served.chip.powerOn();
    const expected = new Uint8Array(part.totalBytes);
    model.read(0, expected);
    t.ok(same(served.bytes(), expected), `${shape}: the same as the model alone`);
    t.notOk(same(served.bytes(), image));
    const again = await served.flashrom(words);
    t.equal(again.status, 0, "and can be written again");
    t.ok(same(served.bytes(), image));
    served.remove();
  }
  t.end();
});

function hex(value: number): string {
  return value.toString(16).padStart(8, "0");
}

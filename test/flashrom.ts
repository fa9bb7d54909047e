/**
 * `npm run flashrom [-- PART…]`: each serial NOR part, or these, whole, by Debian's flashrom; host seconds are shown, not
 * judged.
 */
import { ServedChip, hasFlashrom, randomBytes, serialParts } from "./flashrom-runs.ts";

if (!hasFlashrom()) {
  console.log("flashrom is not installed: apt-get install flashrom");
  process.exit(1);
}
let failures = 0;
const asked = process.argv.slice(2);
for (const part of serialParts().filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const served = new ServedChip(part);
  const image = randomBytes(part.totalBytes, 9);
  const other = randomBytes(part.totalBytes, 10);
  const imagePath = served.file("image", image);
  const otherPath = served.file("other", other);
  const began = performance.now();
  const check = (step: string, good: boolean, output = ""): void => {
    console.log(`${part.name.padEnd(12)} ${step.padEnd(16)} ${good ? "ok" : "FAILED"}`);
    if (!good) console.log(output);
    if (!good) failures++;
  };
  const write = await served.flashrom(["-w", imagePath]);
  check("write, verify", write.status === 0 && Buffer.compare(served.bytes(), image) === 0, write.output);
  const read = await served.flashrom(["-r", `${served.folder}/back`]);
  check("read", read.status === 0 && Buffer.compare(served.content("back"), image) === 0, read.output);
  const overwrite = await served.flashrom(["-w", otherPath]);
  check(
    "erase, rewrite",
    overwrite.status === 0 && Buffer.compare(served.bytes(), other) === 0,
    overwrite.output,
  );
  const erase = await served.flashrom(["-E"]);
  check("erase", erase.status === 0 && served.bytes().every((byte) => byte === 0xff), erase.output);
  console.log(`${part.name.padEnd(12)} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  served.remove();
}
console.log(failures === 0 ? "all parts hold" : `${failures} steps failed`);
process.exitCode = failures === 0 ? 0 : 1;

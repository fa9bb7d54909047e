import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** sysexits.h: an input file is missing or unreadable. */
const exitNoInput = 66;

const imagePath = fileURLToPath(new URL("../../../images/meter.img", import.meta.url));

if (!existsSync(imagePath)) {
  process.stderr.write(`dormouse: no image to show, ${imagePath}, build it with npm run firmware\n`);
  process.exitCode = exitNoInput;
}

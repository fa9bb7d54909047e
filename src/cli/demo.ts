/**
 * `npm start`: boots a copy of a checked-in image, pulls the plug a few times before the user's eyes, and shows the program going on.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pc from "picocolors";
import { EXIT, SeededRandom, UserError } from "../base/index.ts";
import { DEFAULT_POLICY, Device } from "../device/index.ts";
import { StandardConsole, driveDevice, openDevice, packageFolder } from "../host/index.ts";
import { reportFailure } from "./errors.ts";

const PLUGS_PULLED = 4;
/** Flash operations after each power-on among which the plug is pulled. */
const FIRST_OPERATION = 400;
const OPERATION_RANGE = 1600;

async function demo(): Promise<number> {
  const image = join(packageFolder(), "images", "meter.img");
  if (!existsSync(image)) {
    throw new UserError({
      what: "the image to show is missing",
      where: image,
      whatToDo: "restore images/meter.img, or make it with `npm run firmware` (needs javac 17)",
      exitStatus: EXIT.noInput,
    });
  }
  const folder = mkdtempSync(join(tmpdir(), "dormouse-"));
  try {
    const copy = join(folder, "meter.img");
    copyFileSync(image, copy);
    return await show(copy);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function show(path: string): Promise<number> {
  const { chip, rom, manifest, close } = openDevice(path);
  const { profile, launch } = manifest;
  say(
    `A ${profile.name}: ${profile.ramBytes / 1024} KiB of RAM, flash ${profile.part}. It boots ${launch.mainClass}.`,
  );
  const device = new Device(
    { profile, chip, rom, console: new StandardConsole() },
    {
      checkpoint: DEFAULT_POLICY,
      output: "commit",
      pace: "max",
      amnesia: false,
      evictAlways: false,
      cutsAsked: PLUGS_PULLED,
    },
  );
  const random = new SeededRandom(2000);
  const cuts = { left: PLUGS_PULLED };
  const end = await driveDevice(device, {
    cuts: {
      next: () =>
        cuts.left-- > 0
          ? { operation: FIRST_OPERATION + random.below(OPERATION_RANGE), seed: random.nextUint32() }
          : undefined,
      noteBoot: () => undefined,
    },
    onCut: (cut) => {
      const { ticksLost, ticks } = device.stats();
      say(
        `The plug is pulled in flash operation ${cut} (${ticks} ticks, ${ticksLost} lost so far). Power on.`,
      );
      return true;
    },
  });
  const { ticks, cuts: cutCount, checkpoints, bytesProgrammed, erases } = device.stats();
  say(
    `It ended by itself: ${ticks} ticks, ${cutCount} power cuts, ${checkpoints} checkpoints, ${bytesProgrammed} bytes programmed, ${erases} erases.`,
  );
  close();
  return end.kind === "exited" ? end.status : 0;
}

function say(text: string): void {
  process.stderr.write(`${pc.cyan(`▌ ${text}`)}\n`);
}

try {
  process.exitCode = await demo();
} catch (error) {
  process.exitCode = reportFailure(error, false);
}

import { EXIT, UserError } from "../base/index.ts";
import { FlashChip, MemoryCarrier } from "../flash/index.ts";
import { DEFAULT_POLICY, Device, chipFor, manufacture, profileNamed } from "../device/index.ts";
import type { Profile } from "../device/index.ts";
import { MemoryConsole } from "./consoles.ts";
import { createImage, openImage } from "./image-file.ts";
import type { OpenImage } from "./image-file.ts";
import type { Launch, Program } from "../process/index.ts";
import { chipMemory, inspect } from "../store/index.ts";

/** What `image build` and `run --keep` write beside the chip: what the board needs to boot it. */
export interface BoardManifest {
  readonly profile: Profile;
  readonly launch: Launch;
}

/** Makes the image of a device that leaves the factory with `program`. Throws `UserError`; nothing is left behind then. */
export function buildImage(path: string, profile: Profile, rom: Uint8Array, program: Program): void {
  const chip = chipFor(profile);
  manufacture(chip, profile, program);
  tryOut(chip, profile, rom);
  const manifest: BoardManifest = { profile, launch: program.launch };
  createImage(path, { part: chip.part, manifest: { ...manifest }, rom, chip: chip.carrier });
}

/** What leaves the factory has been switched on once, a copy of it: too little RAM is told here. */
function tryOut(chip: FlashChip, profile: Profile, rom: Uint8Array): void {
  const copy = chipFor(profile, MemoryCarrier.copyOf(chip.carrier));
  const device = new Device(
    { profile, chip: copy, rom, console: new MemoryConsole() },
    {
      checkpoint: DEFAULT_POLICY,
      output: "commit",
      pace: "max",
      amnesia: false,
      evictAlways: false,
      cutsAsked: 0,
    },
  );
  device.run({ ticks: 0 });
  device.powerOff();
}

/** An image file that is open, with its chip. */
export interface OpenDevice {
  readonly manifest: BoardManifest;
  readonly rom: Uint8Array;
  readonly chip: FlashChip;
  close(): void;
}

/**
 * Opens an image to boot it: each program and erase of the chip reaches the file. Throws `UserError`, the file as it was, where a line that the
 * store needs is not what was committed: a device would run on harmed bytes.
 */
export function openDevice(path: string): OpenDevice {
  const image = openImage(path, { readOnly: false });
  try {
    const manifest = manifestOf(image.manifest, path);
    requireSound(image, path);
    return {
      manifest,
      rom: image.rom,
      chip: new FlashChip(image.part, image.carrier),
      close: () => image.close(),
    };
  } catch (error) {
    image.close();
    throw error;
  }
}

/** Reads all that the store holds, through a chip of its own so that nothing of it is counted. */
function requireSound(image: OpenImage, path: string): void {
  const { findings } = inspect(chipMemory(new FlashChip(image.part, image.carrier)));
  const [first] = findings;
  if (first === undefined) return;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : "";
  throw new UserError({
    what: `the store in the image is damaged: ${first.what}${more}`,
    where: `${path}, ${first.where}`,
    whatToDo:
      "take a copy of the image from before it was damaged, or build it anew with dormouse image build",
    exitStatus: EXIT.badInput,
  });
}

/** Opens an image to look at it: the chip is a copy in memory, the file is never written. */
export function copyDevice(path: string): OpenDevice & { readonly carrier: MemoryCarrier } {
  const image = openImage(path, { readOnly: true });
  let manifest: BoardManifest;
  let carrier: MemoryCarrier;
  try {
    manifest = manifestOf(image.manifest, path);
    carrier = MemoryCarrier.copyOf(image.carrier);
  } finally {
    image.close();
  }
  return {
    manifest,
    rom: image.rom,
    carrier,
    chip: new FlashChip(image.part, carrier),
    close: () => undefined,
  };
}

function manifestOf(manifest: unknown, path: string): BoardManifest {
  const { profile, launch } = manifest as Partial<BoardManifest>;
  if (profile !== undefined && launch !== undefined && typeof profile.part === "string") {
    return { profile: { ...(profileNamed(profile.name) ?? {}), ...profile }, launch };
  }
  throw new UserError({
    what: "the image does not say what board it is for",
    where: path,
    whatToDo: "build it again with `dormouse image build`",
    exitStatus: EXIT.badInput,
  });
}

import { EXIT, UserError } from "../base/index.ts";
import { FlashChip, MemoryCarrier } from "../flash/index.ts";
import { chipFor, manufacture, profileNamed } from "../device/index.ts";
import type { Profile } from "../device/index.ts";
import { createImage, openImage } from "./image-file.ts";
import type { Launch, Program } from "../process/index.ts";

/** What `image build` and `run --keep` write beside the chip: what the board needs to boot it. */
export interface BoardManifest {
  readonly profile: Profile;
  readonly launch: Launch;
}

/** Makes the image of a device that leaves the factory with `program`. Throws `UserError`; nothing is left behind then. */
export function buildImage(path: string, profile: Profile, rom: Uint8Array, program: Program): void {
  const chip = chipFor(profile);
  manufacture(chip, profile, program);
  const manifest: BoardManifest = { profile, launch: program.launch };
  createImage(path, { part: chip.part, manifest: { ...manifest }, rom, chip: chip.carrier });
}

/** An image file that is open, with its chip. */
export interface OpenDevice {
  readonly manifest: BoardManifest;
  readonly rom: Uint8Array;
  readonly chip: FlashChip;
  close(): void;
}

/** Opens an image to boot it: each program and erase of the chip reaches the file. */
export function openDevice(path: string): OpenDevice {
  const image = openImage(path, { readOnly: false });
  const manifest = manifestOf(image.manifest, path);
  return {
    manifest,
    rom: image.rom,
    chip: new FlashChip(image.part, image.carrier),
    close: () => image.close(),
  };
}

/** Opens an image to look at it: the chip is a copy in memory, the file is never written. */
export function copyDevice(path: string): OpenDevice & { readonly carrier: MemoryCarrier } {
  const image = openImage(path, { readOnly: true });
  const manifest = manifestOf(image.manifest, path);
  const carrier = MemoryCarrier.copyOf(image.carrier);
  image.close();
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

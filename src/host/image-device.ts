import { EXIT, UserError } from "../base/index.ts";
import { MemoryCarrier } from "../flash/index.ts";
import type { FlashChip } from "../flash/index.ts";
import { chipFor, profileNamed } from "../device/index.ts";
import type { Profile } from "../device/index.ts";
import { openImage } from "./image-file.ts";
import type { Launch } from "../process/index.ts";

/** What `image build` and `run --keep` write beside the chip: what the board needs to boot it. */
export interface ImageManifest {
  readonly profile: Profile;
  readonly launch: Launch;
}

/** An image file that is open, with its chip. */
export interface OpenDevice {
  readonly manifest: ImageManifest;
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
    chip: chipFor(manifest.profile, image.carrier),
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
    chip: chipFor(manifest.profile, carrier),
    close: () => undefined,
  };
}

function manifestOf(manifest: unknown, path: string): ImageManifest {
  const { profile, launch } = manifest as Partial<ImageManifest>;
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

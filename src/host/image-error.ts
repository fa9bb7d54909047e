import { EXIT, UserError } from "../base/index.ts";

/** What can be wrong with an image file. */
export type ImageErrorKind =
  | "missing"
  | "not-an-image"
  | "other-version"
  | "damaged"
  | "locked"
  | "no-permission"
  | "exists"
  | "no-folder"
  | "disk-full"
  | "input-output";

const exitStatuses: Readonly<Record<ImageErrorKind, number>> = {
  missing: EXIT.noInput,
  "not-an-image": EXIT.badInput,
  "other-version": EXIT.badInput,
  damaged: EXIT.badInput,
  locked: EXIT.tryAgain,
  "no-permission": EXIT.noPermission,
  exists: EXIT.cannotCreate,
  "no-folder": EXIT.cannotCreate,
  "disk-full": EXIT.inputOutput,
  "input-output": EXIT.inputOutput,
};

/** An image file that cannot be used, and what to do about it. The file is as it was. */
export class ImageError extends UserError {
  readonly kind: ImageErrorKind;

  constructor(kind: ImageErrorKind, what: string, where: string, whatToDo: string) {
    super({ what, where, whatToDo, exitStatus: exitStatuses[kind] });
    this.name = "ImageError";
    this.kind = kind;
  }
}

/** Damage to the file's own tables, found at byte `offset` of it. */
export function damaged(path: string, what: string, offset: number): ImageError {
  return new ImageError(
    "damaged",
    what,
    `${path}, byte ${offset}`,
    "take a copy of the image from before it was damaged, or build it anew with dormouse image build",
  );
}

/** An error of the file system in the image's words; anything else is handed back as it is. */
export function fileSystemError(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "":
      return error;
    case "ENOENT":
    case "ENOTDIR":
      return new ImageError("missing", "there is no such file", path, "check the path");
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return notPermitted(path);
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return new ImageError(
        "disk-full",
        "the disk has no room for the image",
        path,
        "make room, then try again",
      );
    default:
      return new ImageError(
        "input-output",
        `the file system refuses (${code})`,
        path,
        "see to the disk, then try again",
      );
  }
}

export function notPermitted(path: string): ImageError {
  return new ImageError(
    "no-permission",
    "the file system does not permit it",
    path,
    "make the file or its folder writable, or work on a copy of the image elsewhere",
  );
}

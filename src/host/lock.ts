import { closeSync, fstatSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { ImageError } from "./image-error.ts";

/** The one function of the native package `fs-ext` that is used: flock(2), without waiting where `n` is given. */
export type Flock = (fd: number, flags: "exnb" | "shnb" | "un") => void;

/** Several may read an image at a time; who writes it is alone. */
export type LockMode = "write" | "read";

/** A held lock. Releasing twice is harmless; the end of the process releases it too. */
export interface ImageLock {
  release(): void;
}

/** Another emulator, or this one a second time, has the image open. */
export class ImageLockedError extends ImageError {
  constructor(what: string, where: string, whatToDo: string) {
    super("locked", what, where, whatToDo);
    this.name = "ImageLockedError";
  }
}

const heldLockFiles = new Set<string>();

/**
 * Takes the lock of the image at `path`, open as `fd`, without waiting: exclusive to write, shared to read.
 *
 * With `flock` the lock belongs to the open file and dies with the process, however it ends. Where `fs-ext` could
 * not be built or the file system knows no flock, a lock file `IMAGE.lock` with the process id stands in, with a
 * warning: it keeps out other emulators that use a lock file too, not those that use flock. Readers leave no lock file.
 *
 * Throws `ImageLockedError` when the image is in use; errors of the file system pass through.
 */
export function lockImage(
  path: string,
  fd: number,
  mode: LockMode = "write",
  flock: Flock | undefined = loadFlock(),
): ImageLock {
  if (flock !== undefined) {
    const lock = lockByFlock(path, fd, mode, flock);
    if (lock !== undefined) return lock;
  }
  return mode === "read" ? refuseIfWritten(path) : lockByFile(path);
}

/** flock from `fs-ext`, or undefined where the optional native package is absent or does not load. */
export function loadFlock(): Flock | undefined {
  try {
    const fsExt = createRequire(import.meta.url)("fs-ext") as { readonly flockSync?: Flock };
    return fsExt.flockSync;
  } catch {
    return undefined;
  }
}

/** Undefined where the file system has no flock. */
function lockByFlock(path: string, fd: number, mode: LockMode, flock: Flock): ImageLock | undefined {
  try {
    flock(fd, mode === "read" ? "shnb" : "exnb");
  } catch (error) {
    const code = errorCode(error);
    if (code === "EAGAIN" || code === "EWOULDBLOCK") throw lockedError(path, flockHolderPid(fd));
    if (code === "ENOSYS" || code === "ENOLCK" || code === "ENOTSUP" || code === "EOPNOTSUPP")
      return undefined;
    throw error;
  }
  let held = true;
  return {
    release() {
      if (held) flock(fd, "un");
      held = false;
    },
  };
}

/** A reader without flock: looks whether somebody has the lock file. */
function refuseIfWritten(path: string): ImageLock {
  const lockPath = `${resolve(path)}.lock`;
  const holder = readPid(lockPath);
  if (holder !== undefined && isAlive(holder, lockPath)) throw lockedError(path, holder, lockPath);
  return { release: () => undefined };
}

function lockByFile(path: string): ImageLock {
  const lockPath = `${resolve(path)}.lock`;
  if (!createLockFile(lockPath)) {
    const holder = readPid(lockPath);
    if (holder === undefined || isAlive(holder, lockPath)) throw lockedError(path, holder, lockPath);
    removeStaleLockFile(lockPath, holder);
    if (!createLockFile(lockPath)) throw lockedError(path, readPid(lockPath), lockPath);
  }
  heldLockFiles.add(lockPath);
  process.stderr.write(
    `dormouse: warning: ${path} is locked by the file ${lockPath} only, because flock is not available here; ` +
      `see that no other emulator writes it\n`,
  );
  return {
    release() {
      if (heldLockFiles.delete(lockPath)) unlinkSync(lockPath);
    },
  };
}

/** False where the file is there already. */
function createLockFile(lockPath: string): boolean {
  let fd: number;
  try {
    fd = openSync(lockPath, "wx", 0o644);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
  writeSync(fd, `${process.pid}\n`);
  closeSync(fd);
  return true;
}

/**
 * Renames before removing, and looks at what it caught: of two emulators that find the same stale file, the slower
 * one must not remove the lock that the faster one has just created.
 */
function removeStaleLockFile(lockPath: string, stalePid: number): void {
  const caughtPath = `${lockPath}.${process.pid}`;
  try {
    renameSync(lockPath, caughtPath);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  if (readPid(caughtPath) === stalePid) unlinkSync(caughtPath);
  else renameSync(caughtPath, lockPath);
}

function readPid(lockPath: string): number | undefined {
  try {
    const text = readFileSync(lockPath, "latin1").trim();
    return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** In containers ids repeat: our own id in a file that we do not hold is that of a dead predecessor. */
function isAlive(pid: number, lockPath: string): boolean {
  if (pid === process.pid) return heldLockFiles.has(lockPath);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== "ESRCH";
  }
}

/** Who holds the flock on the file, where the system tells: Linux lists locks in /proc/locks (proc(5)). */
function flockHolderPid(fd: number): number | undefined {
  try {
    const inode = fstatSync(fd).ino;
    for (const line of readFileSync("/proc/locks", "latin1").split("\n")) {
      const match = /FLOCK +\S+ +\S+ +(\d+) +[0-9a-f]+:[0-9a-f]+:(\d+) /.exec(line);
      if (match !== null && Number(match[2]) === inode && Number(match[1]) > 0) return Number(match[1]);
    }
  } catch {
    // The name of the holder is a courtesy; without it the message is still true.
  }
  return undefined;
}

function lockedError(path: string, holderPid: number | undefined, lockPath?: string): ImageLockedError {
  const holder = holderPid === undefined ? "another emulator" : `the emulator with process id ${holderPid}`;
  const alternative = lockPath === undefined ? "" : `, or delete ${lockPath} if no emulator is running`;
  return new ImageLockedError(
    `image is in use by ${holder}`,
    path,
    `stop that one or work on a copy of the image${alternative}`,
  );
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

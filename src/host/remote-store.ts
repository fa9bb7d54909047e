import { EXIT, UserError } from "../base/index.ts";
import type { FlashChip } from "../flash/index.ts";
import { RemoteDisk, copyProcesses } from "../device/index.ts";
import type { Profile } from "../device/index.ts";
import { Store } from "../store/index.ts";
import { NbdDisk } from "./nbd/nbd-disk.ts";

/** Read of an export to tell a blank one from one that holds something else. */
const lookBytes = 64 * 1024;

/** A store on another machine, for as long as the device is on. */
export interface RemoteStore {
  readonly chip: RemoteDisk;
  close(): void;
}

/**
 * Opens the store at `uri` (`parseNbdUri`) for a device. A blank export first gets all that lies on `origin`; from then on the
 * device lives there, and `origin` stays as it is. Throws `UserError`, the export as it was, where it holds something else or is too small.
 */
export function openRemoteStore(
  uri: string,
  origin: FlashChip,
  profile: Profile,
  patienceMillis: number | undefined,
): RemoteStore {
  const disk = new NbdDisk(uri, patienceMillis);
  try {
    const chip = new RemoteDisk(disk);
    if (chip.blockCount < 16)
      throw refused(uri, `an export of ${disk.byteCount} bytes is too small for a store`);
    const mounted = Store.mount(chip.memory);
    if (mounted.kind === "damaged") {
      if (!isBlank(disk)) throw refused(uri, "the export holds something that is no store of a device");
      copyProcesses(origin, chip, profile);
    } else if (mounted.store.processes().length === 0) {
      copyProcesses(origin, chip, profile);
    } else if (mounted.store.lineBytes !== profile.lineBytes) {
      const { lineBytes } = mounted.store;
      throw refused(uri, `the store there has lines of ${lineBytes} bytes, the board ${profile.lineBytes}`);
    }
    return { chip, close: () => disk.close() };
  } catch (error) {
    disk.close();
    throw error;
  }
}

function isBlank(disk: NbdDisk): boolean {
  const first = new Uint8Array(Math.min(lookBytes, disk.byteCount - (disk.byteCount % disk.blockBytes)));
  disk.read([{ address: 0, into: first }]);
  return first.every((byte) => byte === 0);
}

function refused(uri: string, what: string): UserError {
  return new UserError({
    what,
    where: uri,
    whatToDo:
      "give an export that is all zeros, of a few times what the programs take, or one that a device has used",
    exitStatus: EXIT.badInput,
  });
}

import { EXIT, UserError, formatBytes } from "../base/index.ts";
import { parseHoldUp, partOf } from "../device/index.ts";
import type { Profile } from "../device/index.ts";
import { partNames } from "../flash/index.ts";

const addressSpaceBytes = 2 ** 31;
/** What the map of a heap takes besides the sections that a profile sizes: header, tables, class library, gaps between sections. */
const mapBytesBesides = 24 * 2 ** 20;

/** The profile, if a board can be built of it; otherwise a `UserError` that names the field. `where` is a file or an option. */
export function possibleProfile(profile: Profile, where: string): Profile {
  const problem = lineProblem(profile) ?? sectionProblem(profile) ?? holdUpProblem(profile);
  if (problem === undefined) return profile;
  throw new UserError({
    what: problem.what,
    where: `${where}, field ${problem.field}`,
    whatToDo: problem.whatToDo,
    exitStatus: EXIT.config,
  });
}

interface Problem {
  readonly field: keyof Profile;
  readonly what: string;
  readonly whatToDo: string;
}

function lineProblem(profile: Profile): Problem | undefined {
  const { lineBytes, keepStates } = profile;
  const part = partOf(profile);
  if (part === undefined) {
    return {
      field: "part",
      what: `there is no part "${profile.part}"`,
      whatToDo: `name one of ${partNames().join(", ")}`,
    };
  }
  const lineBytesMax = part.eraseBlockBytes / 2;
  if (lineBytes < 256 || lineBytes > lineBytesMax || (lineBytes & (lineBytes - 1)) !== 0) {
    return {
      field: "lineBytes",
      what: `lines of ${lineBytes} bytes do not fit ${part.name}`,
      whatToDo: `give a power of two from 256 to ${lineBytesMax}`,
    };
  }
  if (keepStates <= 64) return undefined;
  return {
    field: "keepStates",
    what: `the store cannot keep ${keepStates} states of a process`,
    whatToDo: "give 1 to 64",
  };
}

function sectionProblem(profile: Profile): Problem | undefined {
  const { lineBytes } = profile;
  for (const field of ["mainStackBytes", "stackBytes", "nurseryBytes"] as const) {
    const bytes = profile[field] ?? 0;
    if (bytes % lineBytes === 0) continue;
    return {
      field,
      what: `${bytes} bytes are not whole lines`,
      whatToDo: `give a multiple of ${lineBytes}`,
    };
  }
  const nurseryBytes = nurseryBytesOf(profile);
  if (profile.tenuredBytes < nurseryBytes) {
    return {
      field: "tenuredBytes",
      what: `${profile.tenuredBytes} bytes are less than the nursery's ${nurseryBytes}`,
      whatToDo: `give ${formatBytes(nurseryBytes)} or more`,
    };
  }
  const windowMax = Math.max(16, Math.floor(profile.ramBytes / 2 / lineBytes));
  if ((profile.windowLines ?? 16) > windowMax) {
    return {
      field: "windowLines",
      what: `a window of ${profile.windowLines ?? 16} lines does not fit ${profile.ramBytes} bytes of RAM`,
      whatToDo: `give 16 to ${windowMax}, or leave it out`,
    };
  }
  return addressProblem(profile);
}

function addressProblem(profile: Profile): Problem | undefined {
  const sections = {
    codeBytes: profile.codeBytes,
    tenuredBytes: profile.tenuredBytes,
    mainStackBytes: profile.mainStackBytes,
    stackBytes: profile.stackBytes * profile.threadSlots,
    outboxBytes: 2 * profile.outboxBytes,
  };
  const sum = Object.values(sections).reduce((total, bytes) => total + bytes, mapBytesBesides);
  if (sum < addressSpaceBytes) return undefined;
  const [largest = "tenuredBytes"] =
    Object.entries(sections).sort(([, left], [, right]) => right - left)[0] ?? [];
  return {
    field: largest as keyof typeof sections,
    what: `the sections of a process make ${sum} bytes, an address space has ${addressSpaceBytes}`,
    whatToDo: "give less",
  };
}

/** Whether it is long enough is found out when the device is built: see `HoldUpBudget`. */
function holdUpProblem({ holdUp, mapRamBytes }: Profile): Problem | undefined {
  if (holdUp !== undefined && mapRamBytes !== undefined) {
    return {
      field: "mapRamBytes",
      what: "a board with a hold-up keeps its store's map in RAM, as a last flush cannot wait for the chip",
      whatToDo: "leave out mapRamBytes or holdUp",
    };
  }
  if (holdUp === undefined || parseHoldUp(holdUp) !== undefined) return undefined;
  return {
    field: "holdUp",
    what: `"${holdUp}" is no hold-up`,
    whatToDo: "give time (40ms), energy that the flash may draw (3mJ) or lines to be flushed (128l)",
  };
}

/** The nursery that a heap takes where the profile does not say: an eighth of RAM, 4 KiB to 2 MiB. */
export function nurseryBytesOf(profile: Profile): number {
  if (profile.nurseryBytes !== undefined) return profile.nurseryBytes;
  const bytes = Math.min(Math.max(profile.ramBytes / 8, 4096), 2 ** 21);
  return Math.max(Math.floor(bytes / profile.lineBytes), 4) * profile.lineBytes;
}

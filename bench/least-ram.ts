import { Device, chipFor, manufacture, profileNamed } from "../src/device/index.ts";
import { readRom } from "../src/host/index.ts";

const known = new Map<string, number>();

/** The least RAM that a board of the profile can do with: what it says when it is given too little. */
export function leastRamBytes(profileName: string): number {
  const found = known.get(profileName) ?? asked(profileName);
  known.set(profileName, found);
  return found;
}

function asked(profileName: string): number {
  const named = profileNamed(profileName);
  if (named === undefined) throw new Error("no such profile");
  const profile = { ...named, ramBytes: 1024 };
  const chip = chipFor(profile);
  manufacture(chip, profile, { classes: new Map(), launch: { mainClass: "None", arguments: [] } });
  const console = { write: () => undefined, acknowledged: () => undefined, read: () => "end" as const };
  const device = new Device(
    { profile, chip, rom: readRom(), console },
    {
      checkpoint: { kind: "request" },
      output: "immediate",
      pace: "max",
      ...{ amnesia: false, evictAlways: false, cutsAsked: 0 },
    },
  );
  try {
    device.run({ ticks: 0 });
  } catch (error) {
    const kibibytes = /give --ram (\d+)K/.exec(String(error))?.[1];
    if (kibibytes !== undefined) return Number(kibibytes) * 1024;
  }
  throw new Error(`${profileName} does not say how much RAM would do`);
}

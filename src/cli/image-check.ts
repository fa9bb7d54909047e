import { EXIT } from "../base/index.ts";
import { DEFAULT_POLICY, Device } from "../device/index.ts";
import { MemoryConsole, copyDevice } from "../host/index.ts";
import { checkInvariants } from "../lab/index.ts";
import { chipMemory, inspect } from "../store/index.ts";

interface Finding {
  readonly check: string;
  readonly what: string;
}

/** Boots a copy of the image in memory, checks store and heap, and prints what it finds. The file is not written. */
export function checkImage(path: string, asJson: boolean): number {
  const findings = findingsOf(path);
  if (asJson)
    process.stdout.write(`${JSON.stringify({ sound: findings.length === 0, findings }, null, 2)}\n`);
  else for (const line of textOf(findings)) process.stdout.write(`${line}\n`);
  return findings.length === 0 ? 0 : EXIT.badInput;
}

function findingsOf(path: string): readonly Finding[] {
  const { chip, rom, manifest } = copyDevice(path);
  const { findings } = inspect(chipMemory(chip));
  // A device does not boot from harmed lines; what it would say then is not what is wrong.
  if (findings.length > 0)
    return findings.map(({ what, where }) => ({ check: "store-check", what: `${what} (${where})` }));
  const device = new Device(
    { profile: manifest.profile, chip, rom, console: new MemoryConsole() },
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
  return checkInvariants(device).map(({ oracle, what }) => ({ check: oracle, what }));
}

function textOf(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return ["sound: every invariant of store and heap holds"];
  return findings.map(({ check, what }) => `${check}: ${what}`);
}

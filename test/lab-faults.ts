/**
 * Faults planted one at a time, for the lab to find. Prints the table of docs/testing.md:
 *
 *     npm run faults
 *
 * The switches are here, in test code, or in the store's fault port; nothing of them is in what users run.
 */
import { join } from "node:path";
import { FlashChip, parseCut } from "../src/flash/index.ts";
import type { OperationStatus } from "../src/flash/index.ts";
import { VirtualHeap } from "../src/heap/index.ts";
import { packageFolder, scenarioOf, subjectOf } from "../src/host/index.ts";
import { DeviceScenario, RecordingConsole, minimise, replayCut, runCampaign } from "../src/lab/index.ts";
import type { CampaignPlan, ReportedFailure, Scenario } from "../src/lab/index.ts";
import { Process } from "../src/process/index.ts";
import { kvLogScenario } from "./example-kv-log.ts";
import type { KvLogFault } from "./example-kv-log.ts";

export interface PlantedFault {
  readonly kind: "chip use" | "store" | "heap" | "process" | "output";
  readonly name: string;
  /** What is broken. */
  readonly what: string;
  /** Where a quick campaign begins: from the first point on it takes longer, and finds the same. */
  readonly nearPoint?: number;
  readonly scenario: () => Promise<Scenario<unknown>>;
  /** Breaks code of the emulator; returns how to mend it. */
  readonly plant?: () => () => void;
}

export interface FoundFault {
  readonly cuts: number;
  readonly seconds: number;
  readonly failure: ReportedFailure | undefined;
  /** Whether the replay of the minimised cut says the same. */
  readonly isReplayed: boolean;
}

const ledgerRequest = {
  target: join(packageFolder(), "images", "ledger.img"),
  words: ["10", "40", "2"],
  classPath: undefined,
  profile: "tiny",
  checkpoint: undefined,
  fault: undefined,
};
const ledger = (fault?: string): Promise<Scenario<unknown>> => scenarioOf({ ...ledgerRequest, fault });

/** A chip that leaves out programs of a few zeros: records that should die do not. */
function nothingKilled(): () => void {
  const { program } = FlashChip.prototype;
  FlashChip.prototype.program = function (address, bytes): OperationStatus {
    const isKill = bytes.length <= 12 && bytes.every((byte) => byte === 0);
    return isKill ? "ok" : program.call(this, address, bytes);
  };
  return () => Object.assign(FlashChip.prototype, { program });
}

/** A chip that says it is done with a program and does it with the next operation: what it holds back goes with the power. */
function writeCache(): () => void {
  const { program, eraseBlock, read } = FlashChip.prototype;
  let isFlushing = false;
  const held = new WeakMap<FlashChip, { address: number; bytes: Uint8Array }>();
  const flush = (chip: FlashChip): void => {
    const waiting = held.get(chip);
    held.delete(chip);
    if (waiting === undefined) return;
    isFlushing = true;
    try {
      program.call(chip, waiting.address, waiting.bytes);
    } finally {
      isFlushing = false;
    }
  };
  // While an operation is told to the lab, it tries forks: those do as they are told.
  FlashChip.prototype.program = function (address, bytes): OperationStatus {
    if (isFlushing) return program.call(this, address, bytes);
    flush(this);
    held.set(this, { address, bytes: bytes.slice() });
    return "ok";
  };
  FlashChip.prototype.eraseBlock = function (block): OperationStatus {
    flush(this);
    return eraseBlock.call(this, block);
  };
  FlashChip.prototype.read = function (address, into) {
    flush(this);
    return read.call(this, address, into);
  };
  return () => Object.assign(FlashChip.prototype, { program, eraseBlock, read });
}

/** Leaves out the dirty line that `choose` names at every checkpoint from the second on. */
function forgottenLine(choose: (lines: readonly number[]) => number | undefined): () => () => void {
  return () => {
    const { beginCheckpoint } = VirtualHeap.prototype;
    VirtualHeap.prototype.beginCheckpoint = function () {
      const flush = beginCheckpoint.call(this);
      const lines = [...flush.lines].map(({ line, bytes }) => ({ line, bytes: bytes.slice() }));
      const forgotten = choose(lines.map(({ line }) => line));
      const kept = lines.filter(({ line }) => line !== forgotten);
      return { ...flush, lines: kept, lineCount: kept.length };
    };
    return () => Object.assign(VirtualHeap.prototype, { beginCheckpoint });
  };
}

const kvFault = (fault: KvLogFault, what: string, nearPoint = 0): PlantedFault => ({
  kind: "chip use",
  name: `kv-log ${fault}`,
  what,
  nearPoint,
  scenario: () => Promise.resolve(kvLogScenario(fault) as Scenario<unknown>),
});

export const PLANTED_FAULTS: readonly PlantedFault[] = [
  kvFault("append-after-torn", "the example log appends after a torn record", 1500),
  kvFault("no-checksum", "the example log takes any record that has a length"),
  kvFault("header-first", "the example log commits a bank before its records are there", 640),
  kvFault("no-erase", "the example log does not erase a bank that looks blank", 1290),
  kvFault("not-firm", "the example log builds on a record that may read otherwise next time"),
  kvFault("erase-too-early", "the example log erases the old bank before the new one counts", 640),
  {
    kind: "chip use",
    name: "write-cache",
    what: "a driver says that a program is done while it waits for the next operation",
    nearPoint: 400,
    scenario: () => ledger(),
    plant: writeCache,
  },
  {
    kind: "store",
    name: "commit-first",
    what: "the commit record is written before what it commits",
    scenario: () => ledger("commit-first"),
  },
  {
    kind: "store",
    name: "checksum-ignored",
    what: "records are taken without their checksum",
    scenario: () => ledger("checksum-ignored"),
  },
  {
    kind: "store",
    name: "not-made-firm",
    what: "recovery builds on a commit that may read otherwise next time",
    nearPoint: 600,
    scenario: () => ledger("not-made-firm"),
  },
  {
    kind: "store",
    name: "nothing-killed",
    what: "recovery leaves torn and void records as they are",
    scenario: () => ledger(),
    plant: nothingKilled,
  },
  {
    kind: "heap",
    name: "first-line-forgotten",
    what: "a checkpoint leaves out the first of its dirty lines",
    // On a board that evicts nothing: a forgotten line that is loaded again breaks the uncut run.
    scenario: () => scenarioOf({ ...ledgerRequest, profile: "spot", fault: undefined }),
    plant: forgottenLine((lines) => lines[0]),
  },
  {
    kind: "heap",
    name: "last-line-forgotten",
    what: "a checkpoint leaves out the last of its dirty lines",
    scenario: () => scenarioOf({ ...ledgerRequest, profile: "spot", fault: undefined }),
    plant: forgottenLine((lines) => lines.at(-1)),
  },
  {
    kind: "process",
    name: "nothing-resent",
    what: "after a boot, output that was committed and had not left is not sent again",
    nearPoint: 600,
    scenario: () => ledger(),
    plant: () => {
      const { resend } = Process.prototype;
      Process.prototype.resend = () => undefined;
      return () => Object.assign(Process.prototype, { resend });
    },
  },
  {
    kind: "output",
    name: "outside-forgets",
    what: "after a boot the console cannot say what has arrived",
    nearPoint: 600,
    scenario: () => ledger(),
    plant: () => {
      const { acknowledged } = RecordingConsole.prototype;
      Object.assign(RecordingConsole.prototype, { acknowledged: () => undefined });
      return () => Object.assign(RecordingConsole.prototype, { acknowledged });
    },
  },
  {
    kind: "output",
    name: "not-held",
    what: "output leaves before the checkpoint that covers it",
    scenario: () => {
      const subject = subjectOf(ledgerRequest);
      return Promise.resolve(new DeviceScenario({ ...subject, output: "immediate" }) as Scenario<unknown>);
    },
  },
];

const ALL: CampaignPlan = { sample: undefined, seed: 0, depth: 1, shard: { index: 0, count: 1 } };

/** Runs a campaign until it finds something, makes it small, and replays it. */
export async function findFault(fault: PlantedFault, isQuick: boolean): Promise<FoundFault> {
  const begun = Date.now();
  const scenario = await fault.scenario();
  const mend = fault.plant?.();
  try {
    const found: ReportedFailure[] = [];
    let cuts = 0;
    runCampaign(scenario, ALL, {
      onCounted: () => undefined,
      isWanted: (point) => !isQuick || point >= (fault.nearPoint ?? 0),
      isOver: () => found.length > 0,
      onCut: ({ failures }) => {
        cuts++;
        found.push(...failures);
      },
    });
    const seconds = (Date.now() - begun) / 1000;
    const [first] = found;
    if (first === undefined) return { cuts, seconds, failure: undefined, isReplayed: false };
    const failure = minimise(scenario, first);
    const again = replayCut(scenario, parseCut(failure.replay)).verdicts;
    const isReplayed = again.some(({ oracle, what }) => oracle === failure.oracle && what === failure.what);
    return { cuts, seconds, failure, isReplayed };
  } finally {
    mend?.();
  }
}

async function printTable(): Promise<void> {
  const rows: string[] = [];
  for (const fault of PLANTED_FAULTS) {
    const { cuts, seconds, failure } = await findFault(fault, false);
    const what = failure === undefined ? "NOT FOUND" : `\`${failure.replay}\` | ${failure.oracle}`;
    rows.push(
      `| ${fault.kind} | ${fault.name} | ${fault.what} | ${cuts} | ${seconds.toFixed(1)} s | ${what} |`,
    );
    process.stdout.write(`${rows.at(-1) ?? ""}\n`);
  }
}

if (process.argv[1]?.endsWith("lab-faults.js") === true) await printTable();

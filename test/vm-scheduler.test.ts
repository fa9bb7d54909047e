/**
 * Green threads and monitors without an interpreter: scripts of random but well-nested enter, exit, wait, notify, sleep
 * and interrupt run on a small stand-in for the machine, checked against a plain model of who owns what how often.
 * A failure prints its seed; `SEED=n npx tap build/test/vm-scheduler.test.js` replays it alone.
 */
import t from "tap";
import { SeededRandom } from "../src/base/index.ts";
import { HEADER, OBJECT } from "../src/vm/layout.ts";
import { lockOwner } from "../src/vm/locks.ts";
import { Scheduler } from "../src/vm/scheduler.ts";
import { type MachineStop, OUTCOME, type Outcome, type Vm } from "../src/vm/vm.ts";

type Step =
  | { readonly kind: "enter" | "exit" | "notify" | "notifyAll"; readonly object: number }
  | { readonly kind: "wait"; readonly object: number; readonly nanos: bigint }
  | { readonly kind: "sleep"; readonly nanos: bigint }
  | { readonly kind: "interrupt"; readonly thread: number }
  | { readonly kind: "yield" };

const fields = [
  "vmSlot",
  "vmStatus",
  "vmWakeNanos",
  "vmWakeHigh",
  "vmWaitingFor",
  "vmSavedRecursion",
  "vmInterrupted",
  "vmNotified",
  "vmDeepLocks",
  "vmDeepCounts",
  "vmOrder",
  "daemon",
  "name",
  "priority",
];
const objectBytes = 128;

/** Enough of a machine for the scheduler: words of memory, threads that are scripts, a clock that the test moves. */
class Stage {
  readonly words = new Map<number, number>();
  readonly headers = new Map<number, number>();
  readonly frames = new Map<number, { at: number; progress: number }>();
  current = 0;
  now = 0n;
  thrown: string | undefined;
  stop: MachineStop | undefined;
  readonly vm: Vm;
  #top = 0x10000;

  constructor(threadSlots: number) {
    this.headers.set(HEADER.THREAD_TABLE, this.allocate(threadSlots));
    const current = (): number => this.current;
    const currentSlot = (): number => this.word(this.current, "vmSlot");
    const frame = (): { progress: number } => this.frames.get(this.current) ?? { progress: 0 };
    const parts = {
      heap: {
        readWord: (address: number): number => this.words.get(address) ?? 0,
        writeWord: (address: number, value: number): void => void this.words.set(address, value | 0),
        header: (index: number): number => this.headers.get(index) ?? 0,
        setHeader: (index: number, value: number): void => void this.headers.set(index, value),
      },
      ports: { clockNanos: (): bigint => this.now },
      get currentThread(): number {
        return current();
      },
      get currentSlot(): number {
        return currentSlot();
      },
      get progress(): number {
        return frame().progress;
      },
      set progress(value: number) {
        frame().progress = value;
      },
      suspendCurrent: (): void => void (this.current = 0),
      resumeThread: (thread: number): void => void (this.current = thread),
      fieldOffset: (_class: string, field: string): number => 16 + 4 * fields.indexOf(field),
      writeReference: (address: number, value: number): void => void this.words.set(address, value),
      arrayLength: (array: number): number => this.words.get(array + OBJECT.ARRAY_LENGTH) ?? 0,
      throwJava: (name: string): Outcome => {
        this.thrown = name;
        return OUTCOME.THROWN;
      },
      beginStep: (): void => undefined,
      requestStop: (stop: MachineStop): void => void (this.stop = stop),
      readString: (): string => "T",
      classOf: (): unknown => ({ name: "java/lang/Object" }),
      knownClass: (): unknown => ({ staticWordsAddress: 0 }),
      findField: (): unknown => ({ offset: 0 }),
      arrayClassOf: (): unknown => ({}),
      arrayBytes: (): number => 0,
      reserve: (): boolean => true,
      newArray: (_class: unknown, length: number): number => this.allocate(length),
    };
    this.vm = parts as unknown as Vm;
  }

  allocate(arrayLength = 0): number {
    const address = this.#top;
    this.#top += objectBytes + 4 * arrayLength;
    this.words.set(address + OBJECT.ARRAY_LENGTH, arrayLength);
    return address;
  }

  word(thread: number, field: string): number {
    return this.words.get(thread + 16 + 4 * fields.indexOf(field)) ?? 0;
  }

  setWord(thread: number, field: string, value: number): void {
    this.words.set(thread + 16 + 4 * fields.indexOf(field), value);
  }
}

/** A script that leaves every monitor it enters, and waits only where it owns the lock. */
function script(random: SeededRandom, objects: readonly number[], threadCount: number): Step[] {
  const steps: Step[] = [];
  const body = (held: readonly number[], depth: number): void => {
    for (let count = random.below(4); count >= 0; count--) {
      const object = objects[random.below(objects.length)];
      const nanos = BigInt(1 + random.below(50));
      switch (random.below(8)) {
        case 0:
        case 1:
        case 2: {
          // Always in one order, so that scripts do not deadlock; the same object may be entered again and again.
          if (held.some((other) => other > object) || depth > 5) break;
          const times = random.chance(0.1) ? 40 : 1 + random.below(3);
          for (let time = 0; time < times; time++) steps.push({ kind: "enter", object });
          body([...held, object], depth + 1);
          for (let time = 0; time < times; time++) steps.push({ kind: "exit", object });
          break;
        }
        case 3:
          // Waiting with other locks held could deadlock, but not for ever: every wait has a limit.
          if (held.length > 0) steps.push({ kind: "wait", object: held[held.length - 1], nanos });
          break;
        case 4:
          if (held.length > 0) steps.push({ kind: "notifyAll", object: held[held.length - 1] });
          break;
        case 5:
          if (held.length > 0) steps.push({ kind: "notify", object: held[0] });
          break;
        case 6:
          steps.push(random.chance(0.5) ? { kind: "sleep", nanos } : { kind: "yield" });
          break;
        default:
          steps.push({ kind: "interrupt", thread: random.below(threadCount) });
      }
    }
  };
  for (let part = 0; part < 6; part++) body([], 0);
  return steps;
}

interface Model {
  owner: number;
  count: number;
}

/** Runs one seed to its end; what went wrong, or undefined. */
function play(seed: number): string | undefined {
  const random = new SeededRandom(seed);
  const threadCount = 2 + random.below(4);
  const stage = new Stage(8);
  const scheduler = new Scheduler(stage.vm);
  const objects = [0, 1, 2].map(() => stage.allocate());
  const models = new Map<number, Model>(objects.map((object) => [object, { owner: 0, count: 0 }]));
  const saved = new Map<number, number>();
  const threads = Array.from({ length: threadCount }, () => stage.allocate());
  const scripts = new Map(threads.map((thread) => [thread, script(random, objects, threadCount)]));
  for (const thread of threads) {
    stage.frames.set(thread, { at: 0, progress: 0 });
    stage.setWord(thread, "priority", 1 + random.below(10));
    scheduler.admit(thread);
  }
  const modelOf = (object: number): Model => models.get(object) ?? { owner: 0, count: 0 };

  const enter = (thread: number, object: number): string | boolean => {
    if (scheduler.enter(object) !== "entered") return false;
    const model = modelOf(object);
    if (model.owner !== 0 && model.owner !== thread) return "two owners";
    model.owner = thread;
    model.count++;
    return true;
  };
  const exit = (thread: number, object: number): string | boolean => {
    const model = modelOf(object);
    if (model.owner !== thread) return "exit without ownership in the model";
    if (--model.count === 0) model.owner = 0;
    if (!scheduler.exit(object)) return "exit refused";
    if (model.count > 0 && lockOwner(stage.vm, object) !== stage.word(thread, "vmSlot")) return "left early";
    return true;
  };
  const wait = (thread: number, object: number, nanos: bigint): string | boolean => {
    const model = modelOf(object);
    const outcome = scheduler.wait(object, nanos);
    if (outcome === OUTCOME.AGAIN) {
      saved.set(thread, model.count);
      model.owner = model.count = 0;
      return false;
    }
    const count = saved.get(thread);
    saved.delete(thread);
    if (count !== undefined) {
      if (model.owner !== 0) return "wait returned while another owns the lock";
      model.owner = thread;
      model.count = count;
    }
    return lockOwner(stage.vm, object) === stage.word(thread, "vmSlot") || "wait returned without the lock";
  };
  const execute = (thread: number, step: Step): string | boolean => {
    switch (step.kind) {
      case "enter":
        return enter(thread, step.object);
      case "exit":
        return exit(thread, step.object);
      case "wait":
        return wait(thread, step.object, step.nanos);
      case "notify":
      case "notifyAll":
        return scheduler.notify(step.object, step.kind === "notifyAll") === OUTCOME.VALUE || "not owner";
      case "sleep":
        return scheduler.sleep(step.nanos) !== OUTCOME.AGAIN;
      case "yield":
        return scheduler.yield() !== OUTCOME.AGAIN;
      case "interrupt":
        if (stage.word(threads[step.thread], "vmStatus") !== 6) scheduler.interrupt(threads[step.thread]);
        return true;
    }
  };

  for (let turn = 0; turn < 100_000; turn++) {
    if (stage.current === 0) {
      const stop = scheduler.schedule();
      if (stop?.kind === "exited") break;
      if (stop?.kind === "waiting" && stop.untilNanos !== undefined) {
        if (stop.untilNanos <= stage.now) return "waits for a time that has passed";
        stage.now = stop.untilNanos;
        continue;
      }
      if (stop !== undefined) return `stopped: ${JSON.stringify(stop)}`;
    }
    const thread = stage.current;
    const frame = stage.frames.get(thread);
    const step = scripts.get(thread)?.[frame?.at ?? 0];
    if (frame === undefined || step === undefined) {
      stage.vm.suspendCurrent();
      scheduler.ended(thread);
      continue;
    }
    const outcome = execute(thread, step);
    if (typeof outcome === "string")
      return `${outcome} at step ${frame.at} of thread ${threads.indexOf(thread)}`;
    if (outcome) {
      frame.at++;
      if (frame.progress !== 0) return "a finished native left progress behind";
    } else if (stage.current !== 0) return "a step that is not done left its thread running";
    stage.now += 1n;
    if (stage.current !== 0 && random.chance(0.3)) scheduler.preempt();
  }
  if (stage.stop?.kind !== "exited") return "the process never ended";
  const locked = objects.filter((object) => lockOwner(stage.vm, object) >= 0);
  return locked.length === 0 ? undefined : "a lock outlived its threads";
}

t.test("monitors exclude, waits return with their lock, nobody is forgotten", (t) => {
  const replay = process.env["SEED"];
  const seeds =
    replay === undefined ? Array.from({ length: 400 }, (_, index) => index + 1) : [Number(replay)];
  for (const seed of seeds) {
    const complaint = play(seed);
    if (complaint !== undefined)
      t.fail(`${complaint}; replay: SEED=${seed} npx tap build/test/vm-scheduler.test.js`);
  }
  t.pass(`${seeds.length} seeds`);
  t.end();
});

t.test("notify wakes in the order of waiting, and a deadlock is told", (t) => {
  const stage = new Stage(4);
  const scheduler = new Scheduler(stage.vm);
  const object = stage.allocate();
  const threads = [0, 1, 2].map(() => stage.allocate());
  for (const thread of threads) {
    stage.frames.set(thread, { at: 0, progress: 0 });
    scheduler.admit(thread);
  }
  const [first, second, third] = threads;
  for (const thread of [second, first]) {
    stage.vm.resumeThread(thread);
    scheduler.enter(object);
    t.equal(scheduler.wait(object, 0n), OUTCOME.AGAIN);
  }
  stage.vm.resumeThread(third);
  t.equal(scheduler.notify(object, false), OUTCOME.THROWN, "not without the lock");
  t.equal(stage.thrown, "java/lang/IllegalMonitorStateException");
  scheduler.enter(object);
  scheduler.notify(object, false);
  t.same(
    [stage.word(first, "vmStatus"), stage.word(second, "vmStatus")],
    [3, 2],
    "the one that waited longest",
  );
  scheduler.exit(object);
  t.equal(lockOwner(stage.vm, object), stage.word(second, "vmSlot"), "it is handed the lock");
  stage.vm.suspendCurrent();
  scheduler.ended(third);
  t.equal(scheduler.schedule(), undefined);
  t.equal(stage.vm.currentThread, second);
  t.equal(scheduler.wait(object, 0n), OUTCOME.VALUE, "it was notified");
  t.equal(scheduler.wait(object, 0n), OUTCOME.AGAIN, "and waits once more");
  t.match(scheduler.schedule(), {
    kind: "failed",
    what: /deadlock: "T" waits to be notified on a java.lang.Object/,
  });
  t.end();
});

t.test("a priority is worth as many turns, and nobody starves", (t) => {
  const stage = new Stage(4);
  const scheduler = new Scheduler(stage.vm);
  const turns = new Map<number, number>();
  const priorities = [1, 5, 10, 5];
  const threads = priorities.map((priority) => {
    const thread = stage.allocate();
    stage.frames.set(thread, { at: 0, progress: 0 });
    stage.setWord(thread, "priority", priority);
    scheduler.admit(thread);
    return thread;
  });
  t.equal(scheduler.schedule(), undefined);
  t.equal(stage.current, threads[2], "the highest priority runs first");
  for (let turn = 0; turn < 1000; turn++) {
    scheduler.preempt();
    turns.set(stage.current, (turns.get(stage.current) ?? 0) + 1);
  }
  const [low, normal, high, otherNormal] = threads.map((thread) => turns.get(thread) ?? 0);
  t.ok(low > 20, `${low} turns for the lowest priority`);
  t.ok(normal > low && high > 2 * normal, `${normal} and ${high} turns for the others`);
  t.ok(Math.abs(normal - otherNormal) < 3, "equal priorities share alike");
  t.end();
});

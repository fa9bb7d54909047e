/**
 * A new version of a program takes over the state of the old one: class files in CODE, static fields, objects, frames and stack traces. Works
 * on the heap of a process that does not run, between its last checkpoint and the commit of the update; nothing is committed here.
 */
import { arrayBytes, instanceBytes, newTenuredArray, newTenuredInstance, reserve } from "../allocate.ts";
import { CODE_SLACK_BYTES, LAST_CLASS_ID, arrayClassOf, knownClass } from "../classes.ts";
import { RECORD, RECORD_HEAD_BYTES, recordEnd } from "../class-records.ts";
import { CONSTANT } from "../classfile/constants.ts";
import { methodOfFrame } from "../frames.ts";
import { CLASS_STATE, FRAME, HEADER, OBJECT } from "../layout.ts";
import { findMirror } from "../mirrors.ts";
import { type MachineModel, allFrames } from "../roots.ts";
import type { RuntimeClass, RuntimeMethod } from "../runtime.ts";
import { declaredMethod } from "../select.ts";
import type { MachineState } from "../state.ts";
import { intern } from "../strings.ts";
import { liveObjects, rewriteReferences, type LiveObject } from "./live-objects.ts";
import {
  type ChangedClass,
  type CodeRecord,
  type Refusal,
  type UpdatePlan,
  instanceFields,
  objectRefusal,
  planUpdate,
  staticRefusal,
} from "./plan.ts";
import { haveSameShape } from "./same-shape.ts";

export type ClassUpdate =
  | {
      readonly kind: "updated";
      /** Names of the classes that changed, with dots. */
      readonly changed: readonly string[];
      /** Methods that are under way and differ: they go on in their old code until they return. */
      readonly underWay: readonly string[];
    }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** `find` is the new version. The machine is of no use afterwards: make another over the same heap. */
export function updateClasses(
  state: MachineState,
  model: MachineModel,
  find: (name: string) => Uint8Array | undefined,
): ClassUpdate {
  const planned = planUpdate(state, find);
  if (planned.kind === "refused") return planned;
  const { plan } = planned;
  if (plan.changed.length === 0) return { kind: "updated", changed: [], underWay: [] };
  const objects = liveObjects(state, model);
  const refusal = whyNot(state, plan, objects);
  if (refusal !== undefined) return { kind: "refused", refusal };
  return new Update(state, model, plan, objects).apply();
}

function whyNot(state: MachineState, plan: UpdatePlan, objects: readonly LiveObject[]): Refusal | undefined {
  const inUse = new Set(objects.map(({ of }) => of.id));
  for (const [id, moved] of plan.moved) {
    const problem = inUse.has(id) ? objectRefusal(moved) : undefined;
    if (problem !== undefined) return problem;
  }
  for (const changed of plan.changed) {
    const problem = hasStatics(state, changed.from) ? staticRefusal(changed) : undefined;
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Whether the initialiser of the class has begun. */
function hasStatics(state: MachineState, of: RuntimeClass): boolean {
  const mirror = findMirror(state, of);
  if (mirror === 0) return false;
  const progress = state.word(mirror + state.known.classState);
  return progress === CLASS_STATE.DONE || progress === CLASS_STATE.IN_PROGRESS;
}

class Update {
  readonly #state: MachineState;
  readonly #model: MachineModel;
  readonly #plan: UpdatePlan;
  readonly #objects: readonly LiveObject[];
  readonly #byId: ReadonlyMap<number, ChangedClass>;
  /** Old class files that are still needed, by class id, and the ids that they get. */
  readonly #oldIds = new Map<number, number>();
  readonly #underWay = new Set<string>();

  constructor(state: MachineState, model: MachineModel, plan: UpdatePlan, objects: readonly LiveObject[]) {
    this.#state = state;
    this.#model = model;
    this.#plan = plan;
    this.#objects = objects;
    this.#byId = new Map(plan.changed.map((changed) => [changed.from.id, changed]));
  }

  apply(): ClassUpdate {
    this.#moveFrames();
    this.#moveTraces();
    const records = [...this.#plan.records, ...this.#oldRecords()];
    const full = this.#codeProblem(records) ?? this.#heapProblem();
    if (full !== undefined) return { kind: "refused", refusal: full };
    for (const changed of this.#plan.changed) this.#moveStatics(changed);
    this.#moveObjects();
    this.#writeCode(records);
    return {
      kind: "updated",
      changed: this.#plan.changed.map(({ from }) => from.name.replaceAll("/", ".")),
      underWay: [...this.#underWay],
    };
  }

  #moveFrames(): void {
    const state = this.#state;
    for (const frame of allFrames(state)) {
      const method = methodOfFrame(state, frame);
      const id = this.#newMethodId(method);
      if (id === method.id) continue;
      state.setWord(frame + FRAME.METHOD * 4, id);
      if (id >>> 16 !== method.owner.id)
        this.#underWay.add(`${method.owner.name.replaceAll("/", ".")}.${method.name}`);
    }
  }

  /** Where the method lies now; in the old class file, which is kept for it, where the new one does not have it as it was. */
  #newMethodId(method: RuntimeMethod): number {
    const changed = this.#byId.get(method.owner.id);
    if (changed === undefined) return method.id;
    const to = declaredMethod(changed.to, method.name, method.descriptor);
    if (to !== undefined && haveSameShape(method, to)) return (method.owner.id << 16) | to.index;
    const next = this.#state.heap.header(HEADER.NEXT_CLASS_ID) + this.#oldIds.size;
    const oldId = this.#oldIds.get(method.owner.id) ?? next;
    this.#oldIds.set(method.owner.id, oldId);
    return (oldId << 16) | method.index;
  }

  #moveTraces(): void {
    const state = this.#state;
    const throwable = knownClass(state, "java/lang/Throwable");
    for (const { address, of } of this.#objects) {
      if (!isSubclass(of, throwable)) continue;
      state.beginStep();
      const trace = state.word(address + state.known.throwableBacktrace);
      const length = trace === 0 ? 0 : state.arrayLength(trace);
      for (let index = 0; index < length; index += 2)
        this.#moveTraceWord(trace + OBJECT.ARRAY_DATA + index * 4);
    }
  }

  #moveTraceWord(slot: number): void {
    const state = this.#state;
    state.beginStep();
    const word = state.word(slot);
    const changed = this.#byId.get(word >>> 16);
    const id = changed === undefined ? word : this.#newMethodId(changed.from.methods[word & 0xffff]);
    if (id !== word) state.setWord(slot, id);
  }

  #oldRecords(): readonly CodeRecord[] {
    const hosts = [...this.#oldIds].sort(([, left], [, right]) => left - right);
    return hosts.map(([hostId, id]) => {
      const body = this.#byId.get(hostId)?.from.file?.bytes ?? new Uint8Array(0);
      return { id, kind: RECORD.OLD, hostId, body };
    });
  }

  #codeProblem(records: readonly CodeRecord[]): Refusal | undefined {
    const bytes = records.reduce((end, { body }) => recordEnd(end, body.length), 0);
    const lastId = records.at(-1)?.id ?? 0;
    if (bytes + CODE_SLACK_BYTES <= this.#state.map.codeBytes && lastId <= LAST_CLASS_ID) return undefined;
    const className = this.#plan.changed.at(-1)?.from.name.replaceAll("/", ".") ?? "";
    return { className, what: "the device has no room for the old and the new code together" };
  }

  #heapProblem(): Refusal | undefined {
    const state = this.#state;
    const longArray = state.classAt(state.firstDynamicId + LONG_ARRAY);
    let bytes = 0;
    for (const { to } of this.#plan.changed)
      bytes += arrayBytes(longArray, to.staticWideCount) + arrayBytes(longArray, to.staticReferenceCount);
    for (const { of } of this.#objects) {
      const moved = this.#plan.moved.get(of.id);
      if (moved !== undefined) bytes += instanceBytes(moved.to);
    }
    if (reserve(state, bytes)) return undefined;
    const className = this.#plan.changed.at(-1)?.from.name.replaceAll("/", ".") ?? "";
    return { className, what: "the heap has no room for its objects as they were and as they are to be" };
  }

  /** Values by name; what is new is its constant, 0 or null. The class forgets its call sites: their numbers have changed. */
  #moveStatics({ from, to }: ChangedClass): void {
    const state = this.#state;
    const mirror = findMirror(state, from);
    if (mirror === 0) return;
    const { known } = state;
    state.setWord(mirror + known.classResolved, 0);
    state.setWord(mirror + known.classSpun, 0);
    const longArray = state.classAt(state.firstDynamicId + LONG_ARRAY);
    const objectArray = arrayClassOf(state, knownClass(state, "java/lang/Object"));
    const words = to.staticWideCount === 0 ? 0 : newTenuredArray(state, longArray, to.staticWideCount);
    const references =
      to.staticReferenceCount === 0 ? 0 : newTenuredArray(state, objectArray, to.staticReferenceCount);
    state.setReference(mirror + known.classStaticWords, words);
    state.setReference(mirror + known.classStaticRefs, references);
    const isInitialized = hasStatics(state, from);
    for (const field of to.fields.filter(({ isStatic }) => isStatic)) {
      state.beginStep();
      const target = field.isReference
        ? references + OBJECT.ARRAY_DATA + field.offset
        : words + OBJECT.ARRAY_WIDE_DATA + field.offset;
      const old = from.fields.find((one) => one.isStatic && one.name === field.name);
      if (field.constantIndex !== 0) this.#setConstant(to, field, target, isInitialized);
      else if (old !== undefined && old.descriptor === field.descriptor) {
        const source =
          (field.isReference ? from.staticReferencesAddress : from.staticWordsAddress) + old.offset;
        state.setWord(target, state.word(source));
        if (field.isWide) state.setWord(target + 4, state.word(source + 4));
      }
    }
  }

  #setConstant(
    to: RuntimeClass,
    { constantIndex, isReference, isWide }: RuntimeClass["fields"][number],
    target: number,
    isInitialized: boolean,
  ): void {
    const state = this.#state;
    const constants = to.file?.constants;
    if (constants === undefined) return;
    if (isReference) {
      if (isInitialized && constants.tags[constantIndex] === CONSTANT.String)
        state.setReference(target, intern(state, constants.text(constantIndex)));
      return;
    }
    state.setWord(target, isWide ? constants.lowWord(constantIndex) : constants.word(constantIndex));
    if (isWide) state.setWord(target + 4, constants.word(constantIndex));
  }

  /** Objects whose fields lie differently are copied, and everything that refers to them is told. */
  #moveObjects(): void {
    const state = this.#state;
    const places = new Map<number, number>();
    for (const { address, of } of this.#objects) {
      const moved = this.#plan.moved.get(of.id);
      if (moved === undefined) continue;
      state.beginStep();
      const copy = newTenuredInstance(state, moved.to);
      state.setWord(copy, state.word(address));
      state.setWord(copy + OBJECT.HASH_WORD, state.word(address + OBJECT.HASH_WORD));
      this.#copyFields(moved, address, copy);
      places.set(address, copy);
    }
    if (places.size === 0) return;
    const now = (of: RuntimeClass): RuntimeClass => this.#plan.moved.get(of.id)?.to ?? of;
    rewriteReferences(state, this.#model, this.#objects, now, places);
  }

  #copyFields({ from, to }: ChangedClass, address: number, copy: number): void {
    const state = this.#state;
    const targets = instanceFields(to);
    for (const field of instanceFields(from)) {
      const target = targets.find(
        ({ owner, name }) => owner.name === field.owner.name && name === field.name,
      );
      if (target === undefined) continue;
      state.setWord(copy + target.offset, state.word(address + field.offset));
      if (field.isWide) state.setWord(copy + target.offset + 4, state.word(address + field.offset + 4));
    }
  }

  #writeCode(records: readonly CodeRecord[]): void {
    const state = this.#state;
    let end = 0;
    for (const { kind, hostId, body } of records) {
      const address = state.map.codeStart + end;
      state.beginStep();
      state.setWord(address, body.length);
      state.setWord(address + 4, kind);
      state.setWord(address + 8, hostId);
      for (let at = 0; at < body.length; at++) {
        if ((at & 63) === 0) state.beginStep();
        state.touchDirty(address + RECORD_HEAD_BYTES + at);
        state.u8[address + RECORD_HEAD_BYTES + at] = body[at];
      }
      end = recordEnd(end, body.length);
    }
    state.heap.setHeader(HEADER.CODE_BYTES, end);
    state.heap.setHeader(HEADER.NEXT_CLASS_ID, (records.at(-1)?.id ?? 0) + 1);
  }
}

/** Fixed dynamic id of long[], counted from the first dynamic id. */
const LONG_ARRAY = 7;

function isSubclass(of: RuntimeClass, wanted: RuntimeClass): boolean {
  for (let at: RuntimeClass | undefined = of; at !== undefined; at = at.superClass)
    if (at === wanted) return true;
  return false;
}

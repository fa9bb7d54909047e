import { assert } from "../base/index.ts";
import * as allocate from "./allocate.ts";
import { backtraceOf } from "./backtrace.ts";
import * as classes from "./classes.ts";
import { loadTicks, storeThread, storeTicks } from "./collect.ts";
import type { MachineHeap } from "./heap-port.ts";
import { callerOf } from "./frames.ts";
import { initialize } from "./initialize.ts";
import { interpret } from "./interpret.ts";
import { callFromNative, leaveThread } from "./invoke.ts";
import { FRAME, HEADER } from "./layout.ts";
import { mirrorOf } from "./mirrors.ts";
import { nativeTable } from "./natives/index.ts";
import { romLibrary } from "./rom.ts";
import type { MachineModel } from "./roots.ts";
import type { RuntimeClass, RuntimeField, RuntimeMethod } from "./runtime.ts";
import { findField, findMethod, isAssignable } from "./select.ts";
import { fieldName, rootName } from "./slot-names.ts";
import { fieldOffset, knownOffsets, startProcess, type StartOptions } from "./start.ts";
import { MachineState } from "./state.ts";
import * as strings from "./strings.ts";
import { beginThread, resumeThread } from "./switch.ts";
import { inputMayHaveCome, schedule } from "./threads.ts";
import { deliver } from "./unwind.ts";
import { type ClassUpdate, updateClasses } from "./update/apply.ts";
import type { Refusal } from "./update/plan.ts";
import { verifyAgain } from "./update/verify-again.ts";
import type { MachinePorts, MachineStop, Outcome, PendingException, Vm } from "./vm.ts";

/**
 * The Java machine of one process. It holds host caches only: a machine made over the committed heap of a process goes on
 * exactly where that process was. Between two calls of `run` all of the computation state is in the heap.
 */
export class Machine implements Vm {
  private readonly state: MachineState;
  private readonly model: MachineModel;

  /** `rom` is what the heap's ROM section holds; `model` the one the heap was made with. */
  constructor(heap: MachineHeap, rom: Uint8Array, model: MachineModel, ports: MachinePorts) {
    const state = new MachineState(heap, ports, nativeTable, romLibrary(rom));
    this.state = state;
    this.model = model;
    state.vm = this;
    state.makeClass = (id) => classes.classById(state, id);
    classes.makeFixedClasses(state);
    state.known = knownOffsets(state);
    model.bind(state);
    if (heap.header(HEADER.STATE) !== 0) classes.rebuildClasses(state);
    loadTicks(state);
  }

  /** Lays down the class table, the main thread and its first frame in a fresh heap. */
  start(options: StartOptions): void {
    assert(this.heap.header(HEADER.STATE) === 0, "the process was started already");
    startProcess(this.state, options);
  }

  /** Executes at most about `tickLimit` bytecodes: it stops at the first poll after them, or earlier for a reason. */
  run(tickLimit: number): MachineStop {
    const { state } = this;
    state.refreshViews();
    state.stop = undefined;
    state.firstTick = state.ticks;
    state.tickLimit = state.ticks + tickLimit;
    if (this.heap.header(HEADER.STATE) === 2) return this.exited();
    inputMayHaveCome(this);
    const current = this.heap.header(HEADER.CURRENT_THREAD);
    if (current !== 0) resumeThread(state, current);
    let stop: MachineStop | undefined;
    while (stop === undefined) {
      if (state.thread === 0) stop = schedule(this);
      else {
        if (this.heap.header(HEADER.PENDING) !== 0) deliver(state);
        interpret(state);
      }
      stop ??= state.stop;
    }
    this.leave();
    return stop;
  }

  /** See `updateClasses`. Between two runs; nothing but to make another machine over the heap may follow. */
  update(find: (name: string) => Uint8Array | undefined): ClassUpdate {
    return updateClasses(this.state, this.model, find);
  }

  /** Verifies those of the classes that are loaded and were verified in another form; says what is wrong with the first that does not pass. */
  verifyAgain(names: readonly string[]): Refusal | undefined {
    return verifyAgain(this.state, names);
  }

  private exited(): MachineStop {
    return { kind: "exited", status: this.heap.header(HEADER.EXIT_STATUS) };
  }

  /** Everything goes into the heap; CURRENT_THREAD still names who runs. */
  private leave(): void {
    const { state } = this;
    storeThread(state);
    storeTicks(state);
    state.thread = 0;
    state.method = null;
  }

  get heap(): MachineHeap {
    return this.state.heap;
  }
  get ports(): MachinePorts {
    return this.state.ports;
  }
  get u8(): Uint8Array {
    return this.state.u8;
  }
  get i32(): Int32Array {
    return this.state.i32;
  }
  get u16(): Uint16Array {
    return this.state.u16;
  }

  get result(): number {
    return this.state.result;
  }
  set result(word: number) {
    this.state.result = word;
  }
  get resultHigh(): number {
    return this.state.resultHigh;
  }
  set resultHigh(word: number) {
    this.state.resultHigh = word;
  }
  get progress(): number {
    return this.state.i32[this.state.fp + FRAME.PROGRESS];
  }
  set progress(word: number) {
    this.state.i32[this.state.fp + FRAME.PROGRESS] = word;
  }
  get trouble(): Outcome {
    return this.state.trouble;
  }
  get ticks(): number {
    return this.state.ticks;
  }
  beginStep(): void {
    this.state.beginStep();
  }
  addTicks(count: number): void {
    this.state.ticks += count;
  }

  reserve(bytes: number): boolean {
    return allocate.reserve(this.state, bytes);
  }
  newInstance(of: RuntimeClass): number {
    return allocate.newInstance(this.state, of);
  }
  newArray(arrayClass: RuntimeClass, length: number): number {
    return allocate.newArray(this.state, arrayClass, length);
  }
  newString(text: string): number {
    return strings.newString(this.state, text);
  }
  arrayBytes(arrayClass: RuntimeClass, length: number): number {
    return allocate.arrayBytes(arrayClass, length);
  }
  stringBytes(length: number): number {
    return strings.stringBytes(this.state, length);
  }
  intern(text: string, existing = 0): number {
    return strings.intern(this.state, text, existing);
  }
  readString(reference: number): string {
    return strings.readString(this.state, reference);
  }
  arrayLength(reference: number): number {
    return this.state.arrayLength(reference);
  }

  readField(reference: number, offset: number): number {
    return this.state.word(reference + offset);
  }
  writeField(reference: number, offset: number, value: number): void {
    this.state.setWord(reference + offset, value);
  }
  writeReference(slotAddress: number, value: number): void {
    this.state.setReference(slotAddress, value);
  }
  fieldOffset(className: string, fieldName: string): number {
    return fieldOffset(this.state, className, fieldName);
  }

  loadClass(name: string): RuntimeClass | undefined {
    return classes.loadClass(this.state, name);
  }
  knownClass(name: string): RuntimeClass {
    return classes.knownClass(this.state, name);
  }
  classById(id: number): RuntimeClass {
    return this.state.classAt(id);
  }
  classOf(reference: number): RuntimeClass {
    return this.state.classOf(reference);
  }
  classOfMirror(mirror: number): RuntimeClass {
    return this.state.classAt(this.state.word(mirror + this.state.known.classId));
  }
  mirrorOf(of: RuntimeClass): number {
    return mirrorOf(this.state, of);
  }
  arrayClassOf(component: RuntimeClass): RuntimeClass {
    return classes.arrayClassOf(this.state, component);
  }
  initialize(of: RuntimeClass): Outcome {
    return initialize(this.state, of);
  }
  isAssignable(from: RuntimeClass, to: RuntimeClass): boolean {
    return isAssignable(from, to);
  }
  defineSpun(host: RuntimeClass, bytes: Uint8Array): RuntimeClass | undefined {
    return classes.defineSpun(this.state, host, bytes);
  }
  findMethod(owner: RuntimeClass, name: string, descriptor: string): RuntimeMethod | undefined {
    return findMethod(owner, name, descriptor);
  }
  findField(owner: RuntimeClass, name: string, descriptor: string): RuntimeField | undefined {
    return findField(owner, name, descriptor);
  }

  throwJava(className: string, message?: string): Outcome {
    return this.state.throwJava(className, message);
  }
  throwObject(reference: number): Outcome {
    return this.state.throwObject(reference);
  }
  clearPending(): PendingException | undefined {
    return this.state.takePending();
  }
  throwAgain(pending: PendingException): Outcome {
    return this.state.throwPending(pending);
  }
  call(method: RuntimeMethod, args: readonly number[], keep = 0): Outcome {
    return callFromNative(this.state, method, args, keep);
  }

  get currentThread(): number {
    return this.state.thread;
  }
  get currentSlot(): number {
    return this.state.slot;
  }
  suspendCurrent(): void {
    leaveThread(this.state);
  }
  resumeThread(thread: number): void {
    resumeThread(this.state, thread);
  }
  beginThread(thread: number, slot: number, method: RuntimeMethod, args: readonly number[]): void {
    beginThread(this.state, thread, slot, method, args);
  }
  isOfRom(of: RuntimeClass): boolean {
    return of.id < this.state.firstDynamicId;
  }
  callerClass(): RuntimeClass {
    return callerOf(this.state).owner;
  }
  askCollection(): Outcome {
    this.state.collectionAsked = true;
    return this.state.noRoom(0);
  }
  requestStop(stop: MachineStop): void {
    this.state.stop = stop;
  }

  /** Name of the class of objects with this id, as `Class.getName` has it. */
  className(classId: number): string {
    return this.state.classAt(classId).name.replaceAll("/", ".");
  }
  /** What holds a reference, in words: the slot's name in the object `holder`, or, where that is 0, among the roots. */
  slotName(holder: number, slotAddress: number): string {
    return holder === 0 ? rootName(this.state, slotAddress) : fieldName(this.state, holder, slotAddress);
  }

  /** See Vm. The throwable's own constructors are not part of its trace. */
  backtrace(throwable: number): number[] {
    const names = new Set<string>();
    for (let at: RuntimeClass | undefined = this.classOf(throwable); at !== undefined; at = at.superClass) {
      names.add(at.name);
    }
    return backtraceOf(this.state, names);
  }
}

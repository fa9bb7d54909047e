/** What a new version of a program changes of the classes that a process has loaded, and why that may not be. */
import { ACC } from "../classfile/class-file.ts";
import { parseClassFile } from "../classfile/parse.ts";
import { FIXED_DYNAMIC_IDS, classById, knownClass } from "../classes.ts";
import { RECORD, RECORD_HEAD_BYTES, readBytes, recordEnd } from "../class-records.ts";
import { HEADER } from "../layout.ts";
import { linkClass } from "../link.ts";
import { RuntimeClass, type RuntimeField } from "../runtime.ts";
import { javaTypes } from "../select.ts";
import type { MachineState } from "../state.ts";

/** A record of CODE, and what it becomes. */
export interface CodeRecord {
  readonly id: number;
  readonly kind: number;
  readonly hostId: number;
  readonly body: Uint8Array;
}

/** A loaded class that has another class file in the new version. */
export interface ChangedClass {
  readonly from: RuntimeClass;
  readonly to: RuntimeClass;
}

/** Why the new version cannot have the state: names the class, and the field where it is about one. */
export interface Refusal {
  readonly className: string;
  readonly what: string;
}

export interface UpdatePlan {
  readonly records: readonly CodeRecord[];
  readonly changed: readonly ChangedClass[];
  /** Old and new form of every loaded class whose objects lie differently, subclasses of changed ones included. */
  readonly moved: ReadonlyMap<number, ChangedClass>;
}

export type Planned =
  | { readonly kind: "plan"; readonly plan: UpdatePlan }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Compares what CODE holds with what `find` has. Changes nothing. */
export function planUpdate(state: MachineState, find: (name: string) => Uint8Array | undefined): Planned {
  const records: CodeRecord[] = [];
  const changed: ChangedClass[] = [];
  const moved = new Map<number, ChangedClass>();
  const linked = new Map<string, RuntimeClass>();
  for (const record of readRecords(state)) {
    const from = classById(state, record.id);
    const bytes = record.kind === RECORD.CLASS ? (find(from.name) ?? record.body) : record.body;
    const isNew = !isEqual(bytes, record.body);
    records.push(isNew ? { ...record, body: bytes } : record);
    if (record.kind !== RECORD.CLASS) continue;
    const to = relink(state, from, bytes, linked);
    if (!(to instanceof RuntimeClass)) return { kind: "refused", refusal: to };
    linked.set(to.name, to);
    if (isNew) changed.push({ from, to });
    if (fieldsText(from) !== fieldsText(to)) moved.set(record.id, { from, to });
  }
  return { kind: "plan", plan: { records, changed, moved } };
}

function* readRecords(state: MachineState): Generator<CodeRecord> {
  const { codeStart } = state.map;
  const end = state.heap.header(HEADER.CODE_BYTES);
  let id = state.firstDynamicId + FIXED_DYNAMIC_IDS;
  for (let at = 0; at < end; id++) {
    state.beginStep();
    const address = codeStart + at;
    const length = state.word(address);
    const kind = state.word(address + 4);
    const hostId = state.word(address + 8);
    yield { id, kind, hostId, body: readBytes(state, address + RECORD_HEAD_BYTES, length) };
    at = recordEnd(at, length);
  }
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

/** The class as its new file and its new supers make it, under its old id. */
function relink(
  state: MachineState,
  from: RuntimeClass,
  bytes: Uint8Array,
  linked: ReadonlyMap<string, RuntimeClass>,
): RuntimeClass | Refusal {
  const className = from.name.replaceAll("/", ".");
  const result = parseClassFile(bytes, from.name);
  if (result.kind !== "class") return { className, what: `its class file is no good: ${result.what}` };
  const { file } = result;
  const kindOf = (access: number): number => access & (ACC.INTERFACE | ACC.ENUM);
  if (kindOf(file.access) !== kindOf(from.access))
    return { className, what: "it has become another kind of class" };
  if (file.superName !== from.file?.superName)
    return { className, what: `it extends ${file.superName?.replaceAll("/", ".") ?? "nothing"} now` };
  const find = (name: string): RuntimeClass | undefined =>
    linked.get(name) ?? (state.rom.indexOf(name) < 0 ? undefined : knownClass(state, name));
  const interfaces: RuntimeClass[] = [];
  for (const name of file.interfaceNames) {
    const found = find(name);
    if (found === undefined)
      return { className, what: `it implements ${name.replaceAll("/", ".")} now, which is not loaded` };
    interfaces.push(found);
  }
  const superClass = file.superName === undefined ? undefined : find(file.superName);
  const to = new RuntimeClass({
    id: from.id,
    name: from.name,
    access: file.access,
    file,
    superClass,
    interfaces,
  });
  const problem = linkClass(to, file, { nextSerial: 1 });
  return problem === undefined ? to : { className, what: problem };
}

/** Instance fields and where they lie, inherited ones included. */
function fieldsText(of: RuntimeClass): string {
  return instanceFields(of)
    .map(({ owner, name, descriptor, offset }) => `${owner.name}.${name}${descriptor}@${offset}`)
    .join();
}

export function instanceFields(of: RuntimeClass): readonly RuntimeField[] {
  const own = of.fields.filter(({ isStatic }) => !isStatic);
  return of.superClass === undefined ? own : [...instanceFields(of.superClass), ...own];
}

/** What a stored object of the class cannot follow: a field that is gone or has another type. A new one is 0 or null. */
export function objectRefusal({ from, to }: ChangedClass): Refusal | undefined {
  for (const old of instanceFields(from)) {
    const now = instanceFields(to).find(
      ({ owner, name }) => owner.name === old.owner.name && name === old.name,
    );
    const problem = fieldProblem(old, now, "objects of it are stored");
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** What the static fields of an initialised class cannot follow. */
export function staticRefusal({ from, to }: ChangedClass): Refusal | undefined {
  const isKept = (field: RuntimeField): boolean =>
    field.isStatic && field.constantIndex === 0 && (field.access & ACC.SYNTHETIC) === 0;
  for (const old of from.fields.filter(isKept)) {
    const now = to.fields.find(({ name, isStatic }) => isStatic && name === old.name);
    const problem = fieldProblem(old, now, "it holds a value");
    if (problem !== undefined) return problem;
  }
  const fresh = to.fields.find(
    ({ access, name }) => (access & ACC.ENUM) !== 0 && !from.fields.some((one) => one.name === name),
  );
  if (fresh === undefined) return undefined;
  return {
    className: dots(from.name),
    what: `field ${fresh.name} is a new constant of an enum, and the constants were made when the class was initialised`,
  };
}

function fieldProblem(old: RuntimeField, now: RuntimeField | undefined, why: string): Refusal | undefined {
  const className = dots(old.owner.name);
  if (now === undefined) return { className, what: `field ${old.name} is gone, and ${why}` };
  if (now.descriptor === old.descriptor) return undefined;
  return {
    className,
    what: `field ${old.name} was ${javaTypes(old.descriptor)} and is ${javaTypes(now.descriptor)}, and ${why}`,
  };
}

function dots(name: string): string {
  return name.replaceAll("/", ".");
}

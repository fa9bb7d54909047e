/** Classes by name and id: found in the ROM or asked of the application, linked, and remembered in CODE. */
import { assert } from "../base/index.ts";
import { ACC, type ClassFile } from "./classfile/class-file.ts";
import { decodeModifiedUtf8, encodeModifiedUtf8 } from "./classfile/modified-utf8.ts";
import { parseClassFile } from "./classfile/parse.ts";
import { CLASS_ID, HEADER, OBJECT } from "./layout.ts";
import {
  dirtyAgainLines,
  linesOf,
  readBytes,
  RECORD,
  RECORD_HEAD_BYTES,
  recordEnd,
} from "./class-records.ts";
import { writeAhead, writeRecord } from "./class-records.ts";
import { linkClass, packageOf } from "./link.ts";
import { externalName, placeOf } from "./messages.ts";
import { makeMirror, mirrorBytes } from "./mirrors.ts";
import { type ClassShape, RuntimeClass } from "./runtime.ts";
import { nestHostName } from "./select.ts";
import type { MachineState } from "./state.ts";
import { OUTCOME } from "./vm.ts";

export const LAST_CLASS_ID = 0xff00;
/** Kept free for the records of array classes, which cannot fail. */
export const CODE_SLACK_BYTES = 4096;

const PRIMITIVES: readonly (readonly [number, string, string, number])[] = [
  [CLASS_ID.BOOLEAN, "boolean", "[Z", 0],
  [CLASS_ID.CHAR, "char", "[C", 1],
  [CLASS_ID.FLOAT, "float", "[F", 2],
  [CLASS_ID.DOUBLE, "double", "[D", 3],
  [CLASS_ID.BYTE, "byte", "[B", 0],
  [CLASS_ID.SHORT, "short", "[S", 1],
  [CLASS_ID.INT, "int", "[I", 2],
  [CLASS_ID.LONG, "long", "[J", 3],
];

/** Fixed dynamic ids: the primitive arrays in the order of PRIMITIVES, then Object[]. */
export const FIXED_DYNAMIC_IDS = 9;

/** The classes that every process has. */
export function makeFixedClasses(state: MachineState): void {
  const object = knownClass(state, "java/lang/Object");
  const interfaces = [knownClass(state, "java/lang/Cloneable"), knownClass(state, "java/io/Serializable")];
  const access = ACC.PUBLIC | ACC.FINAL | ACC.ABSTRACT;
  PRIMITIVES.forEach(([id, name, arrayName, elementShift], index) => {
    const noSupers = { superClass: undefined, interfaces: [], file: undefined };
    const component = new RuntimeClass({ id, name, access, ...noSupers, primitive: true });
    remember(state, component, false);
    const dataOffset = elementShift === 3 ? OBJECT.ARRAY_WIDE_DATA : OBJECT.ARRAY_DATA;
    const shape = { id: state.firstDynamicId + index, name: arrayName, access, file: undefined };
    addArray(state, { ...shape, superClass: object, interfaces, component, elementShift, dataOffset });
  });
  const shape = { id: CLASS_ID.VOID, name: "void", access, file: undefined };
  remember(
    state,
    new RuntimeClass({ ...shape, superClass: undefined, interfaces: [], primitive: true }),
    false,
  );
  addArray(state, arrayShape(state, object, state.firstDynamicId + 8));
}

function addArray(state: MachineState, shape: ClassShape): RuntimeClass {
  const made = new RuntimeClass(shape);
  made.vtable = shape.superClass?.vtable ?? [];
  if (shape.component !== undefined) shape.component.arrayClass = made;
  remember(state, made, true);
  return made;
}

function arrayShape(state: MachineState, component: RuntimeClass, id: number): ClassShape {
  const innermost = ACC.PUBLIC | ACC.PRIVATE | ACC.PROTECTED;
  return {
    id,
    name: component.isArray ? `[${component.name}` : `[L${component.name};`,
    access: (component.access & innermost) | ACC.FINAL | ACC.ABSTRACT,
    file: undefined,
    superClass: knownClass(state, "java/lang/Object"),
    interfaces: [knownClass(state, "java/lang/Cloneable"), knownClass(state, "java/io/Serializable")],
    component,
    elementShift: 2,
    dataOffset: OBJECT.ARRAY_DATA,
  };
}

function remember(state: MachineState, made: RuntimeClass, byName: boolean): void {
  state.classes[made.id] = made;
  if (made.isArray || made.isPrimitive) made.initialized = true;
  if (byName) state.classesByName.set(made.name, made);
}

/** A class of the ROM that the machine relies on. */
export function knownClass(state: MachineState, name: string): RuntimeClass {
  const known = state.classesByName.get(name) ?? romClass(state, name);
  assert(known !== undefined, `the ROM has no class ${name}`);
  return known;
}

/** The class of this id, which objects may have: made from the ROM if the host has forgotten it. */
export function classById(state: MachineState, id: number): RuntimeClass {
  const known = state.classes[id];
  if (known !== undefined) return known;
  assert(id >= CLASS_ID.FIRST_ROM && id < state.firstDynamicId, `class id ${id} is unknown`);
  const made = romClass(state, state.rom.file(id - CLASS_ID.FIRST_ROM).name);
  assert(made !== undefined, `class id ${id} is not of the ROM`);
  return made;
}

function romClass(state: MachineState, name: string): RuntimeClass | undefined {
  const index = state.rom.indexOf(name);
  if (index < 0 || name === "module-info") return undefined;
  const file = state.rom.file(index);
  const made = new RuntimeClass({
    id: CLASS_ID.FIRST_ROM + index,
    name,
    access: file.access,
    file,
    superClass: file.superName === undefined ? undefined : knownClass(state, file.superName),
    interfaces: file.interfaceNames.map((each) => knownClass(state, each)),
    blobAddress: state.map.romStart + state.rom.offsetOf(index),
  });
  const problem = linkClass(made, file, state);
  assert(problem === undefined, `ROM class ${name}: ${problem ?? ""}`);
  remember(state, made, true);
  return made;
}

/** See Vm.loadClass. */
export function loadClass(state: MachineState, name: string): RuntimeClass | undefined {
  const known = state.classesByName.get(name) ?? romClass(state, name);
  if (known !== undefined) return known;
  if (name[0] === "[") return loadArray(state, name);
  if (state.loading.has(name)) return fail(state, "java/lang/ClassCircularityError", name);
  state.loading.add(name);
  const loaded = loadApplicationClass(state, name);
  state.loading.delete(name);
  return loaded;
}

function fail(state: MachineState, errorClass: string, message: string): undefined {
  state.trouble = state.throwJava(errorClass, message);
  return undefined;
}

/** JVMS 5.3.1: the loader's ClassNotFoundException is the cause of the error. */
function absent(state: MachineState, name: string): undefined {
  const causeName = "java/lang/ClassNotFoundException";
  const causeMessage = name.replaceAll("/", ".");
  state.trouble = state.throwPending({
    className: "java/lang/NoClassDefFoundError",
    message: name,
    causeName,
    causeMessage,
  });
  return undefined;
}

function again(state: MachineState): undefined {
  state.trouble = OUTCOME.AGAIN;
  return undefined;
}

function loadArray(state: MachineState, name: string): RuntimeClass | undefined {
  const rest = name.slice(1);
  const componentName = rest[0] === "L" ? rest.slice(1, -1) : rest;
  const component = loadClass(state, componentName);
  if (component !== undefined) return arrayClassOf(state, component);
  // The error names what was asked for; its cause says what is missing.
  const { pending } = state;
  if (pending?.causeName !== undefined) state.pending = { ...pending, message: name };
  return undefined;
}

/** The array class with this component. Its record is small: CODE always keeps room for some. */
export function arrayClassOf(state: MachineState, component: RuntimeClass): RuntimeClass {
  if (component.arrayClass !== undefined) return component.arrayClass;
  const shape = arrayShape(state, component, state.heap.header(HEADER.NEXT_CLASS_ID));
  writeRecord(state, RECORD.ARRAY, 0, encodeModifiedUtf8(shape.name));
  return addArray(state, shape);
}

const FORMAT_ERRORS = {
  broken: "java/lang/ClassFormatError",
  "unsupported-version": "java/lang/UnsupportedClassVersionError",
  "no-class": "java/lang/NoClassDefFoundError",
} as const;

function loadApplicationClass(state: MachineState, name: string): RuntimeClass | undefined {
  const bytes = state.ports.findClass(name);
  if (bytes === undefined) return absent(state, name);
  const result = parseClassFile(bytes, name);
  if (result.kind !== "class") return fail(state, FORMAT_ERRORS[result.kind], result.what);
  if (packageOf(name) === "java" || name.startsWith("java/")) {
    const message = `Prohibited package name: ${packageOf(name).replaceAll("/", ".")}`;
    return fail(state, "java/lang/SecurityException", message);
  }
  return defineClass(state, result.file, RECORD.CLASS, undefined);
}

/** See Vm.defineSpun. */
export function defineSpun(
  state: MachineState,
  host: RuntimeClass,
  bytes: Uint8Array,
): RuntimeClass | undefined {
  const result = parseClassFile(bytes);
  // More arguments than a constructor may have, or more code.
  if (result.kind !== "class") return fail(state, "java/lang/BootstrapMethodError", result.what);
  return defineClass(state, result.file, RECORD.SPUN, host);
}

function defineClass(
  state: MachineState,
  file: ClassFile,
  kind: number,
  host: RuntimeClass | undefined,
): RuntimeClass | undefined {
  const supers = loadSupers(state, file);
  if (supers === undefined) return undefined;
  const problem = checkSupers(state, file, supers);
  if (problem !== undefined) return fail(state, "java/lang/IncompatibleClassChangeError", problem);
  const id = state.heap.header(HEADER.NEXT_CLASS_ID);
  const codeEnd = recordEnd(state.heap.header(HEADER.CODE_BYTES), file.bytes.length);
  if (id > LAST_CLASS_ID || codeEnd + CODE_SLACK_BYTES > state.map.codeBytes) {
    return fail(state, "java/lang/OutOfMemoryError", "Metaspace");
  }
  const room = state.heap.roomToDirty(linesOf(state, file.bytes.length), dirtyAgainLines(state));
  if (room === "checkpoint") return again(state);
  if (room === "never" && !writeAhead(state, file.bytes)) return again(state);
  const made = linkDynamic(state, file, id, supers, host === undefined ? undefined : nestHostName(host));
  if (typeof made === "string") return fail(state, "java/lang/IncompatibleClassChangeError", made);
  if (!state.heap.reserve(mirrorBytes(state, made))) {
    state.noRoom(mirrorBytes(state, made));
    return again(state);
  }
  writeRecord(state, kind, host?.id ?? 0, file.bytes);
  remember(state, made, true);
  makeMirror(state, made);
  return made;
}

interface Supers {
  readonly superClass: RuntimeClass | undefined;
  readonly interfaces: readonly RuntimeClass[];
}

function loadSupers(state: MachineState, file: ClassFile): Supers | undefined {
  const superClass = file.superName === undefined ? undefined : loadClass(state, file.superName);
  if (file.superName !== undefined && superClass === undefined) return undefined;
  const interfaces: RuntimeClass[] = [];
  for (const name of file.interfaceNames) {
    const loaded = loadClass(state, name);
    if (loaded === undefined) return undefined;
    interfaces.push(loaded);
  }
  return { superClass, interfaces };
}

/** JVMS 5.3.5 steps 3 and 4, and sealed hierarchies. */
function checkSupers(
  state: MachineState,
  file: ClassFile,
  { superClass, interfaces }: Supers,
): string | undefined {
  const name = file.name.replaceAll("/", ".");
  if (superClass === undefined) return `class ${name} has no superclass`;
  if (superClass.isInterface) {
    return `class ${name} has interface ${superClass.name.replaceAll("/", ".")} as super class`;
  }
  if ((superClass.access & ACC.FINAL) !== 0) {
    return `class ${name} cannot inherit from final class ${superClass.name.replaceAll("/", ".")}`;
  }
  const notInterface = interfaces.find((each) => !each.isInterface);
  if (notInterface !== undefined) {
    return `class ${name} can not implement ${notInterface.name.replaceAll("/", ".")}, because it is not an interface (${externalName(notInterface)} is in ${placeOf(state, notInterface)})`;
  }
  for (const each of [superClass, ...interfaces]) {
    const permitted = each.file?.permittedSubclasses;
    if (permitted !== undefined && !permitted.includes(file.name)) {
      const kind = each.isInterface ? "implement sealed interface" : "inherit from sealed class";
      return `class ${name} cannot ${kind} ${each.name.replaceAll("/", ".")}`;
    }
  }
  return undefined;
}

function linkDynamic(
  state: MachineState,
  file: ClassFile,
  id: number,
  supers: Supers,
  nestHost: string | undefined,
): RuntimeClass | string {
  const blobAddress = state.map.codeStart + state.heap.header(HEADER.CODE_BYTES) + RECORD_HEAD_BYTES;
  const { name, access } = file;
  const made = new RuntimeClass({ id, name, access, file, ...supers, blobAddress });
  made.nestHost = nestHost;
  return linkClass(made, file, state) ?? made;
}

/** Makes the host's caches of all classes in CODE again, after the machine was rebuilt. */
export function rebuildClasses(state: MachineState): void {
  const end = state.map.codeStart + state.heap.header(HEADER.CODE_BYTES);
  let id = state.firstDynamicId + FIXED_DYNAMIC_IDS;
  for (let address = state.map.codeStart; address < end; id++) {
    state.beginStep();
    const bodyBytes = state.word(address);
    const kind = state.word(address + 4);
    const hostId = state.word(address + 8);
    const body = readBytes(state, address + RECORD_HEAD_BYTES, bodyBytes);
    if (kind === RECORD.ARRAY) rebuildArray(state, id, decodeModifiedUtf8(body, 0, body.length));
    else rebuildClass(state, id, body, address + RECORD_HEAD_BYTES, kind, hostId);
    address = state.map.codeStart + recordEnd(address - state.map.codeStart, bodyBytes);
  }
  assert(id === state.heap.header(HEADER.NEXT_CLASS_ID), "CODE and the class table disagree");
}

function rebuildArray(state: MachineState, id: number, name: string): void {
  const rest = name.slice(1);
  const component = knownClass(state, rest[0] === "L" ? rest.slice(1, -1) : rest);
  addArray(state, arrayShape(state, component, id));
}

function rebuildClass(
  state: MachineState,
  id: number,
  body: Uint8Array,
  blobAddress: number,
  kind: number,
  hostId: number,
): void {
  const result = parseClassFile(body);
  assert(result.kind === "class", "a class file in CODE is broken");
  const { file } = result;
  const supers = {
    superClass: file.superName === undefined ? undefined : knownClass(state, file.superName),
    interfaces: file.interfaceNames.map((each) => knownClass(state, each)),
  };
  const { name, access } = file;
  const made = new RuntimeClass({ id, name, access, file, ...supers, blobAddress });
  if (kind === RECORD.SPUN) made.nestHost = nestHostName(classById(state, hostId));
  const problem = linkClass(made, file, state);
  assert(problem === undefined || kind === RECORD.OLD, "a class of CODE no longer links");
  remember(state, made, kind !== RECORD.OLD);
}

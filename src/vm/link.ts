/** Makes the runtime form of a class from its class file and its (runtime) supers: fields, methods, vtable. Pure. */
import { ACC, type ClassFile } from "./classfile/class-file.ts";
import { CONSTANT } from "./classfile/constants.ts";
import { descriptorWords, parameterWords, returnDescriptor } from "./classfile/descriptors.ts";
import { NULL_GUARD_BYTES } from "./heap-port.ts";
import { OBJECT } from "./layout.ts";
import { RuntimeClass, RuntimeField, RuntimeMethod } from "./runtime.ts";

/** Numbers methods of one machine. */
export interface SerialSource {
  nextSerial: number;
}

/** Fills in fields, methods, vtable and constant pool caches. Returns what is wrong, in words for a LinkageError. */
export function linkClass(of: RuntimeClass, file: ClassFile, serials: SerialSource): string | undefined {
  const problem = layFields(of, file);
  if (problem !== undefined) return problem;
  of.methods = file.methods.map((method, index) => {
    const receiverWords = (method.access & ACC.STATIC) === 0 ? 1 : 0;
    return new RuntimeMethod(of, index, serials.nextSerial++, {
      ...method,
      argumentWords: parameterWords(method.descriptor) + receiverWords,
      resultWords: descriptorWords(returnDescriptor(method.descriptor)),
    });
  });
  const clash = of.isInterface ? undefined : buildVtable(of);
  of.poolWords = new Int32Array(file.constants.count + 1);
  of.poolMethods = new Array<RuntimeMethod | null>(file.constants.count).fill(null);
  of.poolClasses = new Array<RuntimeClass | null>(file.constants.count).fill(null);
  fillNumbers(of, file);
  return clash;
}

/** Superclass fields first, then the declared ones: a 4-byte field fills the hole before the first 8-byte one. */
function layFields(of: RuntimeClass, file: ClassFile): string | undefined {
  const fields: RuntimeField[] = file.fields.map((declared) => new RuntimeField(of, declared, 0));
  let end = of.superClass === undefined ? OBJECT.FIELDS : of.superClass.instanceBytes;
  const references = of.superClass === undefined ? [] : [...of.superClass.referenceOffsets];
  const instance = fields.filter((field) => !field.isStatic);
  const offsets = new Map<RuntimeField, number>();
  const wide = instance.filter((field) => field.isWide);
  const narrow = instance.filter((field) => !field.isWide);
  const place = (field: RuntimeField): void => {
    offsets.set(field, end);
    if (field.isReference) references.push(end);
    end += field.isWide ? 8 : 4;
  };
  if (wide.length > 0 && end % 8 !== 0) {
    const filler = narrow.shift();
    if (filler === undefined) end += 4;
    else place(filler);
  }
  wide.forEach(place);
  narrow.forEach(place);
  if (end >= NULL_GUARD_BYTES) return `class ${of.name} has too many fields`;
  of.instanceBytes = end;
  of.referenceOffsets = Int32Array.from(references);
  of.fields = fields.map((field) => {
    if (!field.isStatic) return new RuntimeField(of, field, offsets.get(field) ?? 0);
    return new RuntimeField(
      of,
      field,
      field.isReference ? of.staticReferenceCount++ * 4 : of.staticWideCount++ * 8,
    );
  });
  return undefined;
}

/** JVMS 5.4.5: a method overrides what it can see under the same name and descriptor. */
function buildVtable(of: RuntimeClass): string | undefined {
  const vtable = of.superClass === undefined ? [] : [...of.superClass.vtable];
  const byKey = new Map<string, number[]>();
  vtable.forEach((method, index) => {
    const key = method.name + method.descriptor;
    byKey.set(key, [...(byKey.get(key) ?? []), index]);
  });
  for (const method of of.methods) {
    if (method.isStatic || method.name.charCodeAt(0) === 0x3c || (method.access & ACC.PRIVATE) !== 0)
      continue;
    let slot = -1;
    for (const index of byKey.get(method.name + method.descriptor) ?? []) {
      const overridden = vtable[index];
      if (!canOverride(method, overridden)) continue;
      if ((overridden.access & ACC.FINAL) !== 0) {
        return `class ${of.name.replaceAll("/", ".")} overrides final method ${overridden.owner.name.replaceAll("/", ".")}.${method.name}${method.descriptor}`;
      }
      vtable[index] = method;
      slot = index;
    }
    method.vtableIndex = slot >= 0 ? slot : vtable.push(method) - 1;
  }
  of.vtable = vtable;
  return undefined;
}

function canOverride(method: RuntimeMethod, overridden: RuntimeMethod): boolean {
  if ((overridden.access & (ACC.PUBLIC | ACC.PROTECTED)) !== 0) return true;
  return packageOf(method.owner.name) === packageOf(overridden.owner.name);
}

export function packageOf(name: string): string {
  const slash = name.lastIndexOf("/");
  return slash < 0 ? "" : name.slice(0, slash);
}

/** Numbers of the constant pool need no resolution: the interpreter finds their bits at once. */
function fillNumbers(of: RuntimeClass, file: ClassFile): void {
  const { constants } = file;
  for (let index = 1; index < constants.count; index++) {
    const tag = constants.tags[index];
    if (tag === CONSTANT.Integer || tag === CONSTANT.Float) of.poolWords[index] = constants.word(index);
    if (tag === CONSTANT.Long || tag === CONSTANT.Double) {
      of.poolWords[index] = constants.lowWord(index);
      of.poolWords[index + 1] = constants.word(index);
    }
  }
}

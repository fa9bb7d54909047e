/** java.lang.Class: what a class says of itself. */
import { ACC } from "../classfile/class-file.ts";
import { isFieldDescriptor } from "../classfile/descriptors.ts";
import type { RuntimeClass } from "../runtime.ts";
import { isClassAccessible, isMemberAccessible } from "../select.ts";
import { OUTCOME, type Outcome, type Vm } from "../vm.ts";
import {
  type ClassNatives,
  externalName,
  native,
  returnBoolean,
  returnMirror,
  returnReferences,
  returnText,
  returnWord,
  throwNull,
} from "./native.ts";

const classClass = "java/lang/Class";

/** Kinds of Class.primitive0 in the order of the class ids of primitives. */
const primitiveLast = 12;

export const classNatives: ClassNatives = {
  "name0()Ljava/lang/String;": native(10, name0),
  "isInstance(Ljava/lang/Object;)Z": native(8, (vm, args) => {
    const object = vm.i32[args + 1];
    return returnBoolean(vm, object !== 0 && vm.isAssignable(vm.classOf(object), self(vm, args)));
  }),
  "isAssignableFrom(Ljava/lang/Class;)Z": native(8, (vm, args) => {
    const other = vm.i32[args + 1];
    if (other === 0) return throwNull(vm);
    return returnBoolean(vm, vm.isAssignable(vm.classOfMirror(other), self(vm, args)));
  }),
  "isInterface()Z": native(4, (vm, args) => returnBoolean(vm, self(vm, args).isInterface)),
  "isArray()Z": native(4, (vm, args) => returnBoolean(vm, self(vm, args).isArray)),
  "isPrimitive()Z": native(4, (vm, args) => returnBoolean(vm, self(vm, args).isPrimitive)),
  "isRecord()Z": native(4, (vm, args) => returnBoolean(vm, isRecord(self(vm, args)))),
  "getSuperclass()Ljava/lang/Class;": native(4, (vm, args) => {
    const of = self(vm, args);
    return returnMirror(vm, of.isInterface || of.isPrimitive ? undefined : of.superClass);
  }),
  "getComponentType()Ljava/lang/Class;": native(4, (vm, args) => returnMirror(vm, self(vm, args).component)),
  "getModifiers()I": native(6, (vm, args) => returnWord(vm, modifiers(self(vm, args)))),
  "interfaces0()[Ljava/lang/Class;": native(10, interfaces0),
  "simpleName0()Ljava/lang/String;": native(10, (vm, args) => {
    const of = self(vm, args);
    const inner = of.file?.innerClasses.find((one) => one.innerName === of.name);
    return inner === undefined ? returnWord(vm, 0) : returnText(vm, inner.simpleName ?? "");
  }),
  "enclosing0()Ljava/lang/Class;": native(10, enclosing0),
  "arrayType0()Ljava/lang/Class;": native(10, (vm, args) => {
    const of = self(vm, args);
    if (of.name === "void") return vm.throwJava("java/lang/IllegalArgumentException");
    return returnMirror(vm, vm.arrayClassOf(of));
  }),
  "permitted0()[Ljava/lang/Class;": native(10, permitted0),
  "nestHost0()Ljava/lang/Class;": native(10, (vm, args) => {
    const host = self(vm, args).file?.nestHost;
    return host === undefined ? returnWord(vm, 0) : returnLoaded(vm, host);
  }),
  "forName0(Ljava/lang/String;Z)Ljava/lang/Class;": native(40, forName0),
  "hasConstructor0()Z": native(10, (vm, args) => {
    const of = self(vm, args);
    return returnBoolean(vm, of.file !== undefined && vm.findMethod(of, "<init>", "()V")?.owner === of);
  }),
  "newInstance0()Ljava/lang/Object;": native(30, newInstance0),
  "enumConstants0()[Ljava/lang/Object;": native(20, enumConstants0),
  "assertionStatus0()Z": native(20, (vm, args) =>
    returnBoolean(vm, vm.ports.assertsIn?.(externalName(self(vm, args))) ?? false),
  ),
  "primitive0(I)Ljava/lang/Class;": native(4, (vm, args) => {
    const kind = vm.i32[args];
    return returnMirror(vm, kind <= primitiveLast ? vm.classById(kind) : undefined);
  }),
};

export const reflectArrayNatives: ClassNatives = {
  "newArray0(Ljava/lang/Class;I)Ljava/lang/Object;": native(20, (vm, args) => {
    if (vm.i32[args] === 0) return throwNull(vm);
    const arrayClass = vm.arrayClassOf(vm.classOfMirror(vm.i32[args]));
    const length = vm.i32[args + 1];
    if (!vm.reserve(vm.arrayBytes(arrayClass, length))) return OUTCOME.AGAIN;
    vm.addTicks(length >> 3);
    return returnWord(vm, vm.newArray(arrayClass, length));
  }),
};

function self(vm: Vm, args: number): RuntimeClass {
  return vm.classOfMirror(vm.i32[args]);
}

/** Made once, kept in vmName. */
function name0(vm: Vm, args: number): Outcome {
  const name = vm.intern(externalName(self(vm, args)));
  if (name === 0) return OUTCOME.AGAIN;
  vm.writeReference(vm.i32[args] + vm.fieldOffset(classClass, "vmName"), name);
  return returnWord(vm, name);
}

function isRecord(of: RuntimeClass): boolean {
  return of.superClass?.name === "java/lang/Record" && of.file?.recordComponents !== undefined;
}

/** A member class has the modifiers of its declaration (InnerClasses); an array those of what its elements are. */
function modifiers(of: RuntimeClass): number {
  if (of.isPrimitive) return ACC.PUBLIC | ACC.FINAL | ACC.ABSTRACT;
  if (of.component !== undefined) {
    const visible = ACC.PUBLIC | ACC.PRIVATE | ACC.PROTECTED;
    return (modifiers(of.component) & visible) | ACC.FINAL | ACC.ABSTRACT;
  }
  const inner = of.file?.innerClasses.find((one) => one.innerName === of.name);
  return (inner?.access ?? of.access) & ~ACC.SUPER & 0xffff;
}

function interfaces0(vm: Vm, args: number): Outcome {
  const mirrors: number[] = [];
  for (const one of self(vm, args).interfaces) {
    const mirror = vm.mirrorOf(one);
    if (mirror === 0) return OUTCOME.AGAIN;
    mirrors.push(mirror);
  }
  return returnReferences(vm, classClass, mirrors);
}

function enclosing0(vm: Vm, args: number): Outcome {
  const of = self(vm, args);
  const inner = of.file?.innerClasses.find((one) => one.innerName === of.name);
  const name = of.file?.enclosingMethod?.className ?? inner?.outerName;
  return name === undefined ? returnWord(vm, 0) : returnLoaded(vm, name);
}

function returnLoaded(vm: Vm, name: string): Outcome {
  const loaded = vm.loadClass(name);
  return loaded === undefined ? vm.trouble : returnMirror(vm, loaded);
}

function permitted0(vm: Vm, args: number): Outcome {
  const names = self(vm, args).file?.permittedSubclasses;
  if (names === undefined) return returnWord(vm, 0);
  const mirrors: number[] = [];
  for (const name of names) {
    const loaded = vm.loadClass(name);
    if (loaded === undefined) return vm.trouble;
    const mirror = vm.mirrorOf(loaded);
    if (mirror === 0) return OUTCOME.AGAIN;
    mirrors.push(mirror);
  }
  return returnReferences(vm, classClass, mirrors);
}

function forName0(vm: Vm, args: number): Outcome {
  if (vm.i32[args] === 0) return throwNull(vm);
  const external = vm.readString(vm.i32[args]);
  if (external.includes("/")) return classNotFound(vm, external);
  const name = external.replaceAll(".", "/");
  if (!isBinaryName(name)) return classNotFound(vm, name);
  const of = vm.loadClass(name);
  if (of === undefined) return vm.trouble === OUTCOME.THROWN ? notLoaded(vm, name) : vm.trouble;
  const initializes = vm.i32[args + 1] !== 0;
  const outcome = initializes && !of.isArray ? vm.initialize(of) : OUTCOME.VALUE;
  return outcome === OUTCOME.VALUE ? returnMirror(vm, of) : outcome;
}

function classNotFound(vm: Vm, message: string): Outcome {
  return vm.throwJava("java/lang/ClassNotFoundException", message);
}

/** An array's name or one without odd characters and empty parts; "/" parts it. */
function isBinaryName(name: string): boolean {
  if (name[0] === "[") return isFieldDescriptor(name);
  return /^[^;[/]+(\/[^;[/]+)*\/?$/.test(name);
}

/** That the named class itself is not there is no LinkageError. */
function notLoaded(vm: Vm, name: string): Outcome {
  const pending = vm.clearPending();
  if (pending === undefined) return OUTCOME.THROWN;
  const wanted = name[0] === "[" ? name.replace(/^\[+L|;$/g, "") : name;
  const isAbsent = pending.causeMessage === wanted.replaceAll("/", ".");
  return isAbsent ? classNotFound(vm, pending.causeMessage ?? "") : vm.throwAgain(pending);
}

function newInstance0(vm: Vm, args: number): Outcome {
  const of = self(vm, args);
  const constructor = vm.findMethod(of, "<init>", "()V");
  const hasNone = of.isInterface || of.isArray || of.isPrimitive;
  if (hasNone || constructor === undefined || constructor.owner !== of) {
    return vm.throwJava("java/lang/InstantiationException", externalName(of));
  }
  const caller = vm.callerClass();
  if (!isClassAccessible(caller, of) || !isMemberAccessible(caller, constructor.access, of)) {
    return vm.throwJava("java/lang/IllegalAccessException", noAccess(vm, caller, of, constructor.access));
  }
  if ((of.access & ACC.ABSTRACT) !== 0) return vm.throwJava("java/lang/InstantiationException");
  const outcome = vm.initialize(of);
  if (outcome !== OUTCOME.VALUE) return outcome;
  if (!vm.reserve(of.instanceBytes)) return OUTCOME.AGAIN;
  const object = vm.newInstance(of);
  return vm.call(constructor, [object], object);
}

function noAccess(vm: Vm, caller: RuntimeClass, of: RuntimeClass, access: number): string {
  const module = vm.isOfRom(of) ? " (in module java.base)" : "";
  const word = ["", "public", "private", "", "protected"][
    access & (ACC.PUBLIC | ACC.PRIVATE | ACC.PROTECTED)
  ];
  return `class ${externalName(caller)} cannot access a member of class ${externalName(of)}${module} with modifiers "${word}"`;
}

function enumConstants0(vm: Vm, args: number): Outcome {
  const of = self(vm, args);
  const values = vm.findMethod(of, "values", `()[L${of.name};`);
  if (of.superClass?.name !== "java/lang/Enum" || values === undefined || !values.isStatic) {
    return returnWord(vm, 0);
  }
  const outcome = vm.initialize(of);
  return outcome === OUTCOME.VALUE ? vm.call(values, []) : outcome;
}

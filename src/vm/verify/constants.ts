/** Constant pool entries as instructions name them: of the right kind, or a finding. */
import { CONSTANT } from "../classfile/constants.ts";
import type { Operands } from "./operands.ts";
import { isCategory2, TYPE } from "./types.ts";

const METHOD_HANDLES_SINCE = 51;
const CLASS_CONSTANTS_SINCE = 49;

/** True if the entry has one of the tags. */
export function isConstant(x: Operands, index: number, ...tags: readonly number[]): boolean {
  const { file, of } = x.bench.subject;
  const name = of.name.replaceAll("/", ".");
  const reason = `Constant pool index ${index} is invalid`;
  if (index === 0 || index >= file.constants.count) {
    const what = `Illegal constant pool index ${index} in class ${name}`;
    x.fail(x.bench.isOld ? "Illegal constant pool index" : what, reason);
    return false;
  }
  if (tags.includes(file.constants.tags[index])) return true;
  const what = `Illegal type at constant pool entry ${index} in class ${name}`;
  x.fail(x.bench.isOld ? "Illegal type in constant pool" : what, reason);
  return false;
}

/** Type that a Class constant names; TOP with a finding if it is none. */
export function classConstant(x: Operands, index: number): number {
  if (!isConstant(x, index, CONSTANT.Class)) return TYPE.TOP;
  return x.bench.types.named(x.bench.subject.file.constants.className(index));
}

/** ldc, ldc_w: types of one word. */
export function loadConstant(x: Operands, index: number): void {
  const { file } = x.bench.subject;
  const tags: number[] = [CONSTANT.Integer, CONSTANT.Float, CONSTANT.String];
  if (!x.bench.isOld || file.majorVersion >= CLASS_CONSTANTS_SINCE) tags.push(CONSTANT.Class);
  if (!x.bench.isOld) tags.push(CONSTANT.Dynamic);
  if (file.majorVersion >= METHOD_HANDLES_SINCE) tags.push(CONSTANT.MethodHandle, CONSTANT.MethodType);
  if (!isConstant(x, index, ...tags)) return;
  const type = typeOfConstant(x, index);
  if (isCategory2(type)) x.fail("Invalid index in ldc", `Constant pool index ${index} is invalid`);
  else x.push(type);
}

/** ldc2_w. */
export function loadWideConstant(x: Operands, index: number): void {
  const tags: number[] = [CONSTANT.Long, CONSTANT.Double];
  if (!x.bench.isOld) tags.push(CONSTANT.Dynamic);
  if (!isConstant(x, index, ...tags)) return;
  const type = typeOfConstant(x, index);
  if (isCategory2(type)) x.push(type);
  else x.fail("Invalid index in ldc", `Constant pool index ${index} is invalid`);
}

function typeOfConstant(x: Operands, index: number): number {
  const { types, subject } = x.bench;
  const { constants } = subject.file;
  switch (constants.tags[index]) {
    case CONSTANT.Integer:
      return TYPE.INT;
    case CONSTANT.Float:
      return TYPE.FLOAT;
    case CONSTANT.Long:
      return TYPE.LONG;
    case CONSTANT.Double:
      return TYPE.DOUBLE;
    case CONSTANT.String:
      return types.named("java/lang/String");
    case CONSTANT.Class:
      return types.named("java/lang/Class");
    case CONSTANT.MethodHandle:
      return types.named("java/lang/invoke/MethodHandle");
    case CONSTANT.MethodType:
      return types.named("java/lang/invoke/MethodType");
    default:
      return types.ofDescriptor(constants.dynamic(index).descriptor);
  }
}

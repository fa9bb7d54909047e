/** All native methods of the class library, by class, name and descriptor. None of them calls Java and waits for it. */
import type { NativeMethod, NativeTable } from "../vm.ts";
import { classNatives, reflectArrayNatives } from "./class.ts";
import { consoleInputNatives, consoleOutputNatives, deviceNatives } from "./device.ts";
import {
  doubleNatives,
  floatNatives,
  runtimeNatives,
  strictMathNatives,
  stringNatives,
  systemNatives,
} from "./lang.ts";
import type { ClassNatives } from "./native.ts";
import { objectNatives } from "./object.ts";
import { linkageNatives, methodHandlesNatives } from "./invoke.ts";
import { referenceNatives } from "./reference.ts";
import { brokerNatives } from "./service.ts";
import { threadNatives } from "./thread.ts";
import { throwableNatives } from "./throwable.ts";

const nativesByClass: Readonly<Record<string, ClassNatives>> = {
  "java/lang/Object": objectNatives,
  "java/lang/Class": classNatives,
  "java/lang/reflect/Array": reflectArrayNatives,
  "java/lang/invoke/Linkage": linkageNatives,
  "java/lang/invoke/MethodHandles": methodHandlesNatives,
  "java/lang/ref/Reference": referenceNatives,
  "java/lang/System": systemNatives,
  "java/lang/Runtime": runtimeNatives,
  "java/lang/String": stringNatives,
  "java/lang/StrictMath": strictMathNatives,
  "java/lang/Double": doubleNatives,
  "java/lang/Float": floatNatives,
  "java/lang/Throwable": throwableNatives,
  "java/lang/Thread": threadNatives,
  "dormouse/ConsoleOutput": consoleOutputNatives,
  "dormouse/ConsoleInput": consoleInputNatives,
  "dormouse/Device": deviceNatives,
  "dormouse/service/Broker": brokerNatives,
};

/** By "java/lang/Object.hashCode()I". */
export const nativeTable: NativeTable = new Map<string, NativeMethod>(
  Object.entries(nativesByClass).flatMap(([className, natives]) =>
    Object.entries(natives).map(([member, one]) => [`${className}.${member}`, one] as const),
  ),
);

/** Texts of the exceptions that the machine throws itself. */
import { CLASS_ID } from "./layout.ts";
import { nullMessage } from "./null-message.ts";
import type { RuntimeClass } from "./runtime.ts";
import type { MachineState } from "./state.ts";

/** What was null for the instruction under execution; undefined if it cannot be told. Insides of lambdas tell nothing. */
export function explainNull(state: MachineState): string | undefined {
  const { method } = state;
  const constants = method?.owner.file?.constants;
  if (method?.code === undefined || constants === undefined || method.owner.nestHost !== undefined) {
    return undefined;
  }
  const { code, descriptor, isStatic } = method;
  return nullMessage({ code, constants, descriptor, isStatic }, state.bci);
}

/** The external name: "java.lang.String", "[I", "[Ljava.lang.String;". */
export function externalName(of: RuntimeClass): string {
  return of.name.replaceAll("/", ".");
}

/** As JDK 17 words it: classes of the ROM are of module java.base, all others of an unnamed module. */
export function castMessage(state: MachineState, from: RuntimeClass, to: RuntimeClass): string {
  const [fromName, toName] = [externalName(from), externalName(to)];
  return `class ${fromName} cannot be cast to class ${toName} (${placesOf(state, from, to)})`;
}

/** Where two classes are, in the words that end messages about both. */
export function placesOf(state: MachineState, first: RuntimeClass, second: RuntimeClass): string {
  const [firstPlace, secondPlace] = [placeOf(state, first), placeOf(state, second)];
  return firstPlace === secondPlace
    ? `${externalName(first)} and ${externalName(second)} are in ${secondPlace}`
    : `${externalName(first)} is in ${firstPlace}; ${externalName(second)} is in ${secondPlace}`;
}

export function placeOf(state: MachineState, of: RuntimeClass): string {
  let innermost = of;
  while (innermost.component !== undefined) innermost = innermost.component;
  const inRom = innermost.id >= CLASS_ID.BOOLEAN && innermost.id < state.firstDynamicId;
  return inRom ? "module java.base of loader 'bootstrap'" : "unnamed module of loader 'app'";
}

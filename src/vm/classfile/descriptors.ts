/** True for a field descriptor (JVMS 4.3.2). */
export function isFieldDescriptor(text: string): boolean {
  return fieldDescriptorEnd(text, 0) === text.length;
}

/** Descriptors of the parameters, in order. */
export function parameterDescriptors(methodDescriptor: string): string[] {
  const parameters: string[] = [];
  let at = 1;
  while (methodDescriptor[at] !== ")") {
    const end = fieldDescriptorEnd(methodDescriptor, at);
    parameters.push(methodDescriptor.slice(at, end));
    at = end;
  }
  return parameters;
}

export function returnDescriptor(methodDescriptor: string): string {
  return methodDescriptor.slice(methodDescriptor.lastIndexOf(")") + 1);
}

/** Words (4 bytes) that a value takes in a frame: 0 for void, 2 for long and double. */
export function descriptorWords(descriptor: string): number {
  const first = descriptor[0];
  return first === "V" ? 0 : first === "J" || first === "D" ? 2 : 1;
}

/** Words of the arguments, the receiver not counted. */
export function parameterWords(methodDescriptor: string): number {
  let words = 0;
  let at = 1;
  while (methodDescriptor[at] !== ")") {
    words += descriptorWords(methodDescriptor[at]);
    at = fieldDescriptorEnd(methodDescriptor, at);
  }
  return words;
}

/** Class that a reference descriptor names, as a Class constant names it; undefined for primitives. */
export function descriptorClassName(descriptor: string): string | undefined {
  if (descriptor[0] === "L") return descriptor.slice(1, -1);
  return descriptor[0] === "[" ? descriptor : undefined;
}

/** Index after the field descriptor that starts at `at`, -1 if there is none. */
function fieldDescriptorEnd(text: string, at: number): number {
  let from = at;
  while (text[from] === "[") from++;
  if (from - at > 255) return -1;
  const kind = text[from];
  if (kind === "L") {
    const end = text.indexOf(";", from);
    return end > from + 1 && isClassName(text.slice(from + 1, end)) ? end + 1 : -1;
  }
  return kind !== undefined && "BCDFIJSZ".includes(kind) ? from + 1 : -1;
}

function isClassName(name: string): boolean {
  return !/[.;[]|\/\/|^\/|\/$/.test(name);
}

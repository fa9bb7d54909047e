import { EXIT, UserError } from "../base/index.ts";
import type { ClassPath } from "./class-path.ts";
import { classClosure } from "../process/index.ts";
import type { Program } from "../process/index.ts";
import { mainMethodProblem } from "../vm/index.ts";

/** The program that `main` (dots or slashes) of the class path is, with all classes that it can name. */
export function programOf(classPath: ClassPath, main: string, words: readonly string[]): Program {
  const name = main.replaceAll(".", "/");
  const bytes = classPath.find(name);
  if (bytes === undefined) {
    throw new UserError({
      what: `there is no class ${main}`,
      where: `class path ${classPath.text}`,
      whatToDo: "give the main class by its full name, and the directory or jar above its package",
      exitStatus: EXIT.noInput,
    });
  }
  const problem = mainMethodProblem(bytes, name, (other) => classPath.find(other));
  if (problem !== undefined) {
    throw new UserError({
      what: problem,
      where: `class ${main}`,
      whatToDo: "give a class file of Java 17 or older that has public static void main(String[])",
      exitStatus: EXIT.badInput,
    });
  }
  return {
    classes: classClosure(name, (other) => classPath.find(other)),
    launch: { mainClass: name, arguments: words },
  };
}

import { Option } from "commander";
import type { Command } from "commander";
import { ClassPath, programOf, runnableJar } from "../host/index.ts";
import type { Program } from "../process/index.ts";
import { usage } from "./arguments.ts";

/** What the launch options of `java`, as `javaSpelling` rewrites them, become. */
export interface LaunchOptions {
  readonly classPath?: string;
  readonly jar?: true;
  readonly define?: readonly string[];
  readonly assertions?: readonly string[];
}

export const LAUNCH_HELP = `
As with java:
  -cp PATH, -classpath PATH      directories, jars and DIR/* (all jars of a directory), separated by colons; default .
  -jar FILE                      run the Main-Class of a jar, with the Class-Path of its manifest
  -Dname=value                   a system property
  -ea[:class|:package...], -da   assertions on, off (also -esa, -dsa)`;

/** Adds the options that say what to launch. */
export function withLaunchOptions(command: Command): Command {
  return command
    .option("--class-path <path>", "directories and jars, separated by colons (also -cp)")
    .addOption(new Option("--jar").hideHelp())
    .addOption(new Option("--define <property>").argParser(collect).hideHelp())
    .addOption(new Option("--assertions <word>").argParser(collect).hideHelp());
}

function collect(word: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), word];
}

export interface Launched {
  readonly classPath: ClassPath;
  readonly program: Program;
}

/** The program that the options name; `main` is a class, or with `-jar` a jar. */
export function launchOf(main: string, words: readonly string[], options: LaunchOptions): Launched {
  const jar = options.jar === true ? runnableJar(main) : undefined;
  const classPath = new ClassPath(jar?.classPath ?? options.classPath ?? ".");
  const properties = (options.define ?? []).flatMap(propertyOf);
  const assertions = options.assertions ?? [];
  const program = programOf(classPath, jar?.mainClass ?? main, words);
  const launch = {
    ...program.launch,
    ...(properties.length > 0 && { properties }),
    ...(assertions.length > 0 && { assertions }),
  };
  return { classPath, program: { ...program, launch } };
}

function propertyOf(word: string): readonly [string, string] {
  const equals = word.indexOf("=");
  const name = equals < 0 ? word : word.slice(0, equals);
  if (name === "") throw usage("a system property has no name", `-D${word}`, "give -Dname=value");
  return [name, equals < 0 ? "" : word.slice(equals + 1)];
}

import { Command } from "commander";
import { wearRunCommand } from "./wear-run.ts";
import { wearShowCommand } from "./wear-show.ts";
import { wearStoreCommand } from "./wear-store.ts";

const EXAMPLES = `
Examples:
  dormouse wear run -cp build/classes Main             what this program costs the chip, and how long that lasts
  dormouse wear run --sweep lineBytes=256,512,1024 --sweep checkpoint=20000t,100000t --html wear.html -cp build/classes Main
  dormouse wear store --pattern skew                    the store alone on a synthetic workload, beside other designs
  dormouse wear show main.img                          the chip's blocks by wear`;

/** `dormouse wear run|store|show`. */
export function wearCommand(finish: (status: number) => void): Command {
  return new Command("wear")
    .description("measure what programs cost the flash chip")
    .enablePositionalOptions()
    .addHelpText("after", EXAMPLES)
    .addCommand(wearRunCommand(finish))
    .addCommand(wearStoreCommand(finish))
    .addCommand(wearShowCommand(finish));
}

import { Command } from "commander";
import { addressOption, countOption, numberOption, usage } from "./arguments.ts";
import { ageChip, createChipFile, eraseChip, readChip, writeChip } from "./chip-work.ts";
import { listParts, showPartOrChip } from "./chip-show.ts";
import { serveChip } from "./chip-serve.ts";

const EXAMPLES = `
Examples:
  dormouse chip list
  dormouse chip show w25q128                             every figure of the part
  dormouse chip create --part w25q128 flash.chip         a new chip, in a file of its own
  dormouse chip create --part my-part.yaml my.chip       a part of your own: docs/flash-chip.md lists the fields
  dormouse chip write --erase flash.chip boot.bin
  dormouse chip read --at 0x1000 --bytes 64 flash.chip   as hex; with -o FILE as it is
  dormouse chip erase --block 3 flash.chip
  dormouse chip age --cycles 90000 --years 5 flash.chip
  dormouse chip serve --port 4444 flash.chip             then: flashrom -p serprog:ip=127.0.0.1:4444
  dormouse chip serve --nbd 10809 meter.img              then: nbdinfo nbd://127.0.0.1:10809`;

/** `dormouse chip list|show|create|read|write|erase|age|serve`. */
export function chipCommand(finish: (status: number) => void): Command {
  const chip = new Command("chip")
    .description("flash chips by themselves: parts, chip files, and a serial bus for flashrom")
    .addHelpText("after", EXAMPLES);
  for (const add of [addList, addShow, addCreate, addRead, addWrite, addErase, addAge, addServe])
    add(chip, finish);
  return chip;
}

type Finish = (status: number) => void;

function addList(chip: Command, finish: Finish): void {
  chip
    .command("list")
    .description("the parts that Dormouse knows")
    .option("--json", "as JSON")
    .action((options: { json?: true }) => finish(listParts(options.json ?? false)));
}

function addShow(chip: Command, finish: Finish): void {
  chip
    .command("show")
    .description("the figures of a part, or the wear and content of a chip in a file")
    .argument("<part|file>", "a part's name, a part file (.yaml, .json), or a chip file or image")
    .option("--json", "as JSON")
    .action((name: string, options: { json?: true }) => finish(showPartOrChip(name, options.json ?? false)));
}

function addCreate(chip: Command, finish: Finish): void {
  chip
    .command("create")
    .description("make the file of a new chip")
    .argument("<file>")
    .requiredOption("--part <part>", "a part's name or a part file")
    .option("--content <file>", "bytes that it holds, from address 0 on")
    .option("--seed <n>", "decides bad blocks and how it ages", countOption("--seed"), 0)
    .option("--no-ageing", "a chip that never wears out and never fades")
    .option("--replace", "take over a chip file that is there")
    .option("--json", "say as JSON what was made")
    .action((file: string, options: Parameters<typeof createChipFile>[1]) =>
      finish(createChipFile(file, options)),
    );
}

function addRead(chip: Command, finish: Finish): void {
  chip
    .command("read")
    .description("read a chip: as hex, or with -o as it is")
    .argument("<file>")
    .option("--at <address>", "first byte", addressOption("--at"), 0)
    .option("--bytes <count>", "how many; all to the end if absent", addressOption("--bytes"))
    .option("-o, --output <file>", "write them there")
    .option("--spare", "whole pages with their spare areas (NAND)")
    .option("--json", "as JSON: address, bytes, status, hex")
    .action((file: string, options: Parameters<typeof readChip>[1]) => finish(readChip(file, options)));
}

function addWrite(chip: Command, finish: Finish): void {
  chip
    .command("write")
    .description("program a chip with the bytes of a file")
    .argument("<file>")
    .argument("<content>", "the file that holds the bytes")
    .option("--at <address>", "where the first byte goes", addressOption("--at"), 0)
    .option("--erase", "erase the blocks that it touches first")
    .option("--lenient", "spoil what silicon would spoil instead of refusing it")
    .option("--json", "as JSON")
    .action((file: string, content: string, options: Parameters<typeof writeChip>[2]) =>
      finish(writeChip(file, content, options)),
    );
}

function addErase(chip: Command, finish: Finish): void {
  chip
    .command("erase")
    .description("erase a block, a range of blocks, or the whole chip")
    .argument("<file>")
    .option("--block <n>", "this erase block", countOption("--block"))
    .option("--at <address>", "blocks from here on", addressOption("--at"))
    .option("--bytes <count>", "so many bytes of them", addressOption("--bytes"))
    .option("--all", "the whole chip, block by block")
    .option("--json", "as JSON")
    .action((file: string, options: Parameters<typeof eraseChip>[1]) => finish(eraseChip(file, options)));
}

function addAge(chip: Command, finish: Finish): void {
  chip
    .command("age")
    .description("let a chip grow older at once")
    .argument("<file>")
    .option("--cycles <n>", "erases of each block", countOption("--cycles", 1))
    .option("--years <n>", "years in a drawer", numberOption("--years"))
    .option("--reads <n>", "reads of each block", countOption("--reads", 1))
    .option("--json", "as JSON")
    .action((file: string, options: Parameters<typeof ageChip>[1]) => finish(ageChip(file, options)));
}

function addServe(chip: Command, finish: Finish): void {
  chip
    .command("serve")
    .description(
      "put a serial NOR behind serprog, for flashrom, or any chip behind NBD, on 127.0.0.1; ends by Ctrl-C",
    )
    .argument("<file>")
    .option("--port <n>", "TCP port of serprog; 0 for any free one", portOption("--port"))
    .option("--nbd <n>", "export the bytes of the chip or image by NBD at this TCP port", portOption("--nbd"))
    .option("--writable", "with --nbd: what is written is erased and programmed, which wears the chip")
    .option("--part <part>", "make the file, as a chip of that part, where there is none")
    .option(
      "--real-time",
      "operations take the time that they take; otherwise busy ends by the next status read",
    )
    .option("--max", "count and take the part's maximum times")
    .option("--cut-at <cut>", "power goes there, as 1234.prefix7: the client is cut off")
    .option("--once", "end when the first client has left")
    .option("--json", "say as JSON where it listens")
    .action(async (file: string, options: Parameters<typeof serveChip>[1]) => {
      finish(await serveChip(file, options));
    });
}

function portOption(name: string): (text: string) => number {
  const count = countOption(name);
  return (text) => {
    const port = count(text);
    if (port > 65_535) throw usage(`there is no port ${port}`, name, "give 0 to 65535");
    return port;
  };
}

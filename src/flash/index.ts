/**
 * The flash floor: what read, program, erase, wear and loss of power do to bits.
 *
 * A `FlashChip` is a part (`partByName`, data with the maker's figures) over a carrier (where the cells are:
 * `MemoryCarrier` here, an image file on the host). It refuses what silicon would quietly spoil, counts what each
 * operation costs in wear, time and energy, and can lose power at any program or erase (`armCut`): the operation is
 * then torn in a named shape, `PowerCut` is thrown, and the cells are what such a chip could hold afterwards.
 * The same carrier state, operations and seeds leave the same cells, to the bit.
 */
export type { Ageing, Failure } from "./ageing.ts";
export { keptProtection } from "./bus/registers.ts";
export { SpiNor } from "./bus/spi-nor.ts";
export type { SpiOptions } from "./bus/spi-nor.ts";
export { sfdpOf } from "./bus/sfdp.ts";
export type { Carrier } from "./carrier.ts";
export { partByName, partNames } from "./catalog.ts";
export type { OperationStatus } from "./cell-array.ts";
export { FlashChip } from "./chip.ts";
export type { AddressRange, ChipOptions, OperationObserver } from "./chip-options.ts";
export { eraseNanos, programNanos, readNanos } from "./cost.ts";
export type { ArmedCut, OperationKind } from "./cut-trigger.ts";
export { CutSyntaxError, PowerCut, eraseShapes, formatCut, parseCut, programShapes } from "./cut.ts";
export type { CutPoint } from "./cut.ts";
export { definePart } from "./define-part.ts";
export type { PartFields } from "./define-part.ts";
export { geometryOf } from "./geometry.ts";
export type { Geometry } from "./geometry.ts";
export { MemoryCarrier } from "./memory-carrier.ts";
export type { ChipCounters } from "./meter.ts";
export { ChipMisuse } from "./misuse.ts";
export type { ReadStatus } from "./nand.ts";
export { PartError } from "./part-check.ts";
export type { AgeingFigures, EccFigures, EraseUnit, Micros, Part, SpiFigures } from "./part.ts";
export { genericNor } from "./parts/generic.ts";
export type { Noise, Probe } from "./probe.ts";

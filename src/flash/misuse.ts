/**
 * An operation that silicon would quietly spoil: out of range, across a page, a zero asked to become a one, a unit
 * programmed twice. It is a defect of the caller; the chip has not changed.
 */
export class ChipMisuse extends Error {
  override readonly name = "ChipMisuse";
}

/**
 * The flash floor: what reading, programming, erasing, wear and the loss of power do to bits. It promises that a
 * part refuses whatever silicon would quietly spoil, that every program and erase can be cut and torn at a named
 * point, that wear and device time are counted per operation, and that the same seed gives the same bits.
 */
export {};

/**
 * The cli floor: the commands of `dormouse` as a person meets them. It promises that standard output belongs to the
 * program under emulation, and that Dormouse's own errors are one line on standard error with an exit status of
 * 64 to 78 as in sysexits.
 */
export {};

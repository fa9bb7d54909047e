/**
 * The host floor: the only one that sees files, sockets, workers, real time and the terminal. It promises that an
 * image file is the chip, so that killing the emulator is a power cut, and that one emulator at a time writes it.
 */
export { ImageLockedError, type ImageLock, lockImage } from "./lock.ts";

/**
 * The store floor: lines that survive. It keeps the lines of all processes as a log over a flash chip and changes
 * only by commit: after a power cut at any instant a boot finds exactly one committed state, never an older one than
 * a boot before it showed. It levels wear and keeps several numbered states of each process.
 */
export {};

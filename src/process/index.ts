/**
 * The process floor: a Java program with its own virtual heap and its computation state. It promises that a checkpoint
 * holds all that the process needs to go on, and that what leaves the process (output, leases) leaves in the order in
 * which it was committed.
 */
export {};

/**
 * The heap floor: one address space per process. The in-memory heap is a cache of lines over a store that it is given
 * through a port. It promises that an absent line's bytes are gone, that a dirty line leaves RAM only by a checkpoint,
 * that lines are evicted only at safe points, and that resident lines stay within the RAM budget.
 */
export {};

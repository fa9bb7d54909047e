/**
 * The lab floor: experiments on devices. Cut campaigns, wear runs, workloads, oracles and their reports, all of them
 * deterministic: each finding carries the text that replays it to the bit.
 */
export {};

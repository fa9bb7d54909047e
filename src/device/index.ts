/**
 * The device floor: the board. It wires the floors below together from a profile and owns power, clock and
 * connectors. It is the only place where a power cut is caught. A run is a function of image, seed and inputs.
 */
export {};

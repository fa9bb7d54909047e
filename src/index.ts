/**
 * What `import "dormouse-emulator"` gives: the device door and what the host adds to it (image files and their
 * locks). The chip alone is `dormouse-emulator/flash`, experiments are `dormouse-emulator/lab`.
 */
export * from "./device/index.ts";
export * from "./host/index.ts";

#!/usr/bin/env node
/**
 * The installed command: runs the bundle with the code that V8 compiled for it at build time, if this is the same V8. Otherwise V8
 * refuses that code and compiles anew, which only takes longer.
 */
import { runBundle } from "./bundle-loader.ts";

await runBundle();

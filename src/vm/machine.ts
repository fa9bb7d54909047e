import { romLibrary } from "./rom.ts";
import * as allocate from "./allocate.ts";
import { backtraceOf } from "./backtrace.ts";
import * as classes from "./classes.ts";
import { leaveForSwitch } from "./collect.ts";

import { printRatios } from "./memory.ts";

printRatios();

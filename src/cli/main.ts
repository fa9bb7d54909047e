#!/usr/bin/env node
import { execute } from "./command-line.ts";

// A reader that goes away (`| head`) ends this command as it ends others.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(141);
});

process.exitCode = await execute(process.argv.slice(2));

#!/usr/bin/env node
import { Command } from "commander";

const program = new Command("dormouse")
  .description("Emulates a small network client device whose Java processes survive the pulled plug.")
  .version("0.1.0");

program.parse();

import { COMMANDS, type CommandWords } from "./command-table.ts";

/** Gives the help text of one command, or of the whole command line when none is named. */
export function describeCommands(name: string | undefined): string {
  const command = COMMANDS.find((known) => known.name === name);
  return command === undefined ? describeAll() : describeOne(command);
}

function describeAll(): string {
  const width = Math.max(...COMMANDS.map((command) => usage(command).length)) + 2;
  return [
    "Telwatch watches telecom and security feeds for threat actors and carriers.",
    "",
    "usage: telwatch COMMAND [flags]",
    "",
    ...COMMANDS.map((command) => `  ${usage(command).padEnd(width)}${command.does}`),
    "",
    "Each command has its own --help. Exit codes: 0 done, 1 the work failed, 2 bad usage or configuration.",
    "Start with: telwatch demo",
  ].join("\n");
}

function describeOne(command: CommandWords): string {
  const flags = command.flags.map((flag) => ({
    left: `--${flag.name} ${flag.value ?? ""}`.trim(),
    says: flag.says,
  }));
  const width = Math.max(...flags.map((flag) => flag.left.length), 6) + 2;
  return [
    `usage: telwatch ${usage(command)}${flags.length > 0 ? " [flags]" : ""}`,
    "",
    sentence(command.does),
    ...command.more,
    "",
    ...flags.map((flag) => `  ${flag.left.padEnd(width)}${flag.says}`),
    `  ${"--help".padEnd(width)}this text`,
  ].join("\n");
}

function usage(command: CommandWords): string {
  return `${command.name} ${command.words}`.trim();
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

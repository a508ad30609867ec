import { parseArgs } from "node:util";
import { nearestWord } from "../text/nearest-word.ts";
import { COMMANDS } from "./command-table.ts";
import { UsageError } from "./usage-error.ts";

export interface Arguments {
  readonly words: readonly string[];
  /** Value of a flag that takes one; the last when repeated. */
  readonly value: (flag: string) => string | undefined;
  /** Whether a flag without value was given. */
  readonly has: (flag: string) => boolean;
}

/** Reads a command's arguments by its row of the command table; throws UsageError, with the nearest flag, for what it does not know. */
export function readArguments(name: string, args: readonly string[]): Arguments {
  const command = COMMANDS.find((known) => known.name === name);
  if (command === undefined) throw new Error(`${name} is not in the command table`);
  const known = new Map(command.flags.map((flag) => [flag.name, flag]));
  const options = Object.fromEntries(
    command.flags.map((flag) => [
      flag.name,
      {
        type: flag.value === undefined ? ("boolean" as const) : ("string" as const),
        multiple: true as const,
      },
    ]),
  );
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string | undefined>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const flag = known.get(token.name);
    if (flag === undefined) throw new UsageError(unknownFlag(name, token.rawName, [...known.keys()]));
    if (flag.value === undefined && token.value !== undefined)
      throw new UsageError(`${token.rawName} takes no value, got "${token.value}"`);
    // "--state --json" means a forgotten folder, not a folder of that name.
    const forgotten =
      token.value === undefined || (token.inlineValue === false && token.value.startsWith("--"));
    if (flag.value !== undefined && forgotten)
      throw new UsageError(`${token.rawName} expects ${flag.value} after it`);
    values.set(token.name, token.value);
  }
  if (command.words === "" && positionals[0] !== undefined)
    throw new UsageError(
      `${name} takes no further words, got "${positionals[0]}"; see telwatch ${name} --help`,
    );
  return { words: positionals, value: (flag) => values.get(flag), has: (flag) => values.has(flag) };
}

function unknownFlag(command: string, given: string, known: readonly string[]): string {
  const near = nearestWord(given.replace(/^-+/, ""), known);
  const hint = near === undefined ? `see telwatch ${command} --help` : `did you mean --${near}?`;
  return `${command} does not know ${given}; ${hint}`;
}

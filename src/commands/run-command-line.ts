import { readEnvironment } from "../config/read-environment.ts";
import { nearestWord } from "../text/nearest-word.ts";
import { COMMANDS } from "./command-table.ts";
import { describeCommands } from "./describe-commands.ts";
import { UsageError } from "./usage-error.ts";

type CommandModule = Readonly<Record<string, ((args: readonly string[]) => Promise<number>) | undefined>>;

/** Runs one command line and gives its exit code: 0 done, 1 the work failed, 2 bad usage or configuration. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    console.error(describeCommands(undefined));
    return 2;
  }
  if (name === "--version") return printVersion();
  const asksHelp = ["help", "--help", "-h"];
  const command = asksHelp.includes(name) ? rest[0] : name;
  if (command === undefined) {
    console.log(describeCommands(undefined));
    return 0;
  }
  const names = COMMANDS.map((known) => known.name);
  if (!names.includes(command)) {
    const near = nearestWord(command, names);
    const hint = near === undefined ? "see telwatch --help" : `did you mean telwatch ${near}?`;
    console.error(`telwatch: there is no command ${JSON.stringify(command)}; ${hint}`);
    return 2;
  }
  // After a lone "--" every word is the user's own.
  const own = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
  if (asksHelp.includes(name) || own.includes("--help") || own.includes("-h")) {
    console.log(describeCommands(command));
    return 0;
  }
  return runCommand(command, rest);
}

async function runCommand(name: string, args: readonly string[]): Promise<number> {
  try {
    const module = (await import(new URL(`./${name}.ts`, import.meta.url).href)) as CommandModule;
    const main = module[`${camelCase(name)}Command`];
    if (main === undefined) throw new Error(`commands/${name}.ts does not export ${camelCase(name)}Command`);
    return await main(args);
  } catch (error) {
    const trouble = error instanceof Error ? error : new Error(String(error));
    console.error(`telwatch ${name}: ${trouble.message}`);
    if (trouble instanceof UsageError) return 2;
    if (readEnvironment(process.env).environment.logLevel === "debug") console.error(trouble.stack);
    return 1;
  }
}

async function printVersion(): Promise<number> {
  const { default: about } = await import("../../package.json", { with: { type: "json" } });
  console.log(about.version);
  return 0;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

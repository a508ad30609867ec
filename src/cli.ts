import { runCommandLine } from "./commands/run-command-line.ts";

/** A closed pipe ("telwatch feeds | head") is the reader's choice, not a failure. */
function endOnClosedPipe(error: NodeJS.ErrnoException): void {
  process.exit(error.code === "EPIPE" ? 0 : 1);
}

process.stdout.on("error", endOnClosedPipe);
process.stderr.on("error", endOnClosedPipe);
const exitCode = await runCommandLine(process.argv.slice(2));
// Ends although a keep-alive connection or a worker is still open, yet not before the last byte is out.
process.stdout.write("", () => process.exit(exitCode));

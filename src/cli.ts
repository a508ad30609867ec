import { enableCompileCache, flushCompileCache } from "node:module";

/** By then everything that a start loads is loaded. */
const FLUSH_AFTER_MS = 3_000;

/** A closed pipe ("telwatch feeds | head") is the reader's choice, not a failure. */
function endOnClosedPipe(error: NodeJS.ErrnoException): void {
  process.exit(error.code === "EPIPE" ? 0 : 1);
}

// A restart is the moment at which nothing is watched: compiled code from the last start halves it.
enableCompileCache();
// A process that is killed would leave no cache behind.
setTimeout(flushCompileCache, FLUSH_AFTER_MS).unref();
const { runCommandLine } = await import("./commands/run-command-line.ts");
process.stdout.on("error", endOnClosedPipe);
process.stderr.on("error", endOnClosedPipe);
const exitCode = await runCommandLine(process.argv.slice(2));
// Ends although a keep-alive connection or a worker is still open, yet not before the last byte is out.
process.stdout.write("", () => process.exit(exitCode));

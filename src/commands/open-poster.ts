import type { Environment } from "../domain-config.ts";
import type { Poster } from "../domain-delivery.ts";
import { createConsolePoster } from "../terminal/console-poster.ts";
import { readStyle } from "../terminal/paint.ts";

/** The poster for a terminal: writes alerts to stdout, or the stream given, and keeps the record that makes a restart safe. */
export function openConsolePoster(
  environment: Environment,
  stateDir: string,
  stream: NodeJS.WriteStream = process.stdout,
): Poster {
  return createConsolePoster({
    folder: stateDir,
    style: readStyle(stream, environment.noColor),
    now: Date.now,
    write: (text) =>
      new Promise((done, failed) => {
        stream.write(text, (error) => (error ? failed(error) : done()));
      }),
  });
}

import { readFileSync } from "node:fs";
import { UsageError } from "../commands/usage-error.ts";
import { type LabelledArticle, readLabelledArticle } from "./labelled-article.ts";

/** Reads a labelled set, one article a line; throws a UsageError naming the line that is wrong. */
export function readLabelled(file: string): LabelledArticle[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [readLine(line, `${file}:${index + 1}`)]));
}

function readLine(line: string, where: string): LabelledArticle {
  try {
    return readLabelledArticle(line);
  } catch (error) {
    const message =
      error instanceof SyntaxError ? "expected one JSON article a line" : (error as Error).message;
    throw new UsageError(`${where}: ${message}`);
  }
}

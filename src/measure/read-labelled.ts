import { readFileSync } from "node:fs";
import { type LabelledArticle, readLabelledArticle } from "./labelled-article.ts";

/** Reads a labelled set, one article a line; throws naming the line that is wrong. */
export function readLabelled(file: string): LabelledArticle[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [readLine(line, `${file}:${index + 1}`)]));
}

function readLine(line: string, where: string): LabelledArticle {
  try {
    return readLabelledArticle(line);
  } catch (error) {
    throw new Error(`${where}: ${(error as Error).message}`);
  }
}

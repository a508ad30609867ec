import { readFileSync, statSync } from "node:fs";
import { type ArticleInput, MAX_ARTICLE_BYTES, parseArticle } from "./parse-article.ts";

/** Largest file of recorded articles. */
const MAX_REPLAY_BYTES = 1024 * 1024 * 1024;
const MAX_PROBLEMS = 20;

/** Reads recorded articles, one JSON object a line ("-" for stdin), in time order; gives every line that is wrong, with its number. */
export function readReplayFile(
  file: string,
): { readonly inputs: readonly ArticleInput[] } | { readonly problems: readonly string[] } {
  const text = readText(file);
  if ("problem" in text) return { problems: [text.problem] };
  const problems: string[] = [];
  const inputs: ArticleInput[] = [];
  for (const [index, line] of text.text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const parsed = parseLine(line);
    if ("problem" in parsed) problems.push(`${file}:${index + 1}: ${parsed.problem}`);
    else inputs.push(parsed);
    if (problems.length >= MAX_PROBLEMS) break;
  }
  if (problems.length > 0) return { problems };
  if (inputs.length === 0)
    return { problems: [`${file}: the file is empty; expected one JSON article a line`] };
  return { inputs: inputs.sort((a, b) => a.article.fetchedAt - b.article.fetchedAt) };
}

function readText(file: string): { readonly text: string } | { readonly problem: string } {
  try {
    if (file !== "-" && statSync(file).size > MAX_REPLAY_BYTES)
      return { problem: `${file}: larger than 1 GB; split it` };
    const bytes = readFileSync(file === "-" ? 0 : file);
    if (bytes.includes(0)) return { problem: `${file}: expected one JSON article a line; this is binary` };
    return { text: bytes.toString("utf8") };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === "ENOENT" ? "no such file" : code === "EISDIR" ? "this is a folder" : `not readable (${code})`;
    return { problem: `${file}: ${why}; expected a file of JSON articles, one a line` };
  }
}

function parseLine(line: string): ArticleInput | { readonly problem: string } {
  if (line.length > MAX_ARTICLE_BYTES) return { problem: "longer than 2 MB; an article is shorter" };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: `expected a JSON object; got ${JSON.stringify(line.slice(0, 40))}` };
  }
  return parseArticle(value);
}

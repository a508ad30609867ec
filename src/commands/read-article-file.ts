import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { type ArticleInput, MAX_ARTICLE_BYTES, parseArticle, splitParagraphs } from "./parse-article.ts";

/** Reads an article from a file or stdin ("-"): JSON object, HTML, or plain text whose first line is the title. Gives what is wrong in one sentence otherwise. */
export function readArticleFile(file: string, now: number): ArticleInput | { readonly problem: string } {
  const bytes = readBytes(file);
  if ("problem" in bytes) return bytes;
  const text = decode(bytes.bytes);
  if (text === undefined) return { problem: `${file}: expected text, HTML or JSON in UTF-8; this is binary` };
  const trimmed = text.trim();
  if (trimmed === "") return { problem: `${file}: the file is empty; expected an article` };
  if (trimmed.startsWith("{") || isJsonList(trimmed)) return parseJson(file, trimmed);
  const url = file === "-" ? "https://stdin.invalid/" : pathToFileURL(file).href;
  const outlet = file === "-" ? "stdin" : basename(file);
  const common = {
    id: outlet,
    url,
    outlet,
    feedId: "file",
    topic: "security" as const,
    summary: "",
    publishedAt: now,
    fetchedAt: now,
    textFrom: "page" as const,
  };
  if (/^<(?:!doctype|html|\?xml|head|body|article|div|p)\b/i.test(trimmed)) {
    return { id: outlet, html: trimmed, article: { ...common, title: "", paragraphs: [] } };
  }
  const [title = "", ...paragraphs] = splitParagraphs(trimmed);
  return { id: outlet, html: undefined, article: { ...common, title, paragraphs } };
}

function readBytes(file: string): { readonly bytes: Buffer } | { readonly problem: string } {
  try {
    if (file !== "-") {
      const { size } = statSync(file);
      if (size > MAX_ARTICLE_BYTES) return tooLarge(file, size);
    }
    const bytes = readFileSync(file === "-" ? 0 : file);
    return bytes.length > MAX_ARTICLE_BYTES ? tooLarge(file, bytes.length) : { bytes };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === "ENOENT"
        ? "no such file"
        : code === "EISDIR"
          ? "this is a folder"
          : `cannot be read (${code})`;
    return { problem: `${file}: ${why}; expected a file, an http(s) address, or - for standard input` };
  }
}

function tooLarge(file: string, size: number): { readonly problem: string } {
  const mb = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return { problem: `${file}: ${mb(size)}; an article is at most ${mb(MAX_ARTICLE_BYTES)}` };
}

function decode(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A list of articles by mistake; prose may begin with a bracket too. */
function isJsonList(text: string): boolean {
  return /^\[\s*[[{\]"\d]/.test(text) && text.endsWith("]");
}

function parseJson(file: string, text: string): ArticleInput | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `${file}: looks like JSON and is not: ${(error as Error).message.slice(0, 120)}` };
  }
  const parsed = parseArticle(value);
  return "problem" in parsed ? { problem: `${file}: ${parsed.problem}` } : parsed;
}

import { z } from "zod";
import type { Article, Topic } from "../domain.ts";
import { canonicalUrl } from "../text/canonical-url.ts";
import { decodeEntities } from "../text/decode-entities.ts";

/** Longest article text that we read from a file; longer ones are no articles. */
export const MAX_ARTICLE_BYTES = 2 * 1024 * 1024;
const TOPICS: readonly Topic[] = ["telecom", "security", "general"];

const when = z
  .union([z.string(), z.number()])
  .refine(
    (value) => !Number.isNaN(new Date(value).getTime()),
    "expected a date such as 2024-11-18T07:12:00Z",
  );

const articleSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  url: z.url({ protocol: /^https?$/, error: "expected an http(s) address" }),
  outlet: z.string().optional(),
  feed: z.string().optional(),
  title: z.string({ error: "expected the headline as a string" }),
  summary: z.string().nullish(),
  publishedAt: when,
  fetchedAt: when.optional(),
  paragraphs: z.array(z.string(), { error: "expected a list of strings" }).optional(),
  html: z.string().optional(),
  text: z.string().optional(),
});

/** A recorded article: what we read, its own id to print again, and HTML still to be turned into paragraphs. */
export interface ArticleInput {
  readonly id: string;
  readonly article: Article;
  readonly html: string | undefined;
}

/** Reads one article object (the contract of explain and replay); gives the input, or what is wrong in one sentence. */
export function parseArticle(value: unknown): ArticleInput | { readonly problem: string } {
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    return { problem: `expected one JSON object with url, title and publishedAt; got ${describe(value)}` };
  }
  const parsed = articleSchema.safeParse(value);
  if (!parsed.success)
    return { problem: parsed.error.issues.map((issue) => explain(issue, value)).join("; ") };
  const given = parsed.data;
  const url = canonicalUrl(given.url);
  const feed = given.feed ?? given.outlet ?? new URL(url).host;
  const publishedAt = new Date(given.publishedAt).getTime();
  const id = `${feed}|${url}`;
  return {
    id: given.id === undefined ? id : String(given.id),
    html: given.html,
    article: {
      id,
      url: given.url,
      outlet: given.outlet ?? new URL(url).host.replace(/^www\./, ""),
      feedId: feed,
      topic: TOPICS.find((topic) => topic === feed) ?? "general",
      title: plain(given.title),
      summary: plain(given.summary ?? ""),
      publishedAt,
      fetchedAt: given.fetchedAt === undefined ? publishedAt : new Date(given.fetchedAt).getTime(),
      paragraphs: (given.paragraphs ?? splitParagraphs(given.text ?? "")).map(plain),
      textFrom: given.paragraphs || given.text || given.html ? "page" : "feed",
    },
  };
}

/** Recorded titles and teasers may carry entities as their feed printed them: decoded once, here. */
function plain(text: string): string {
  return decodeEntities(text);
}

/** Splits plain text into its non-empty lines, each a paragraph. */
export function splitParagraphs(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function explain(issue: z.core.$ZodIssue, value: object): string {
  const key = issue.path.join(".");
  const came = issue.path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown>)?.[part], value);
  if (came !== undefined) return `${key}: ${issue.message}; got ${describe(came)}`;
  const known = Object.keys(articleSchema.shape);
  const strangers = Object.keys(value).filter((name) => !known.includes(name));
  const hint = strangers.length > 0 ? ` (the object has ${strangers.slice(0, 5).join(", ")})` : "";
  return `${key}: missing${hint}`;
}

function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return "an object";
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

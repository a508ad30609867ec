import type { ActorRole, Article, CarrierRole, EventType, Topic } from "../domain.ts";
import { decodeEntities } from "../text/decode-entities.ts";

/** An article with what a careful reader says stands in it; `undefined` where the set does not label it. */
export interface LabelledArticle {
  readonly article: Article;
  readonly actors: readonly LabelledEntity<ActorRole>[];
  readonly carriers: readonly LabelledEntity<CarrierRole>[];
  readonly event: EventType | undefined;
  readonly alert: boolean | undefined;
  readonly story: string | undefined;
  readonly origins: readonly string[] | undefined;
  readonly statements: readonly LabelledStatement[] | undefined;
  /** What a good summary carries. */
  readonly facts: readonly string[] | undefined;
  readonly hardNegative: boolean;
}
export interface LabelledStatement {
  readonly speaker: string;
  readonly stance: string;
  readonly gist: string;
}
export interface LabelledEntity<R extends string> {
  readonly id: string;
  readonly role: R | undefined;
}
type RawEntity = string | { readonly id: string; readonly role?: string };
interface RawArticle {
  readonly id: string;
  readonly url: string;
  readonly outlet: string;
  readonly feed?: Topic;
  readonly title: string;
  readonly summary?: string;
  readonly text?: string;
  readonly publishedAt?: string;
  readonly firstSeen?: string;
  readonly paragraphs?: readonly string[];
  readonly hardNegative?: boolean;
  readonly gold: {
    readonly actors: readonly RawEntity[];
    readonly carriers: readonly RawEntity[];
    readonly type?: EventType;
    readonly alert?: boolean;
    readonly story: string | null;
    readonly origins?: readonly string[];
    readonly statements?: readonly LabelledStatement[];
    readonly facts?: readonly string[];
  };
}

/** Reads one line of a labelled set: the corpus (whole articles) or the stream (title and teaser as published). Throws on anything else. */
export function readLabelledArticle(line: string): LabelledArticle {
  const raw = JSON.parse(line) as RawArticle;
  const at = Date.parse(raw.publishedAt ?? raw.firstSeen ?? "");
  if (typeof raw.title !== "string" || raw.gold === undefined || Number.isNaN(at))
    throw new Error(`expected a labelled article with title, gold and a date, got: ${line.slice(0, 80)}`);
  return {
    article: {
      id: raw.id,
      url: raw.url,
      outlet: raw.outlet,
      feedId: raw.outlet,
      topic: raw.feed ?? "security",
      title: decodeEntities(raw.title),
      summary: decodeEntities(raw.summary ?? raw.text ?? ""),
      publishedAt: at,
      fetchedAt: at,
      paragraphs: (raw.paragraphs ?? []).map((text) => decodeEntities(text)),
      textFrom: raw.paragraphs === undefined ? "feed" : "page",
    },
    actors: raw.gold.actors.map((entity) => entityOf<ActorRole>(entity)),
    carriers: raw.gold.carriers.map((entity) => entityOf<CarrierRole>(entity)),
    event: raw.gold.type,
    alert: raw.gold.alert,
    story: raw.gold.story ?? undefined,
    origins: raw.gold.origins,
    statements: raw.gold.statements,
    facts: raw.gold.facts,
    hardNegative: raw.hardNegative === true,
  };
}

function entityOf<R extends string>(raw: RawEntity): LabelledEntity<R> {
  if (typeof raw === "string") return { id: raw, role: undefined };
  return { id: raw.id, role: raw.role as R | undefined };
}

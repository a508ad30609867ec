import type { Article, DroppedName, Findings, Mention, NamedActor, NamedCarrier } from "../domain.ts";
import type { BlameCode } from "./blame/codes.ts";
import { readBlame } from "./blame/read-blame.ts";
import { type Candidate, placeOf, type Settled } from "./candidates.ts";
import { classifyEvent } from "./classify-event.ts";
import { isOrdinaryLower } from "./compare-spelling.ts";
import type { Watchlist } from "./compile-watchlist.ts";
import { cutSegments, type Segment } from "./cut-segments.ts";
import { findHandles } from "./find-handles.ts";
import { findIntroducedGroups } from "./find-introduced-groups.ts";
import { findRetrospect } from "./find-retrospect.ts";
import { findTies } from "./find-ties.ts";
import { findTrackingCodes, type TrackingCode } from "./find-tracking-codes.ts";
import { foldAliases } from "./fold-aliases.ts";
import { matchHyphenated } from "./match-hyphenated.ts";
import { matchNames } from "./matcher/match-names.ts";
import { rateActorRole, rateCarrierRole } from "./rate-roles.ts";
import { readContext } from "./read-context.ts";
import type { RoleInput } from "./role-input.ts";
import { settleNames } from "./settle-names.ts";
import { articleWords } from "./weigh/article-words.ts";
import type { Weights } from "./weigh/weigh-traits.ts";

/** Names read in one article; a page with more is a list or an attack, and judging costs the square of it. */
const MOST_NAMES = 500;

/** What a name is judged by that is only coined like a vendor's. */
const COINED = { level: "high", why: "weather or an animal" } as const;

/** Reads one article: who is named where and by which cue, in what role, which sentence ties whom, what kind of event it tells; and what was considered and dropped, with the reason. */
export function findMentions(article: Article, watchlist: Watchlist): Findings {
  const { segments, furniture, settled, counted } = settleArticle(article, watchlist);
  const event = classifyEvent(segments, counted);
  const input = roleInput(article, { segments, counted }, event);
  const carriers = groupById(counted, "carrier").map((mentions): NamedCarrier => {
    const { role, why } = rateCarrierRole(mentions, input);
    return { ...entityOf(mentions), role, why };
  });
  const actors = groupById(counted, "actor").map((mentions): NamedActor => {
    const { role, why } = rateActorRole(mentions, input);
    return { ...entityOf(mentions), role, why };
  });
  const watched = watchedIds(counted);
  return {
    actors: actors.filter((actor) => watched.has(`actor:${actor.id}`)),
    carriers: carriers.filter((carrier) => watched.has(`carrier:${carrier.id}`)),
    ties: findTies(input, actors, carriers).filter(
      (tie) => watched.has(`actor:${tie.actor}`) && watched.has(`carrier:${tie.carrier}`),
    ),
    dropped: settled.flatMap((one) => droppedOf(one)),
    furniture,
    event,
  };
}

/** An article cut into segments, with every name in it settled: counted with a cue, or dropped. */
export function settleArticle(article: Article, watchlist: Watchlist) {
  const { segments, furniture } = cutSegments(article);
  const groups = watchlist.uncatalogued ? introducedIn(segments) : [];
  const candidates = segments
    .flatMap((segment) => findCandidates(segment, watchlist, groups))
    .slice(0, MOST_NAMES);
  const settled = settleNames(candidates, readContext(article.topic, segments));
  const found = settled.filter((one) => one.cue !== undefined);
  // Who watches single groups keeps them apart as the catalogue does.
  const counted = watchlist.uncatalogued ? foldAliases(found) : found;
  return { segments, furniture, settled, counted };
}

/** What the role rules may look at. */
export function roleInput(
  { publishedAt }: Article,
  { segments, counted }: Pick<RoleInput, "segments" | "counted">,
  event: RoleInput["event"],
  blameWeights?: Weights<BlameCode>,
): RoleInput {
  const given = { segments, event, counted, publishedAt };
  return {
    ...given,
    blame: readBlame(given, blameWeights),
    lookingBack: findRetrospect(segments, publishedAt),
    words: articleWords(segments, counted),
  };
}

/** The names of groups that the article's text introduces, each once. */
function introducedIn(segments: readonly Segment[]): TrackingCode[] {
  const own = segments.filter((segment) => segment.furnitureFrom > 0 && !segment.titleCase);
  const found = own
    .map((segment) => segment.text.slice(0, segment.furnitureFrom))
    .flatMap((text) => [...findIntroducedGroups(text), ...findHandles(text)]);
  const firm = found.filter((group) => group.firm === true);
  return [...new Map([...found, ...firm].map((group) => [group.literal, group])).values()];
}

/** Every place where a name introduced elsewhere in the article stands. */
function repeatsOf(groups: readonly TrackingCode[], text: string): TrackingCode[] {
  return groups.flatMap((group) => {
    const places: TrackingCode[] = [];
    for (let at = text.indexOf(group.literal); at >= 0; at = text.indexOf(group.literal, at + 1)) {
      const end = at + group.literal.length;
      if (!/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ""}${text[end] ?? ""}`))
        places.push({ ...group, start: at, end });
    }
    return places;
  });
}

function findCandidates(
  segment: Segment,
  watchlist: Watchlist,
  groups: readonly TrackingCode[],
): Candidate[] {
  const plain = matchNames(segment.text, watchlist.matcher);
  const cut = matchHyphenated(segment.text, watchlist.wholeWords).filter(
    (one) => !plain.some((match) => match.start < one.end && one.start < match.end),
  );
  const matches = [...plain, ...cut].map((match) => ({
    start: match.start,
    end: match.end,
    names: match.names.flatMap((index) => watchlist.names[index] ?? []),
  }));
  if (watchlist.uncatalogued)
    for (const code of [...findTrackingCodes(segment.text), ...repeatsOf(groups, segment.text)]) {
      const across = matches.filter((match) => match.start < code.end && code.start < match.end);
      if (!across.every((match) => isPartOf(match, code))) continue;
      for (const match of across) matches.splice(matches.indexOf(match), 1);
      const name = {
        kind: "actor",
        id: code.id,
        name: code.literal,
        alias: code.literal,
        ambiguity: code.ambiguous === true ? COINED : undefined,
        research: false,
        listed: true,
        catalogued: false,
        state: false,
        needsCountry: false,
        onlyWithCarrier: code.firm !== true,
        country: undefined,
        watched: true,
      } as const;
      matches.push({ start: code.start, end: code.end, names: [name] });
    }
  return matches
    .sort((left, right) => left.start - right.start)
    .map((match) => ({ ...match, segment, literal: segment.text.slice(match.start, match.end) }));
}

/** Whether a common word that is a name too stands within the longer name that the article introduces. */
function isPartOf(
  match: { readonly start: number; readonly end: number; readonly names: Candidate["names"] },
  code: TrackingCode,
): boolean {
  const within = code.start <= match.start && match.end <= code.end;
  const longer = code.end - code.start > match.end - match.start;
  return within && longer && match.names.every((name) => name.ambiguity?.level === "high");
}

function groupById(counted: readonly Settled[], kind: "actor" | "carrier"): Settled[][] {
  const groups = new Map<string, Settled[]>();
  for (const one of counted)
    if (one.name.kind === kind) groups.set(one.name.id, [...(groups.get(one.name.id) ?? []), one]);
  return [...groups.values()];
}

function entityOf(mentions: readonly Settled[]): Omit<NamedActor, "role" | "why"> {
  const name = mentions[0]?.name;
  return {
    id: name?.id ?? "",
    name: name?.name ?? "",
    matched: [...new Set(mentions.map((mention) => mention.candidate.literal))],
    mentions: mentions.map(mentionOf),
  };
}

function mentionOf(one: Settled): Mention {
  const { kind, id, name, alias } = one.name;
  return {
    kind,
    id,
    name,
    alias,
    literal: one.candidate.literal,
    place: placeOf(one.candidate),
    cue: one.cue ?? "",
  };
}

function droppedOf(one: Settled): DroppedName[] {
  if (one.reason === undefined || !one.name.watched) return [];
  if (one.name.ambiguity?.level === "high" && isOrdinaryLower(one.candidate.literal)) return [];
  const { kind, id } = one.name;
  return [{ kind, id, literal: one.candidate.literal, place: placeOf(one.candidate), reason: one.reason }];
}

function watchedIds(counted: readonly Settled[]): ReadonlySet<string> {
  return new Set(counted.flatMap(({ name }) => (name.watched ? [`${name.kind}:${name.id}`] : [])));
}

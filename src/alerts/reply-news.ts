import type { News, Reading } from "../domain.ts";
import { isOwnClaim } from "./company-word.ts";
import type { Line } from "./say-statement.ts";

/** News of one label in words: who is named, what the report also speaks of, numbers that count something. */
export interface ReplyNews {
  /** "Salt Typhoon named for T-Mobile US (“reportedly”, Outlet B)". */
  readonly named: readonly string[];
  readonly speaksOf: string | undefined;
  readonly names: string | undefined;
  readonly numbers: string | undefined;
  readonly dates: string | undefined;
  readonly differs: string | undefined;
  readonly history: string | undefined;
}

/** Sorts a later report's news into lines that say something; what only looks like news is left out. */
export function replyNews(news: News, read: Reading): ReplyNews {
  const texts = (label: string): string[] =>
    news.added.filter((one) => one.label === label).flatMap((one) => one.text.split(" · "));
  const fresh = texts("New");
  const isName = (text: string): boolean => /\bnamed\b/.test(text);
  const details = fresh.filter((one) => !isName(one) && isTelling(one) && !isNegated(one, read));
  return {
    named: mergeNamed(fresh.filter(isName).map((one) => markOwnClaim(one, read))),
    speaksOf: joined(details, "mentions "),
    names: namesLine(
      texts("Names").flatMap((one) => one.split(", ")),
      fresh,
      read,
    ),
    numbers: joined(texts("Numbers").flatMap(tidyNumber)),
    dates: joined(texts("Dates")),
    differs: joined(news.differs.map(tidyDiffering)),
    history: joined(
      news.added.filter((one) => one.label === "History" && ownsHistory(one)).map((one) => one.text),
    ),
  };
}

function joined(parts: readonly string[], lead = ""): string | undefined {
  return parts.length === 0 ? undefined : `${lead}${parts.join(lead === "" ? " · " : ", ")}`;
}

const VICTIM = " named as a victim";
const TIED = /^(.+?) named for (.+?) (\((?:says |“|by its own claim).*\))$/;
const ROLES = / (?:named as an earlier victim|named as a victim)$/;

/** "AT&T, Verizon named as earlier victims": what is said of several is said once. */
function mergeNamed(items: readonly string[]): string[] {
  const groups = new Map<string, string[]>();
  const ties = new Map<string, string[]>();
  const out: string[] = [];
  for (const item of items) {
    const [, actor = "", carrier = "", note = ""] = TIED.exec(item) ?? [];
    if (actor !== "") ties.set(`${actor}\n${note}`, [...(ties.get(`${actor}\n${note}`) ?? []), carrier]);
  }
  const tied = new Set([...ties.values()].flat());
  for (const [key, carriers] of ties) {
    const [actor = "", note = ""] = key.split("\n");
    out.push(`${actor} named for ${carriers.join(", ")} ${note}`);
  }
  for (const item of items.filter((one) => !TIED.test(one))) {
    const role = ROLES.exec(item)?.[0];
    // Whom an actor is named for is a victim; that is not said again.
    if (role === VICTIM && tied.has(item.slice(0, -role.length))) continue;
    if (role === undefined) out.push(plainRole(item));
    else groups.set(role, [...(groups.get(role) ?? []), item.slice(0, -role.length)]);
  }
  for (const [role, names] of groups) {
    const many = role.replace("an earlier victim", "earlier victims").replace("a victim", "victims");
    out.push(`${names.join(", ")}${names.length > 1 ? many : role}`);
  }
  return out;
}

/** A gang that is named because it says so itself is shown as saying so. */
function markOwnClaim(item: string, { article, findings }: Reading): string {
  const name = (list: readonly { id: string; name: string }[], id: string): string =>
    list.find((one) => one.id === id)?.name ?? id;
  const own = findings.ties.some(
    (tie) =>
      isOwnClaim(tie.sentence) &&
      item.startsWith(
        `${name(findings.actors, tie.actor)} named for ${name(findings.carriers, tie.carrier)} (says`,
      ),
  );
  return own ? item.replace(/ \(says .*$/, ` (by its own claim, ${article.outlet})`) : item;
}

/** "Solntsepek named (attributed)" and "now named as attributed" only tell that it is named. */
function plainRole(item: string): string {
  return item
    .replace(/ \(attributed\)$/, "")
    .replace(/ now named as attributed$/, " named")
    .replace(/ now named as suspected$/, " now suspected");
}

/** One plain word ("passwords", "routers") or a bare year tells nobody what was hit. */
function isTelling(detail: string): boolean {
  return /\p{Lu}[\p{Lu}\d]|\s/u.test(detail) && !/^since /i.test(detail);
}

/** Whether the sentence that a detail stands in says that it was not touched. */
function isNegated(detail: string, { article }: Reading): boolean {
  const sentences = article.paragraphs.flatMap((one) => one.split(/(?<=[.!?]["”]?)\s+/));
  const holding = sentences.filter((one) => one.toLowerCase().includes(detail.toLowerCase()));
  return (
    holding.length > 0 &&
    holding.every((one) => /\b(?:no|not|neither|nor|never|none|without)\b|n[’']t\b/i.test(one))
  );
}

/** "Salt Typhoon also as Earth Estries, GhostEmperor". */
function namesLine(
  names: readonly string[],
  named: readonly string[],
  { findings }: Reading,
): string | undefined {
  const actors = findings.actors.filter(
    (actor) => actor.role !== "background" || findings.ties.some((tie) => tie.actor === actor.id),
  );
  const bare = (name: string): string => name.replace(/ \(disputed\)$/, "");
  const parts = actors.flatMap(({ name, matched }) => {
    const others = names.filter((one) => bare(one) !== name && matched.includes(bare(one)));
    if (others.length > 0) return [`${name} also as ${others.join(", ")}`];
    return names.includes(name) && !named.some((one) => one.includes(name)) ? [name] : [];
  });
  return joined(parts);
}

const STOPS =
  /\s+(?:in|on|at|over|from|since|with|by|for|to|of|during|until|before|after|the|this|last|each|who|that|which|and|but|were|was|are|is|have|had)\b.*$/i;
const MONEY = /[$€£¥₹]|\b(?:dollars?|euros?|pounds?|won|yen|rupees?|USD|EUR|bitcoin|crore)\b/i;
const TIME = /^[\d.,\s-]*(?:half |about )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b/i;

/** A number with what it counts; bare numbers, years and spans of nothing tell nothing and go. */
function tidyNumber(text: string): string[] {
  const joinedUp = text.replace(/(\d|\p{L})- (?=\p{L})/gu, "$1-").trim();
  const number =
    /^(?:[^\s\d]{0,3}\d[\d.,]*|\p{L}+(?=[\s-](?:thousand|million|billion)\b))(?:[\s-](?:thousand|million|billion|trillion|crore|lakh|percent|per cent))?/iu.exec(
      joinedUp,
    )?.[0];
  if (number === undefined) return [];
  const rest = joinedUp.slice(number.length).replace(STOPS, "").trim();
  if (MONEY.test(joinedUp)) return [`${number}${rest === "" ? "" : ` ${rest}`}`.replace(/ -/, "-")];
  if (/^(?:19|20)\d\d$/.test(number) || TIME.test(joinedUp) || rest.startsWith("-")) return [];
  return rest === "" ||
    /^(?:in|on|at|over|from|the|this|last|each|of|a|an|to|per)$/i.test(rest.split(" ")[0] ?? "")
    ? []
    : [`${number} ${rest}`];
}

function tidyDiffering(line: Line): string {
  return line.text.replaceAll("(no company named in the sentence)", "(whole campaign)");
}

/** Rows of nobody's timeline are no news to anybody. */
function ownsHistory(line: Line): boolean {
  return !/\bthe timeline\b/.test(line.text);
}

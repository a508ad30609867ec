import type { Detail, Figure, News, Reading, Stance, Statement, Story } from "../../domain.ts";
import { cosine, foldText, NO_WEIGHTS, termsOf } from "../../text/similarity.ts";
import { bare } from "../names/bare-name.ts";
import { isNewsroom } from "../names/newsrooms.ts";
import { LEAST_RIVAL, MOST_TIMES_APART, SAME_CLAIM } from "../thresholds.ts";
import { uniqueBy } from "../unique-by.ts";
import { agree } from "./agree.ts";

const MOST_STATEMENTS = 2;
const MOST_FIGURES = 4;
const MOST_DETAILS = 4;

/** Words by which reports of one theft count the same people. */
const CLIENTS = new Set(
  ["customers", "subscribers", "users", "clients", "people", "persons"].flatMap((word) => termsOf(word)),
);

type Line = News["added"][number];

/** What an article adds to its story and where it differs, shown beside and never instead; empty lists mean nothing new. */
export function findNews(before: Story, read: Reading, disputed: ReadonlySet<string> = new Set()): News {
  if (before.articles.some((member) => member.id === read.article.id)) return newsOfEdit(before, read);
  return {
    added: [
      ...newTies(before, read),
      ...newRoles(before, read),
      ...newNames(before, read, disputed),
      ...newFigures(before, read),
      ...newDetails(before, read),
      ...newDates(before, read),
      ...newStatements(before, read),
      ...newHistory(before, read),
    ],
    differs: [...differingFigures(before, read), ...differingDurations(before, read)],
    missing: missingStatements(before, read),
  };
}

/** An edited article has news only where it gains a watched name or a victim changes its word. */
function newsOfEdit(before: Story, read: Reading): News {
  const words = read.account.statements.filter(
    (one) =>
      matters(one, before) &&
      before.carriers.some((carrier) => carrier.role === "victim" && carrier.name === one.speaker) &&
      !before.statements.some((two) => two.speaker === one.speaker && two.stance === one.stance),
  );
  const changed = uniqueBy(words, (one) => `${one.speaker} ${one.stance}`).map((one) => ({
    label: `${one.speaker} ${verbOf(one)}`,
    text: one.text,
  }));
  return {
    added: [...newTies(before, read), ...newRoles(before, read), ...changed],
    differs: [],
    missing: [],
  };
}

function newTies(before: Story, { findings, article }: Reading): Line[] {
  const out: Line[] = [];
  for (const tie of findings.ties) {
    const actor = findings.actors.find((one) => one.id === tie.actor);
    const carrier = findings.carriers.find((one) => one.id === tie.carrier);
    const known = before.ties.some((one) => one.actor === tie.actor && one.carrier === tie.carrier);
    if (known || actor === undefined || actor.role === "background" || carrier?.role !== "victim") continue;
    const hedge = tie.hedge === undefined ? `says ${article.outlet}` : `“${tie.hedge}”, ${article.outlet}`;
    out.push({ label: "New", text: `${actor.name} named for ${carrier.name} (${hedge})` });
  }
  return out;
}

function newRoles(before: Story, { findings }: Reading): Line[] {
  const out: Line[] = [];
  for (const actor of findings.actors) {
    if (actor.role === "background") continue;
    const known = before.actors.find((one) => one.id === actor.id);
    const tied = findings.ties.some((tie) => tie.actor === actor.id);
    if (known === undefined && !tied) out.push({ label: "New", text: `${actor.name} named (${actor.role})` });
    else if (known?.role === "background" && !tied)
      out.push({ label: "New", text: `${actor.name} now named as ${actor.role}` });
  }
  for (const carrier of findings.carriers) {
    const known = before.carriers.find((one) => one.id === carrier.id);
    if (carrier.role === "victim" && known?.role !== "victim")
      out.push({ label: "New", text: `${carrier.name} named as a victim` });
    else if (carrier.role === "past-victim" && known === undefined)
      out.push({ label: "New", text: `${carrier.name} named as an earlier victim` });
  }
  return out;
}

/** Spellings of an actor that the story did not have; those on which namers disagree are marked. */
function newNames(before: Story, { findings }: Reading, disputed: ReadonlySet<string>): Line[] {
  const known = new Set(before.actors.flatMap((one) => [one.name, ...one.matched]).map(foldName));
  const names = findings.actors
    .filter((one) => before.actors.some((other) => other.id === one.id) || one.matched.length > 1)
    .flatMap((one) =>
      one.matched.map((name) => ({ name, marked: disputed.has(`${one.id} ${name.toLowerCase()}`) })),
    )
    .filter(({ name }, at, all) => all.findIndex((other) => foldName(other.name) === foldName(name)) === at)
    .filter(({ name }) => !known.has(foldName(name)));
  if (names.length === 0) return [];
  return [
    {
      label: "Names",
      text: names.map(({ name, marked }) => (marked ? `${name} (disputed)` : name)).join(", "),
    },
  ];
}

function foldName(name: string): string {
  return foldText(name).replace(/[\s-]/g, "");
}

function newFigures(before: Story, { account }: Reading): Line[] {
  const fresh = account.figures.filter((one) => !before.figures.some((two) => sameFigure(one, two)));
  const shown = uniqueBy(
    fresh.filter(
      (one) =>
        !isRival(one, before) &&
        !fresh.some((two) => one.counts === "" && sameFigure(one, two) && isRival(two, before)),
    ),
    (one) => `${one.unit}${one.value}`,
  ).slice(0, MOST_FIGURES);
  return shown.length === 0 ? [] : [{ label: "Numbers", text: shown.map(figureText).join(" · ") }];
}

function isRival(one: Figure, before: Story): boolean {
  return before.figures.some((two) => rivals(one, two));
}

function differingFigures(before: Story, { account }: Reading): Line[] {
  const out: Line[] = [];
  for (const one of account.figures) {
    if (before.figures.some((two) => sameFigure(one, two))) continue;
    const rival = before.figures.find((two) => rivals(one, two));
    if (rival === undefined || account.figures.some((two) => sameFigure(two, rival))) continue;
    out.push({ label: "Differs", text: `${figureText(one)} here; ${figureText(rival)} before` });
  }
  return uniqueBy(out, (line) => line.text).slice(0, MOST_FIGURES);
}

function sameFigure(one: Figure, two: Figure): boolean {
  return one.unit === two.unit && agree(one, two);
}

/** Two numbers that count the same thing in like size and are not the same. */
function rivals(one: Figure, two: Figure): boolean {
  if (one.unit !== two.unit || sameFigure(one, two) || one.counts === "" || two.counts === "") return false;
  const noun = (figure: Figure): string => {
    const last = termsOf(figure.counts).at(-1) ?? "";
    return CLIENTS.has(last) ? "customer" : last;
  };
  if (noun(one) === "" || noun(one) !== noun(two) || one.value < LEAST_RIVAL) return false;
  const ratio = one.value / two.value;
  return ratio > 1 / MOST_TIMES_APART && ratio < MOST_TIMES_APART;
}

function figureText(one: Figure): string {
  return one.counts === "" ? one.literal : `${one.literal} ${one.counts}`;
}

function newDetails(before: Story, { account }: Reading): Line[] {
  const known = new Set((before.details ?? []).map((one) => one.key));
  const timed = (before.details ?? []).some((one) => one.kind === "duration");
  // Where the story has a length of stay, another one differs from it and is no addition.
  const fresh = (account.details ?? []).filter(
    (one) => !known.has(one.key) && one.kind !== "date" && !(one.kind === "duration" && timed),
  );
  const order: readonly Detail["kind"][] = ["reach", "asset", "since", "duration"];
  const shown = [...fresh]
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .slice(0, MOST_DETAILS);
  return shown.length === 0 ? [] : [{ label: "New", text: shown.map((one) => one.literal).join(" · ") }];
}

/** Days that the story did not have. */
function newDates(before: Story, { account }: Reading): Line[] {
  const known = new Set((before.details ?? []).map((one) => one.key));
  const fresh = (account.details ?? []).filter((one) => one.kind === "date" && !known.has(one.key));
  const shown = uniqueBy(fresh, (one) => one.key).slice(0, MOST_DETAILS);
  return shown.length === 0 ? [] : [{ label: "Dates", text: shown.map((one) => one.literal).join(" · ") }];
}

/** Claims of how long it went on, each with what it is about: one of a company and one of a campaign both stand. */
function differingDurations(before: Story, { account }: Reading): Line[] {
  const known = (before.details ?? []).filter((one) => one.kind === "duration");
  const out: Line[] = [];
  for (const one of (account.details ?? []).filter((detail) => detail.kind === "duration")) {
    if (known.some((two) => two.key === one.key)) continue;
    const rival = known.find((two) => two.about === one.about) ?? known[0];
    const here = `“${one.literal}” (${scopeOf(one)})`;
    if (rival === undefined) continue;
    out.push({
      label: "Differs",
      text: `${here} here; “${rival.literal}” (${scopeOf(rival)}) in ${rival.outlet}`,
    });
  }
  return out.slice(0, 2);
}

function scopeOf(detail: Detail): string {
  return detail.about ?? "no company named in the sentence";
}

function newStatements(before: Story, { account }: Reading): Line[] {
  const fresh = account.statements.filter(
    (one) => matters(one, before) && !before.statements.some((two) => sameClaim(one, two)),
  );
  const ranked = [...fresh].sort((a, b) => weightOf(b, before) - weightOf(a, before));
  const picked = uniqueBy(ranked, (one) => `${foldText(one.speaker)} ${one.stance}`).slice(
    0,
    MOST_STATEMENTS,
  );
  return picked.map((one) => ({ label: `${one.speaker} ${verbOf(one)}`, text: one.text }));
}

const VERB: Readonly<Record<Stance, string>> = {
  confirms: "says",
  denies: "denies",
  limits: "limits it",
  claims: "claims",
  "no-comment": "does not comment",
};

function verbOf(one: Statement): string {
  return one.stance === "confirms" && one.speaker.includes(" and ") ? "say" : VERB[one.stance];
}

/** A new stance of somebody weighs most, then denials; headlines are not quoted as statements. */
function weightOf(one: Statement, before: Story): number {
  const newStance = !before.statements.some(
    (two) => two.speaker === one.speaker && two.stance === one.stance,
  );
  const own = before.carriers.some((carrier) => carrier.name === one.speaker && carrier.role === "victim");
  const defends = one.stance === "denies" || one.stance === "limits";
  return (newStance ? 2 : 0) + (own ? 2 : 0) + (defends ? 1.5 : 0) - (one.stance === "no-comment" ? 1 : 0);
}

/** Headlines, and the scoop that the story rests on already, are not news. */
function matters(one: Statement, before: Story): boolean {
  const told = isNewsroom(one.speaker) && before.origins.some((name) => bare(name) === bare(one.speaker));
  return one.paragraph > 0 && one.text.length <= 400 && !told;
}

/** Whether somebody says again what the story has; that one report lets them confirm it and another claim it makes no news. */
function sameClaim(one: Statement, two: Statement): boolean {
  if (foldText(one.text) === foldText(two.text)) return true;
  const terms = (text: string): [string, number][] => termsOf(text).map((term) => [term, 1]);
  return foldText(one.speaker) === foldText(two.speaker) && sideOf(one.stance) === sideOf(two.stance)
    ? cosine(terms(one.text), terms(two.text), NO_WEIGHTS) >= SAME_CLAIM
    : false;
}

function sideOf(stance: Stance): Stance {
  return stance === "claims" ? "confirms" : stance;
}

function newHistory(before: Story, { account, findings }: Reading): Line[] {
  const fresh = account.history.filter(
    (row) =>
      !before.history.some(
        (known) => known.when === row.when && known.entities.some((id) => row.entities.includes(id)),
      ),
  );
  if (fresh.length === 0) return [];
  const owners = findings.carriers.filter((one) => fresh.every((row) => row.entities.includes(one.id)));
  const whose = owners[0] === undefined ? "the timeline" : `${owners[0].name}’s timeline`;
  const rows = fresh.length === 1 ? "1 row" : `${fresh.length} rows`;
  return [
    { label: "History", text: `${rows} added to ${whose}: ${fresh.map((row) => row.when).join(", ")}` },
  ];
}

/** Words of a victim that the story has and this article leaves out. */
function missingStatements(before: Story, { account }: Reading): string[] {
  const victims = before.carriers.filter((one) => one.role === "victim").map((one) => one.name);
  return victims
    .filter((name) => before.statements.some((one) => one.speaker === name))
    .filter((name) => !account.statements.some((one) => one.speaker === name))
    .map((name) => `${name}’s statement`);
}

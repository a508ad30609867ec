import type { Article, Findings, Statement } from "../domain.ts";
import { ownsUp } from "../text/owns-up.ts";
import { findVoices, type Voice } from "./find-voices.ts";
import { indexSpeakers } from "./index-speakers.ts";
import { isNewsroom } from "./newsrooms.ts";
import { isOffice } from "./speaker-kind.ts";
import { featuresOf, type Setting, weighOrigin } from "./weigh-origin.ts";

const MOST_ORIGINS = 5;
/** A voice this likely is an origin. Recall and precision over seven labelled sets, each left out of the fit: 0.10 gives 0.86 and 0.48, 0.14 gives 0.85 and 0.54, 0.16 gives 0.84 and 0.58, 0.20 gives 0.81 and 0.63. */
const LEAST_LIKELY = 0.14;

/** A voice with how likely the report rests on it, between 0 and 1. */
export interface Likely {
  readonly voice: Voice;
  readonly likely: number;
}

/** On whom the report rests, the likeliest first: newsrooms it retells, those who assert its facts, papers it quotes; the outlet where nobody else is likely. */
export function traceOrigins(
  article: Article,
  findings: Findings,
  statements: readonly Statement[],
): string[] {
  const index = indexSpeakers(article, findings);
  const voices = findVoices(article, findings, statements, index);
  const text = [article.title, ...article.paragraphs].join("\n");
  const setting = { article, findings, index, voices, text };
  const weighed = voices.map((voice) => ({ voice, likely: weighOrigin(featuresOf(voice, setting)) }));
  return pickOrigins(weighed, setting).map((one) => one.name);
}

/** The origins among weighed voices; where a newsroom's scoop is retold, whoever only answers it is none. */
export function pickOrigins(weighed: readonly Likely[], setting: Setting): Voice[] {
  const ranked = [...weighed].sort((a, b) => b.likely - a.likely);
  const printed = ranked.filter(({ voice }) => voice.evidence.printed !== undefined);
  const scoops = ranked.filter(({ voice }) => isScoop(voice));
  const likely = ranked.filter(
    (one) =>
      one.likely >= LEAST_LIKELY &&
      !isMerelyNamed(one.voice, setting) &&
      !isSilentParty(one.voice, setting) &&
      (scoops.length === 0 || scoops.includes(one) || bringsOwn(one.voice, setting)),
  );
  const found = [...new Set([...printed, ...likely])];
  return (found.length > 0 ? found : ranked)
    .slice(0, found.length > 0 ? MOST_ORIGINS : 1)
    .map(({ voice }) => voice);
}

/** A newsroom whose report is retold, and not one that merely got an answer ("told Reuters") or an interview. */
function isScoop({ name, evidence }: Voice): boolean {
  const told = (["retold", "cited", "work"] as const).some((what) => evidence[what] !== undefined);
  return (told || (evidence.found !== undefined && evidence.asked === undefined)) && isNewsroom(name);
}

/** Whether a voice adds facts of its own to a scoop: the company that owns up, a newsroom or research that is told of. */
function bringsOwn({ name, said, evidence }: Voice, { findings, index }: Setting): boolean {
  if (name === index.main) return said.some((one) => one.stance === "confirms" && ownsUp(one.text));
  if (findings.carriers.some((one) => one.name === name && one.role !== "source")) return false;
  if (isOffice(name)) return false;
  return said.length === 0 && ((evidence.work ?? 0) > 0 || evidence.found !== undefined);
}

/** A victim or a group that says nothing where others speak: the report is about it and rests on them. */
function isSilentParty({ name, said, evidence }: Voice, { findings, voices }: Setting): boolean {
  const victim = findings.carriers.some((one) => one.name === name && one.role === "victim");
  const actor = findings.actors.some((one) => one.name === name);
  if (!(victim || actor) || said.length > 0 || evidence.work !== undefined) return false;
  if (actor && evidence.boasted !== undefined) return false;
  return voices.some((one) => one.said.length > 0 || one.evidence.work !== undefined);
}

/** A name that stands in the text and neither says nor does anything: places and products ("SIM", "Seoul") are such. */
function isMerelyNamed({ name, said, evidence }: Voice, { findings }: Setting): boolean {
  if (said.length > 0 || isOffice(name) || isNewsroom(name)) return false;
  if ([...findings.carriers, ...findings.actors].some((one) => one.name === name)) return false;
  return Object.keys(evidence).every((kind) => kind === "named" || kind === "titled");
}

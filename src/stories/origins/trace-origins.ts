import type { Article, Findings } from "../../domain.ts";
import type { Heard } from "../hearing/heard.ts";
import { indexSpeakers } from "../names/index-speakers.ts";
import { isNewsroom } from "../names/newsrooms.ts";
import { isOffice } from "../names/speaker-kind.ts";
import { ruledStance } from "../statements/stance-rules.ts";
import { LEAST_LIKELY_ORIGIN, LEAST_LIKELY_OUTLET } from "../thresholds.ts";
import { findVoices, type Voice } from "./find-voices.ts";
import { originTraits } from "./origin-traits.ts";
import { weighOrigin } from "./weigh-origin.ts";

const MOST_ORIGINS = 5;

/** A voice with what speaks for and against it. */
export interface TracedVoice {
  readonly voice: Voice;
  readonly traits: ReadonlyMap<string, number>;
}
/** A voice with how likely the report rests on it, between 0 and 1. */
export interface Likely extends TracedVoice {
  readonly likely: number;
}

/** On whom the report rests, the likeliest first: newsrooms it retells, those who assert its facts, papers it quotes; the outlet where nobody else is likely. */
export function traceOrigins(article: Article, findings: Findings, heard: readonly Heard[]): string[] {
  const weighed = traceVoices(article, findings, heard).map((one) => ({
    ...one,
    likely: weighOrigin(one.traits),
  }));
  return pickOrigins(weighed).map((one) => one.name);
}

/** Everybody on whom the report could rest, ready to be weighed. */
export function traceVoices(article: Article, findings: Findings, heard: readonly Heard[]): TracedVoice[] {
  const index = indexSpeakers(article, findings);
  const voices = findVoices(article, findings, heard, index);
  const traits = originTraits(voices, article, findings, index);
  return voices.map((voice, at) => ({ voice, traits: traits[at] ?? new Map() }));
}

/** The origins among weighed voices: the agency whose text is printed, and whoever is likely enough; where a newsroom's report is retold, that alone; at least the likeliest. */
export function pickOrigins(weighed: readonly Likely[], bar = LEAST_LIKELY_ORIGIN): Voice[] {
  const ranked = [...weighed].sort((a, b) => b.likely - a.likely);
  const printed = ranked.filter(({ voice }) => voice.evidence.printed !== undefined);
  const someSpeaks = weighed.some((one) => speaks(one) || one.voice.evidence.work !== undefined);
  const likely = ranked.filter(
    (one) => one.likely >= bar && !isMerelyNamed(one) && !(someSpeaks && isSilentParty(one)),
  );
  const scoops = likely.filter(({ voice }) => isScoop(voice));
  const others = likely.filter((one) => !one.traits.has("sort outlet") || one.likely >= LEAST_LIKELY_OUTLET);
  const told = others.length > 0 ? others : likely;
  const found = [
    ...new Set([
      ...printed,
      ...told.filter((one) => scoops.length === 0 || scoops.includes(one) || addsOwn(one)),
    ]),
  ];
  return (found.length > 0 ? found.slice(0, MOST_ORIGINS) : ranked.slice(0, 1)).map(({ voice }) => voice);
}

/** A newsroom whose report is retold, and not one that merely got an answer ("told Reuters") or an interview. */
function isScoop({ name, evidence }: Voice): boolean {
  const told = (["retold", "cited", "work"] as const).some((what) => evidence[what] !== undefined);
  return isNewsroom(name) && (told || (evidence.found !== undefined && evidence.asked === undefined));
}

/** Whether a voice adds facts of its own to a scoop: the company that owns up, research that is told of; whoever merely answers does not. */
function addsOwn({ voice: { name, evidence }, traits }: TracedVoice): boolean {
  if (traits.has("main") || traits.has("main sure")) return traits.has("owns up");
  if ([...traits.keys()].some((trait) => /^sort carrier (?!source)/.test(trait)) || isOffice(name))
    return false;
  return traits.has("said 0") && (evidence.work !== undefined || evidence.found !== undefined);
}

function speaks({ voice }: TracedVoice): boolean {
  return voice.heard.some((one) => one.how !== "acts" && one.how !== "silent");
}

/** A victim or a group that says nothing where others speak: the report is about it and rests on them. So is a rival that was asked and said nothing. */
function isSilentParty({ voice, traits }: TracedVoice): boolean {
  const mum = ({ how, passage, kind }: Heard): boolean =>
    how === "silent" || ruledStance(passage, kind) === "no-comment";
  const asked = voice.heard.length > 0 && voice.heard.every(mum);
  if (asked && traits.has("sort carrier mentioned")) return true;
  if (voice.heard.length > 0 || voice.evidence.work !== undefined) return false;
  if (traits.has("sort carrier victim")) return true;
  return (
    voice.evidence.boasted === undefined && [...traits.keys()].some((trait) => trait.startsWith("sort actor"))
  );
}

/** A name that stands in the text and neither says nor does anything: places and products ("SIM", "Seoul") are such. */
function isMerelyNamed({ voice, traits }: TracedVoice): boolean {
  if (voice.heard.length > 0 || !(traits.has("sort name") || traits.has("sort main"))) return false;
  return Object.keys(voice.evidence).every((kind) => kind === "named" || kind === "titled");
}

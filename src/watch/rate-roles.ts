import { ACTOR_ROLES, type ActorRole, CARRIER_ROLES, type CarrierRole } from "../domain.ts";
import { blameTraits } from "./blame/blame-traits.ts";
import { quoteBlame } from "./blame/quote-blame.ts";
import type { Settled } from "./candidates.ts";
import { readActorMention } from "./read-actor-mention.ts";
import { readCarrierMention } from "./read-carrier-mention.ts";
import type { MentionReading, Rated, RoleInput } from "./role-input.ts";
import actorWeights from "./weigh/actor-role-weights.json" with { type: "json" };
import carrierWeights from "./weigh/carrier-role-weights.json" with { type: "json" };
import { roleTraits } from "./weigh/role-traits.ts";
import { sayTrait } from "./weigh/say-trait.ts";
import { type Traits, toWeights, type Weights, weighTraits } from "./weigh/weigh-traits.ts";

const CARRIER_WEIGHTS = toWeights(CARRIER_ROLES, carrierWeights);
const ACTOR_WEIGHTS = toWeights(ACTOR_ROLES, actorWeights);

/** A carrier's role in an article, with the words that decided it. `mentions` are all of one carrier, in order. */
export function rateCarrierRole(mentions: readonly Settled[], input: RoleInput): Rated<CarrierRole> {
  const rated = rate(mentions, (mention) => readCarrierMention(mention, input), {
    traits: carrierTraits(mentions, input),
    weights: CARRIER_WEIGHTS,
  });
  if (rated.role !== "victim" || input.lookingBack === undefined) return rated;
  return { role: "past-victim", why: `the article looks back: “${input.lookingBack}”` };
}

/** An actor's role in an article, with the words that decided it. `mentions` are all of one actor, in order. */
export function rateActorRole(mentions: readonly Settled[], input: RoleInput): Rated<ActorRole> {
  if (input.lookingBack !== undefined)
    return { role: "background", why: `the article looks back: “${input.lookingBack}”` };
  return rate(mentions, (mention) => readActorMention(mention, input), {
    traits: actorTraits(mentions, input),
    weights: ACTOR_WEIGHTS,
    quote: (role) => quoteBlame(mentions[0]?.name.id ?? "", input.blame, role),
  });
}

/** What speaks for a carrier's role; the training script weighs the same. */
export function carrierTraits(mentions: readonly Settled[], input: RoleInput): Traits {
  return roleTraits(mentions, input, (mention) => readCarrierMention(mention, input));
}

/** What speaks for an actor's role; the training script weighs the same. */
export function actorTraits(mentions: readonly Settled[], input: RoleInput): Traits {
  const traits = roleTraits(mentions, input, (mention) => readActorMention(mention, input));
  const id = mentions[0]?.name.id ?? "";
  return new Map([...traits, ...blameTraits(id, input.blame)]);
}

function rate<R extends string>(
  mentions: readonly Settled[],
  read: (mention: Settled) => MentionReading<R>,
  {
    traits,
    weights,
    quote,
  }: {
    readonly traits: Traits;
    readonly weights: Weights<R>;
    /** A sentence that speaks for the role, where one does. */
    readonly quote?: (role: R) => string | undefined;
  },
): Rated<R> {
  const { label, share, because } = weighTraits(traits, weights);
  const readings = mentions.map(read).filter((one) => one.role === label);
  const grammar = readings.find((one) => one.firm) ?? readings[0];
  const told = because.flatMap((trait) => sayTrait(trait) ?? []);
  const first = [grammar?.why, quote?.(label)].filter((one) => one !== undefined);
  const why = [...new Set([...first, ...told])].slice(0, MOST_REASONS);
  return { role: label, why: `${why.join(" · ")} (${share.toFixed(2)})` };
}

const MOST_REASONS = 4;

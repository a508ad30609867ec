import type { Judgement } from "../pipeline/judge-article.ts";

/** The JSON line of replay for one article, and the core of explain --json: a contract, extend it only. */
export interface TraceLine {
  readonly id: string;
  readonly url: string;
  readonly decision: string;
  readonly reason: string;
  readonly story: string | null;
  readonly event: string;
  readonly severity: string;
  readonly actors: readonly TraceName[];
  readonly carriers: readonly TraceName[];
  readonly origins: readonly string[];
  readonly statements: readonly {
    readonly speaker: string;
    readonly stance: string;
    readonly text: string;
  }[];
  readonly summary: readonly string[];
  readonly messages: readonly { readonly channel: string; readonly kind: string; readonly text: string }[];
}

interface TraceName {
  readonly id: string;
  readonly name: string;
  readonly matched: readonly string[];
  readonly role: string;
}

/** Turns a judgement into the line that is printed for it; id is the one that the input gave. */
export function traceLine(id: string, judgement: Judgement): TraceLine {
  const { read, decision, rating, story } = judgement;
  const name = ({ id, name, matched, role }: TraceName): TraceName => ({ id, name, matched, role });
  return {
    id,
    url: read.article.url,
    decision: decision.kind,
    reason: decision.reason,
    story: story?.id ?? null,
    event: read.findings.event.type,
    severity: rating.severity,
    actors: read.findings.actors.map(name),
    carriers: read.findings.carriers.map(name),
    origins: read.account.origins,
    statements: [
      ...read.account.statements.map(({ speaker, stance, text }) => ({ speaker, stance, text })),
      ...(read.account.hints ?? []).map(({ speaker, stance, text }) => ({
        speaker,
        stance,
        text,
        hint: true as const,
      })),
    ],
    summary: judgement.summary.map((quote) => quote.text),
    messages: judgement.deliveries
      .filter((delivery) => delivery.op === "post")
      .map(({ channel, message }) => ({ channel, kind: message.kind, text: message.text })),
  };
}

/** The whole trace for explain --json: the line of replay and how each part of it came about. */
export function traceDetails(id: string, judgement: Judgement): TraceLine & Record<string, unknown> {
  const { read, assignment, rating, routes } = judgement;
  const { article, findings, account } = read;
  return {
    ...traceLine(id, judgement),
    title: article.title,
    paragraphs: article.paragraphs,
    textFrom: article.textFrom,
    textNote: article.textNote ?? null,
    mentions: [...findings.actors, ...findings.carriers].flatMap((entity) =>
      entity.mentions.map((mention) => ({ ...mention, role: entity.role, why: entity.why })),
    ),
    dropped: findings.dropped,
    furniture: findings.furniture,
    ties: findings.ties.map((tie) => ({ ...tie, hedge: tie.hedge ?? null })),
    eventWhy: findings.event.why,
    rule: rating.rule,
    routes: routes.map(({ channel, deliver }) => ({ channel, deliver })),
    assignment,
    figures: account.figures,
    history: account.history,
  };
}

import type { Story } from "../domain.ts";

/** What the archive says of one actor and one carrier in one story. */
export interface Bond {
  readonly actor: string;
  readonly carrier: string;
  readonly carrierName: string;
  readonly actorName: string;
  readonly story: Story;
  readonly at: number;
  readonly outlet: string;
  readonly articleId: string;
  readonly paragraph: number;
  readonly url: string;
  readonly hedge: string | undefined;
  readonly sentence: string;
  /** On whom the sentence itself rests; undefined where it is the outlet's own voice. */
  readonly claimedBy: string | undefined;
}

/** The ties of stories that name both, newest first, one for each outlet and pair; nothing is tied that no sentence ties. */
export function findBonds(
  stories: readonly Story[],
  wanted: { readonly actor?: string; readonly carrier?: string },
): Bond[] {
  const bonds = new Map<string, Bond>();
  for (const story of stories) {
    for (const tie of story.ties) {
      if (wanted.actor !== undefined && tie.actor !== wanted.actor) continue;
      if (wanted.carrier !== undefined && tie.carrier !== wanted.carrier) continue;
      const article = story.articles.find(({ id }) => id === tie.articleId);
      const carrier = story.carriers.find(({ id }) => id === tie.carrier);
      const actor = story.actors.find(({ id }) => id === tie.actor);
      if (article === undefined || carrier === undefined || actor === undefined) continue;
      const key = `${tie.actor} ${tie.carrier} ${story.id} ${article.id}`;
      // The unhedged sentence of an article outweighs its hedged one: that is what the article asserts.
      const known = bonds.get(key);
      if (known !== undefined && (known.hedge === undefined || tie.hedge !== undefined)) continue;
      bonds.set(key, {
        actor: tie.actor,
        carrier: tie.carrier,
        carrierName: carrier.name,
        actorName: actor.name,
        story,
        at: article.publishedAt,
        outlet: tie.outlet,
        articleId: tie.articleId,
        paragraph: tie.paragraph,
        url: article.url,
        hedge: tie.hedge,
        sentence: tie.sentence,
        claimedBy: claimant(tie.sentence, story),
      });
    }
  }
  return [...bonds.values()].sort((a, b) => b.at - a.at);
}

function claimant(sentence: string, story: Story): string | undefined {
  const speakers = [...story.origins, ...story.statements.map(({ speaker }) => speaker)];
  return speakers.find((speaker) => sentence.includes(speaker));
}

/** "named outright by Wire Ledger in its own voice" or "“reportedly”, Signal Post, citing The Wall Street Journal". */
export function sayBond(bond: Bond): string {
  const hedge = bond.hedge === undefined ? "" : `“${bond.hedge}”, `;
  const by =
    bond.claimedBy === undefined ? "the outlet's own voice, unattributed" : `citing ${bond.claimedBy}`;
  return `${hedge}${bond.outlet} (${by})`;
}

/** Below this share of common letter pairs two names look alike to nobody (chosen on typing slips of the verbs and of forty actor names). */
const MIN_LIKENESS = 0.35;

/** Letters and digits of a name, accents and case aside: "Ghost Emperor", "ghost-emperor" and "GhostEmperor" give the same. */
export function foldName(name: string): string {
  const folded = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^\p{L}\p{N}$]/gu, "");
  return folded;
}

/** The names most like a word by common letter pairs, best first; those that resemble it not at all are left out. */
export function nearestNames(word: string, names: readonly string[], limit: number): string[] {
  const wanted = pairsOf(foldName(word));
  const scored: { name: string; score: number }[] = [];
  for (const name of names) {
    const score = likeness(wanted, pairsOf(foldName(name)));
    if (score >= MIN_LIKENESS) scored.push({ name, score });
  }
  scored.sort((a, b) => b.score - a.score || a.name.length - b.name.length);
  return scored.slice(0, limit).map(({ name }) => name);
}

/** Letter pairs with the ends marked, so that a shared first letter counts. */
function pairsOf(folded: string): readonly string[] {
  const marked = `^${folded.slice(0, 60)}$`;
  const pairs: string[] = [];
  for (let i = 0; i + 1 < marked.length; i += 1) pairs.push(marked.slice(i, i + 2));
  return pairs;
}

function likeness(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let common = 0;
  for (const pair of a) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    common += 1;
    left.splice(at, 1);
  }
  return (2 * common) / (a.length + b.length);
}

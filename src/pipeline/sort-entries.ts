import type { Entry } from "../domain.ts";
import { ownAddress } from "../intake/identify-entries.ts";
import type { Seen, SeenEntry } from "../store/seen.ts";
import { takeTurns } from "./take-turns.ts";

/** The entries of one document by what we know of them. */
export interface SortedEntries {
  /** Never dealt with, in order of publication. */
  readonly fresh: readonly Entry[];
  /** Dealt with, and changed in title or summary since, beside what they said before. */
  readonly edited: readonly { readonly entry: Entry; readonly before: string }[];
  /** Dealt with so long ago, or under another address, that they are to be marked again. */
  readonly renew: readonly Entry[];
}

/** An entry that is still shown is marked again after this time, long before its mark would expire. */
const RENEW_MS = 30 * 86_400_000;
const KEPT_SUMMARY = 1_000;
/** Keys looked up before other feeds have their turn. */
const PIECE = 500;

/** Sorts entries into fresh, edited and known: by our id, by an address that another feed brought, by a guid whose entry moved. */
export async function sortEntries(
  entries: readonly Entry[],
  seen: Seen,
  now: number,
): Promise<SortedEntries> {
  const guids = guidKeys(entries);
  const addresses = entries.map(addressKey);
  const byId = await lookUp(
    entries.map((entry) => entry.id),
    seen,
  );
  const byGuid = await lookUp(guids, seen);
  const byAddress = await lookUp(addresses, seen);
  const fresh: Entry[] = [];
  const edited: { entry: Entry; before: string }[] = [];
  const renew: Entry[] = [];
  entries.forEach((entry, index) => {
    const known = byId[index];
    if (known) {
      if (known.digest !== digestOf(entry)) edited.push({ entry, before: known.digest });
      else if (now - known.at > RENEW_MS) renew.push(entry);
    } else if (hasTitleOf(byAddress[index], entry) || hasTitleOf(byGuid[index], entry)) renew.push(entry);
    else fresh.push(entry);
  });
  return { fresh: inOrder(fresh), edited, renew };
}

/** All keys under which an entry is remembered once it is dealt with; told says that a message came of it. */
export function seenKeys(
  entry: Entry,
  told: boolean,
): readonly { readonly id: string; readonly digest: string }[] {
  const digest = digestOf(entry);
  const address = told ? addressKey(entry) : undefined;
  const keys = [
    entry.id,
    ...(entry.guid === undefined ? [] : [guidKey(entry)]),
    ...(address === undefined ? [] : [address]),
  ];
  return keys.map((id) => ({ id, digest }));
}

/** What we keep of an entry's words: the title on the first line. */
export function digestOf(entry: Entry): string {
  return `${entry.title}\n${entry.summary.slice(0, KEPT_SUMMARY)}`;
}

function guidKey(entry: Entry): string {
  return `guid ${entry.feedId} ${entry.guid ?? ""}`;
}

function addressKey(entry: Entry): string | undefined {
  const address = ownAddress(entry);
  return address === undefined ? undefined : `url ${address}`;
}

/** Guids of this document that name one entry each; a guid that several share names none. */
function guidKeys(entries: readonly Entry[]): (string | undefined)[] {
  const counts = new Map<string, number>();
  for (const { guid } of entries) if (guid !== undefined) counts.set(guid, (counts.get(guid) ?? 0) + 1);
  return entries.map((entry) =>
    entry.guid !== undefined && counts.get(entry.guid) === 1 ? guidKey(entry) : undefined,
  );
}

async function lookUp(keys: readonly (string | undefined)[], seen: Seen): Promise<(SeenEntry | undefined)[]> {
  const found = new Map<string, SeenEntry | undefined>();
  await takeTurns(
    keys.filter((key) => key !== undefined),
    PIECE,
    async (piece) => {
      const answers = await seen.get(piece);
      piece.forEach((key, index) => {
        found.set(key, answers[index]);
      });
    },
  );
  return keys.map((key) => (key === undefined ? undefined : found.get(key)));
}

/** An address that another feed brought may be a section's, and some feeds give all entries one guid: the title must agree too. */
function hasTitleOf(known: SeenEntry | undefined, entry: Entry): boolean {
  return known !== undefined && known.digest.split("\n")[0] === entry.title;
}

/** Oldest first, so that the first report opens the story; without dates the document's last stands first. */
function inOrder(entries: readonly Entry[]): Entry[] {
  const dated = entries.every((entry) => entry.publishedAt !== undefined);
  const reversed = [...entries].reverse();
  return dated ? reversed.sort((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0)) : reversed;
}

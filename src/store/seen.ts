import type { DatabaseSync } from "node:sqlite";
import type { Keyv } from "keyv";
import { openKeyv } from "./keyv-sqlite.ts";

/** What we keep of an entry that we have dealt with: a digest of its title and summary, to notice edits, and when. */
export interface SeenEntry {
  readonly digest: string;
  readonly at: number;
}

/** The memory of entries dealt with. Rejects, never answers "new", when the store is dead. */
export interface Seen {
  readonly get: (entryIds: readonly string[]) => Promise<(SeenEntry | undefined)[]>;
  readonly mark: (entries: readonly { readonly id: string; readonly digest: string }[]) => Promise<void>;
}

/** Longer than any feed keeps an entry that it does not show; entries still shown are marked again. */
export const KEEP_SEEN_DAYS = 180;
const KEEP_SEEN_MS = KEEP_SEEN_DAYS * 86_400_000;

/** Opens the seen entries, a Keyv namespace of the one database. */
export function openSeen(db: DatabaseSync, now: () => number): Seen {
  const keyv: Keyv<SeenEntry> = openKeyv<SeenEntry>(db, "seen", now);
  return {
    get: async (entryIds) => (entryIds.length === 0 ? [] : await keyv.getMany([...entryIds])),
    mark: async (entries) => {
      if (entries.length === 0) return;
      const at = now();
      await keyv.setMany(
        entries.map(({ id, digest }) => ({ key: id, value: { digest, at }, ttl: KEEP_SEEN_MS })),
      );
    },
  };
}

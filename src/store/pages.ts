import type { Keyv } from "keyv";
import type { PageCache, ReadPage } from "../domain-intake.ts";
import { openKeyv } from "./keyv-sqlite.ts";
import type { Store } from "./open-store.ts";

/** Long enough for two feeds of an outlet and a second try, short enough that a corrected page is read again. */
const KEEP_PAGES_MS = 24 * 3_600_000;

/** Opens the cache of article pages that were read, a Keyv namespace of the one database. */
export function openPages(db: Store, now: () => number): PageCache {
  const keyv: Keyv<ReadPage> = openKeyv<ReadPage>(db, "page", now);
  return {
    get: async (url) => await keyv.get(url),
    set: async (url, page) => {
      await keyv.set(url, page, KEEP_PAGES_MS);
    },
  };
}

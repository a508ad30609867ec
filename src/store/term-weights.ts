import type { TermWeights } from "../text/similarity.ts";
import type { Store } from "./open-store.ts";

interface Learned {
  documents: number;
  readonly frequency: Map<string, number>;
}

/** What was read from the table once, kept up with every count; one for each open database. */
const LEARNED = new WeakMap<Store, Learned>();

/** In how many archived articles each term stands; read from the table once, then kept in memory. */
export function termWeights(db: Store): TermWeights {
  const learned = learn(db);
  return {
    get documents() {
      return learned.documents;
    },
    frequency: (term) => learned.frequency.get(term) ?? 0,
  };
}

/** Counts one article's terms, inside the caller's transaction; call it once for each article. */
export function countTerms(db: Store, terms: readonly string[]): void {
  const learned = learn(db);
  const add = db.prepare(
    "INSERT INTO term (term, documents) VALUES (?, 1) ON CONFLICT (term) DO UPDATE SET documents = documents + 1",
  );
  for (const term of new Set(terms)) {
    add.run(term);
    learned.frequency.set(term, (learned.frequency.get(term) ?? 0) + 1);
  }
  db.prepare(
    "INSERT INTO counter (name, value) VALUES ('term-documents', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1",
  ).run();
  learned.documents += 1;
}

function learn(db: Store): Learned {
  const known = LEARNED.get(db);
  if (known !== undefined) return known;
  const rows = db.prepare("SELECT term, documents FROM term").all();
  const row = db.prepare("SELECT value FROM counter WHERE name = 'term-documents'").get();
  const learned = {
    documents: Number(row?.value ?? 0),
    frequency: new Map(rows.map((one) => [String(one.term), Number(one.documents)])),
  };
  LEARNED.set(db, learned);
  return learned;
}

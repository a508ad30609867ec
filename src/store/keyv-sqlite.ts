import type { DatabaseSync, StatementSync } from "node:sqlite";
import { Hookified } from "hookified";
import {
  Keyv,
  type KeyvStorageAdapter,
  type KeyvStorageCapability,
  type KeyvStorageEntry,
  type KeyvStorageGetResult,
  keyvStorageCapability,
} from "keyv";

interface Row {
  readonly v: string;
  readonly e: number | null;
}

const UPSERT =
  "INSERT INTO kv (k, v, e) VALUES (?, ?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v, e = excluded.e";

/**
 * Keyv's storage on our own SQLite handle, so that claims share a transaction with the rest.
 * Expired keys count as absent. One adapter object for each Keyv, because Keyv writes the namespace into it.
 */
export class KeyvSqlite extends Hookified implements KeyvStorageAdapter {
  namespace: string | undefined;
  readonly #db: DatabaseSync;
  readonly #now: () => number;
  readonly #select: StatementSync;
  readonly #upsert: StatementSync;
  readonly #insertIfAbsent: StatementSync;
  readonly #remove: StatementSync;
  readonly #removeRange: StatementSync;
  readonly #removeExpired: StatementSync;

  constructor(db: DatabaseSync, now: () => number) {
    super();
    this.#db = db;
    this.#now = now;
    this.#select = db.prepare("SELECT v, e FROM kv WHERE k = ?");
    this.#upsert = db.prepare(UPSERT);
    this.#insertIfAbsent = db.prepare(`${UPSERT} WHERE kv.e IS NOT NULL AND kv.e <= ?`);
    this.#remove = db.prepare("DELETE FROM kv WHERE k = ?");
    this.#removeRange = db.prepare("DELETE FROM kv WHERE k >= ? AND k < ?");
    this.#removeExpired = db.prepare("DELETE FROM kv WHERE e <= ?");
  }

  get capabilities(): KeyvStorageCapability {
    return keyvStorageCapability(this);
  }

  async get<T>(key: string): Promise<KeyvStorageGetResult<T>> {
    return this.#live(key);
  }

  async getMany<T>(keys: string[]): Promise<Array<KeyvStorageGetResult<T | undefined>>> {
    return keys.map((key) => this.#live(key));
  }

  async has(key: string): Promise<boolean> {
    return this.#live(key) !== undefined;
  }

  async hasMany(keys: string[]): Promise<boolean[]> {
    return keys.map((key) => this.#live(key) !== undefined);
  }

  async set(key: string, value: unknown, expires?: number): Promise<boolean> {
    this.#upsert.run(this.#full(key), value as string, expires ?? null);
    return true;
  }

  async setMany<T>(entries: KeyvStorageEntry<T>[]): Promise<boolean[]> {
    this.#db.exec("SAVEPOINT keyv_set_many");
    try {
      for (const entry of entries) {
        this.#upsert.run(this.#full(entry.key), entry.value as string, entry.expires ?? null);
      }
    } catch (error) {
      this.#db.exec("ROLLBACK TO keyv_set_many");
      throw error;
    } finally {
      this.#db.exec("RELEASE keyv_set_many");
    }
    return entries.map(() => true);
  }

  async delete(key: string): Promise<boolean> {
    return Number(this.#remove.run(this.#full(key)).changes) > 0;
  }

  async deleteMany(keys: string[]): Promise<boolean[]> {
    return keys.map((key) => Number(this.#remove.run(this.#full(key)).changes) > 0);
  }

  async clear(): Promise<void> {
    const prefix = this.#full("");
    this.#removeRange.run(prefix, prefix === "" ? "\u{10FFFF}" : `${prefix.slice(0, -1)};`);
  }

  /** Sets the key unless it is there and alive; one atomic statement, true for the first claimant only. */
  add(key: string, value: unknown, expires?: number): boolean {
    const stored = JSON.stringify({ value, expires });
    return (
      Number(this.#insertIfAbsent.run(this.#full(key), stored, expires ?? null, this.#now()).changes) === 1
    );
  }

  /** Deletes what has expired; gives how many. */
  sweep(): number {
    return Number(this.#removeExpired.run(this.#now()).changes);
  }

  #full(key: string): string {
    return this.namespace ? `${this.namespace}:${key}` : key;
  }

  #live(key: string): string | undefined {
    const row = this.#select.get(this.#full(key)) as Row | undefined;
    return row && (row.e === null || row.e > this.#now()) ? row.v : undefined;
  }
}

/**
 * A Keyv in its own namespace. No error listener on purpose: with one, Keyv answers "absent" from a dead
 * backend and everything would be alerted again; without one the call rejects and the poll fails closed.
 */
export function openKeyv<T>(db: DatabaseSync, namespace: string, now: () => number): Keyv<T> {
  return new Keyv<T>({ store: new KeyvSqlite(db, now), namespace });
}

/** Forward-only steps of the schema; the position in the list is the version. Never edit a step that has shipped. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE kv (k TEXT PRIMARY KEY, v TEXT NOT NULL, e INTEGER) WITHOUT ROWID;
  CREATE INDEX kv_expiry ON kv (e) WHERE e IS NOT NULL;

  CREATE TABLE article (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    outlet TEXT NOT NULL,
    feed_id TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    story_id TEXT,
    decision TEXT NOT NULL,
    reason TEXT NOT NULL,
    doc TEXT NOT NULL
  );
  CREATE INDEX article_url ON article (url);
  CREATE INDEX article_time ON article (published_at);
  CREATE INDEX article_story ON article (story_id);

  CREATE TABLE article_entity (
    kind TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (kind, entity_id, published_at, article_id)
  ) WITHOUT ROWID;
  CREATE INDEX article_entity_article ON article_entity (article_id);

  CREATE TABLE story (
    id TEXT PRIMARY KEY,
    opened_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    event TEXT NOT NULL,
    severity TEXT NOT NULL,
    alerted INTEGER NOT NULL,
    merged_into TEXT,
    doc TEXT NOT NULL
  );
  CREATE INDEX story_updated ON story (updated_at);

  CREATE TABLE story_entity (
    kind TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    story_id TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (kind, entity_id, updated_at, story_id)
  ) WITHOUT ROWID;
  CREATE INDEX story_entity_story ON story_entity (story_id);

  CREATE VIRTUAL TABLE article_text USING fts5 (title, summary, body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2 tokenchars '-_&'");
  CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  `,
  `
  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    op TEXT NOT NULL,
    parent_key TEXT,
    story_id TEXT,
    message TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending',
    tries INTEGER NOT NULL DEFAULT 0,
    first_try_at INTEGER,
    last_try_at INTEGER,
    ref TEXT,
    reason TEXT
  ) STRICT;
  CREATE INDEX outbox_open ON outbox (due_at) WHERE state IN ('pending', 'sending', 'unknown');
  CREATE INDEX outbox_open_story ON outbox (story_id, channel, id) WHERE state IN ('pending', 'sending', 'unknown');
  CREATE INDEX outbox_parent ON outbox (parent_key);
  CREATE INDEX outbox_dead ON outbox (id) WHERE state = 'dead';
  CREATE INDEX outbox_channel ON outbox (channel, id) WHERE state = 'sent';
  `,
  `
  CREATE TABLE feed_state (feed_id TEXT PRIMARY KEY, doc TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE host_pause (host TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
  `,
  `
  CREATE TABLE watch (
    kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, own INTEGER NOT NULL,
    until INTEGER, asked_by TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (kind, id)
  ) WITHOUT ROWID;
  CREATE TABLE mute (
    kind TEXT NOT NULL, target TEXT NOT NULL, name TEXT NOT NULL, until INTEGER NOT NULL,
    asked_by TEXT NOT NULL, at INTEGER NOT NULL, because TEXT, PRIMARY KEY (kind, target)
  ) WITHOUT ROWID;
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, asked_by TEXT NOT NULL, words TEXT NOT NULL, outcome TEXT NOT NULL
  );
  CREATE TABLE feedback (
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, given_by TEXT NOT NULL, story_id TEXT NOT NULL,
    verdict TEXT NOT NULL, rule TEXT NOT NULL, doc TEXT NOT NULL, UNIQUE (story_id, given_by)
  );
  CREATE TABLE acknowledgement (
    story_id TEXT PRIMARY KEY, given_by TEXT NOT NULL, at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE digest_subscription (
    channel TEXT PRIMARY KEY, hour TEXT NOT NULL, asked_by TEXT NOT NULL, at INTEGER NOT NULL, sent_at INTEGER
  ) WITHOUT ROWID;
  CREATE TABLE preference (person TEXT PRIMARY KEY, doc TEXT NOT NULL) WITHOUT ROWID;
  ALTER TABLE article ADD COLUMN event TEXT GENERATED ALWAYS AS (json_extract(doc, '$.findings.event.type')) VIRTUAL;
  CREATE INDEX article_event ON article (event, published_at);
  CREATE INDEX article_outlet ON article (outlet, published_at);
  `,
  `
  CREATE INDEX article_address ON article (substr(id, instr(id, '|') + 1), published_at);
  `,
  `
  CREATE TABLE term (term TEXT PRIMARY KEY, documents INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE digest_item (
    channel TEXT NOT NULL, due_at INTEGER NOT NULL, story_id TEXT NOT NULL, UNIQUE (channel, due_at, story_id)
  );
  CREATE TABLE story_correction (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, article_id TEXT, from_story TEXT NOT NULL, to_story TEXT NOT NULL,
    made_by TEXT NOT NULL, at INTEGER NOT NULL
  );
  `,
  `
  CREATE INDEX story_opened ON story (opened_at, merged_into);
  `,
  `
  CREATE TABLE inbox (
    id INTEGER PRIMARY KEY, entry_id TEXT NOT NULL UNIQUE, feed_id TEXT NOT NULL, at INTEGER NOT NULL, doc TEXT NOT NULL
  );
  CREATE INDEX inbox_feed ON inbox (feed_id, id);
  `,
];

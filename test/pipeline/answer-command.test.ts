import { afterEach, describe, expect, it } from "vitest";
import { listAudit } from "../../src/store/audit.ts";
import { listSubscriptions } from "../../src/store/digest-subscriptions.ts";
import { activeMutes } from "../../src/store/mutes.ts";
import type { Store } from "../../src/store/open-store.ts";
import { loadWatches } from "../../src/store/watches.ts";
import {
  anArticle,
  asker,
  CONFIG,
  fillStore,
  NOW,
  rowsOf,
  SEEDS_ARE_HERE,
  seedArticles,
  textOf,
} from "../support/lookup-archive.ts";

const DAY = 86_400_000;
const stores: Store[] = [];
afterEach(() => {
  for (const db of stores.splice(0)) db.close();
});
function open(...args: Parameters<typeof fillStore>): Store {
  const db = fillStore(...args);
  stores.push(db);
  return db;
}

const HERON = anArticle({
  title: "Intruders copied subscriber records from Telia's billing server",
  paragraphs: [
    "Telia said on Monday that intruders had breached a billing server and copied subscriber records.",
    "Researchers named the intruders Grey Heron, a group that nobody had described before.",
  ],
});
const QUIET = anArticle({
  title: "Ports in the north brace for a storm",
  paragraphs: ["Ships stay in harbour until Thursday."],
});

describe("answerCommand", () => {
  it("answers hostile or unknown words with help and changes nothing", async () => {
    const db = open([HERON]);
    const ask = asker(db);
    for (const words of [
      "A".repeat(10_000),
      "'; DROP TABLE story; --",
      "mute --all 7d",
      "watch add --force Telia",
      "<!channel> hello",
      "explode everything",
      "",
    ]) {
      const answer = await ask(words);
      expect(answer.kind, words.slice(0, 40)).toBe("help");
    }
    for (const words of [
      "actor '; DROP TABLE story;",
      "search '; DROP TABLE story; \" OR 1",
      "search NEAR( * AND",
    ])
      expect((await ask(words)).title).toBeTruthy();
    expect(loadWatches(db, NOW)).toEqual([]);
    expect(activeMutes(db, NOW)).toEqual([]);
    expect(listAudit(db, 10)).toEqual([]);
    expect((await ask("story S-0001")).ok).toBe(true);
  });

  it("names the three nearest for an unknown name and offers the archive", async () => {
    const answer = await asker(open([]))("actor Slat Typhon");
    expect(answer.ok).toBe(false);
    expect(answer.bottomLine).toMatch(/Salt Typhoon/);
    expect(answer.buttons.map(({ ask }) => ask)).toContain("actor Salt Typhoon");
    expect(answer.buttons.at(-1)?.ask).toBe("search Slat Typhon");
  });

  it("tells a carrier from those whose names begin alike, with buttons", async () => {
    const answer = await asker(open([]))("carrier T-Mobile");
    expect(answer.title).toBe("T-Mobile US");
    expect(rowsOf(answer, "Which").join()).toMatch(/T-Mobile Polska/);
    expect(answer.buttons.map(({ ask }) => ask)).toContain("carrier t-mobile-pl");
  });

  it("pages through a search newest first and asks the next page in words", async () => {
    const articles = Array.from({ length: 23 }, (_, index) =>
      anArticle({
        title: `Lamp report number ${index}`,
        publishedAt: Date.UTC(2024, 9, 1) + index * DAY,
        paragraphs: [`The lanternfish was counted again, ${index} times.`],
      }),
    );
    const ask = asker(open(articles));
    const first = await ask("search lanternfish");
    expect(first.bottomLine).toBe("Articles 1–10, there are more.");
    expect(first.sections[0]?.rows[0]?.text).toMatch(/number 22/);
    const older = first.buttons.find(({ label }) => label === "Older")?.ask ?? "";
    const second = await ask(older);
    const third = await ask(second.buttons.find(({ label }) => label === "Older")?.ask ?? "");
    expect(third.bottomLine).toBe("Articles 21–23.");
    const seen = [first, second, third].flatMap(
      ({ sections }) => sections[0]?.rows.map(({ text }) => text) ?? [],
    );
    expect(new Set(seen).size).toBe(23);
    expect((await ask("search lanternfish until:2024-10-02")).bottomLine).toBe("Articles 1–2.");
  });

  it("searches by carrier, source, type and time", async () => {
    const ask = asker(open([HERON, QUIET]));
    expect((await ask("search carrier:telia")).sections[0]?.rows[0]?.text).toMatch(/Telia's billing/);
    expect((await ask("search storm carrier:telia")).bottomLine).toBe("No article has it.");
    expect((await ask('search source:"wire ledger" since:2024-11')).bottomLine).toBe("Articles 1–2.");
    expect((await ask("search source:nobody")).bottomLine).toBe("No article has it.");
    expect((await ask("search type:outage")).bottomLine).toBe("No article has it.");
  });

  it("finds a story by its id in any spelling and by an article's link with other tracking", async () => {
    const db = open([{ ...HERON, url: `${HERON.url}?utm_source=rss` }]);
    const ask = asker(db);
    expect((await ask("story s-1")).title).toMatch(/^S-0001/);
    expect((await ask(`story <${HERON.url}?utm_medium=feed|link>`)).title).toMatch(/^S-0001/);
    expect((await ask("story S-0099")).ok).toBe(false);
  });

  it("explains why an article alerted and why another did not", async () => {
    const ask = asker(open([HERON, QUIET]));
    expect((await ask("why S-1")).bottomLine).toMatch(/^alert: new-story/);
    expect((await ask(`why ${QUIET.url}`)).bottomLine).toMatch(/^skip: no-watched-name/);
    expect((await ask("why https://nowhere.example/x")).buttons[0]?.ask).toBe(
      "test https://nowhere.example/x",
    );
  });

  it("watches a name that no catalogue knows and tells what the archive would have alerted", async () => {
    const config = { ...CONFIG, watch: { actors: [], carriers: [], aliases: [] } };
    const db = open([HERON, QUIET], config);
    const ask = asker(db, { config });
    const unknown = await ask("watch add Grey Heron");
    expect(unknown.ok).toBe(false);
    expect(loadWatches(db, NOW)).toEqual([]);
    const added = await ask(unknown.buttons[0]?.ask ?? "");
    expect(added.title).toBe("Watching Grey Heron");
    expect(added.bottomLine).toMatch(/^1 story/);
    expect(rowsOf(added, "Would have alerted").join()).toMatch(/billing server/);
    expect(loadWatches(db, NOW)).toMatchObject([
      { name: "Grey Heron", kind: "actor", own: true, by: "anna" },
    ]);
    expect((await ask("watch list")).sections[0]?.rows[0]?.text).toMatch(/by anna/);
    expect((await ask("actor grey-heron")).title).toBe("Grey Heron");
    expect((await ask("watch remove grey heron")).ok).toBe(true);
    expect(loadWatches(db, NOW)).toEqual([]);
    expect(listAudit(db, 10).map(({ words }) => words)).toContain("watch remove grey heron");
  });

  it("lets others have their turn between the articles that a new watch reads again", async () => {
    const config = { ...CONFIG, watch: { actors: [], carriers: [], aliases: [] } };
    const copies = Array.from({ length: 5 }, (_, n) => ({
      ...HERON,
      id: `copy-${n}`,
      url: `${HERON.url}-${n}`,
    }));
    const ask = asker(open(copies, config), { config });
    let turns = 0;
    let going = true;
    const other = (): void => {
      turns += 1;
      if (going) setImmediate(other);
    };
    setImmediate(other);
    const added = await ask("watch add telia");
    going = false;
    expect(added.bottomLine).toContain("5 articles read again");
    expect(turns).toBeGreaterThanOrEqual(5);
  });

  it("watches a catalogue name until a day and forgets it after", async () => {
    const config = { ...CONFIG, watch: { actors: [], carriers: [], aliases: [] } };
    const db = open([HERON], config);
    const added = await asker(db, { config })("watch add telia until 30d");
    expect(added.bottomLine).toMatch(/^1 story of the archive would have alerted/);
    expect(loadWatches(db, NOW + 29 * DAY)).toHaveLength(1);
    expect(loadWatches(db, NOW + 31 * DAY)).toEqual([]);
  });

  it("says that a name is watched already instead of adding it", async () => {
    const db = open([]);
    expect((await asker(db)("watch add Salt Typhoon")).title).toBe("Salt Typhoon is already watched");
    expect(loadWatches(db, NOW)).toEqual([]);
  });

  it("mutes a name, a story and a source, lists who and why, and unmutes", async () => {
    const db = open([HERON]);
    const ask = asker(db);
    expect((await ask("mute Telia 7d because known since Monday")).ok).toBe(true);
    expect((await ask("mute s-1 2 days")).ok).toBe(true);
    expect((await ask("mute wire ledger 1w")).ok).toBe(true);
    expect(
      activeMutes(db, NOW)
        .map(({ kind, target }) => `${kind} ${target}`)
        .sort(),
    ).toEqual(["entity telia", "source wire-ledger", "story S-0001"]);
    expect(textOf(await ask("mute list"))).toMatch(/Telia.*by anna.*known since Monday/);
    expect(textOf(await ask("carrier telia"))).toMatch(/Muted: until 2024-11-27/);
    for (const words of ["unmute Telia", "unmute S-1", "unmute Wire Ledger"])
      expect((await ask(words)).ok).toBe(true);
    expect(activeMutes(db, NOW)).toEqual([]);
    expect((await ask("mute nobody-at-all 7d")).ok).toBe(false);
  });

  it("lets only the listed people change things and writes down who tried", async () => {
    const db = open([HERON]);
    const ask = asker(db, { asker: { name: "eve", mayWrite: false, channel: "C1" } });
    for (const words of ["watch add new actor Grey Heron", "mute telia 7d", "unmute telia", "digest off"]) {
      const answer = await ask(words);
      expect(answer.title).toBe("Not allowed");
    }
    expect(activeMutes(db, NOW)).toEqual([]);
    expect(listAudit(db, 9)).toHaveLength(4);
    expect(listAudit(db, 9)[0]).toMatchObject({ by: "eve", outcome: expect.stringMatching(/refused/) });
    expect((await ask("mute list")).ok).toBe(true);
    expect((await ask("digest now")).ok).toBe(true);
  });

  it("keeps a channel's daily digest and ends it", async () => {
    const db = open([]);
    const ask = asker(db);
    await ask("digest daily 8:30");
    expect(listSubscriptions(db)).toMatchObject([{ channel: "C1", hour: "08:30", by: "anna" }]);
    await ask("digest off");
    expect(listSubscriptions(db)).toEqual([]);
  });

  it("counts a trend against what is usual", async () => {
    const answer = await asker(open([HERON]))("trend telia 7d");
    expect(answer.bottomLine).toBe("1 story in the last 7 days; usual: 0.0, within what is usual.");
    expect(answer.sections[0]?.chart?.points).toHaveLength(13);
  });

  it("shows feeds and status", async () => {
    const ask = asker(open([HERON]));
    expect(rowsOf(await ask("feeds"), "Well")).toEqual(["Wire Ledger: not polled yet"]);
    expect(textOf(await ask("status"))).toMatch(/1 article, 1 story/);
  });
});

describe.skipIf(!SEEDS_ARE_HERE)(
  "answerCommand after the two seeds (skipped where ../shared is absent)",
  () => {
    const seeded = () => asker(open(seedArticles()));

    it("gives one card for all spellings of Salt Typhoon, saying what was asked for", async () => {
      const ask = seeded();
      const cards = [];
      for (const name of [
        "Salt Typhoon",
        "salt-typhoon",
        "UNC2286",
        "Earth Estries",
        "FamousSparrow",
        "Ghost Emperor",
        "GhostEmperor",
      ]) {
        const card = await ask(`actor ${name}`);
        expect(card.title).toContain("Salt Typhoon");
        cards.push(JSON.stringify({ ...card, title: "" }));
      }
      expect(new Set(cards).size).toBe(1);
      expect((await ask("actor Ghost Emperor")).title).toBe('Salt Typhoon (asked as "Ghost Emperor")');
    });

    it("says who uses each name and that Earth Estries is disputed", async () => {
      const names = rowsOf(await seeded()("actor UNC2286"), "Names").join("\n");
      expect(names).toMatch(
        /Earth Estries: MISP · disputed: MISP keeps it as an actor of its own.* silent · used by Outlet B/,
      );
      expect(names).toMatch(/UNC2286: MISP · used by .*Outlet A/);
    });

    it("ties the actor to T-Mobile with its hedge and its outlet, to the earlier three without", async () => {
      const rows = rowsOf(await seeded()("actor UNC2286"), "Carriers");
      const of = (name: string) => rows.find((row) => row.startsWith(name)) ?? "";
      expect(of("T-Mobile US")).toMatch(
        /rests on The Wall Street Journal.*“reportedly”, Outlet B.*company limits/,
      );
      for (const name of ["AT&T", "Verizon", "Lumen Technologies"])
        expect(of(name)).toMatch(
          /breached before.*“in October”.*Outlet A .*unattributed.*no word from the company/,
        );
      expect(rows).toHaveLength(4);
    });

    it("says what was touched, with the officials naming no actor, and what is missing", async () => {
      const card = await seeded()("actor UNC2286");
      const touched = rowsOf(card, "Touched").join("\n");
      expect(touched).toMatch(/FBI and CISA .*\(names no actor\): .*call records/);
      expect(touched).toMatch(/wiretap systems/);
      expect(rowsOf(card, "Missing").join()).toMatch(/no technical report · no CVE/);
      expect(rowsOf(card, "Stories")).toHaveLength(1);
      expect(rowsOf(card, "Stories")[0]).toMatch(/2 outlets, 1 origin/);
    });

    it("gives the carrier's open story, words, officials that do not name it, and its past", async () => {
      const card = await seeded()("carrier t-mobile");
      expect(card.title).toBe("T-Mobile US");
      expect(rowsOf(card, "Open stories").join()).toMatch(/T-Mobile US limits it/);
      expect(rowsOf(card, "Actors")).toEqual([
        expect.stringMatching(/^Salt Typhoon: suspected.*“reportedly”, Outlet B/),
      ]);
      expect(rowsOf(card, "Its own words").join()).toMatch(/2024-11-18 limits: .*no evidence of impacts/);
      expect(
        rowsOf(card, "Official statements").every((row) => row.includes("does not name T-Mobile US")),
      ).toBe(true);
      const years = rowsOf(card, "Timeline").map((row) => row.slice(0, 4));
      expect(years).toEqual(["2019", "2020", "2020", "2022", "2023", "2024"]);
    });

    it("lets an actor of the past stay in the past", async () => {
      const ask = seeded();
      expect(rowsOf(await ask("timeline lapsus$"), "By date of the event")).toEqual([
        expect.stringMatching(/^2022/),
      ]);
    });

    it("shows no sentence in quotation marks that stands in no article", async () => {
      const ask = seeded();
      const all = seedArticles()
        .flatMap(({ title, paragraphs }) => [title, ...paragraphs])
        .join(" ");
      for (const words of ["actor UNC2286", "carrier t-mobile", "story S-1"]) {
        const quotes = textOf(await ask(words)).matchAll(/“([^“”]{40,})”/g);
        for (const [, said = ""] of quotes) expect(all).toContain(said.replace(/…$/, ""));
      }
    });
  },
);

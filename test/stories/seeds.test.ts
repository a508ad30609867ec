import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/domain.ts";
import { assignStory } from "../../src/stories/grouping/assign-story.ts";
import { findNews } from "../../src/stories/news/find-news.ts";
import { growStory } from "../../src/stories/news/grow-story.ts";
import { article, DAY, HOUR, read, WATCHLIST } from "./read.ts";

const FOLDER = join(import.meta.dirname, "../../../shared/data/seeds");
const PRESENT = existsSync(FOLDER);
const OPTIONS = { group: true, windowMs: 7 * DAY } as const;
const AT = Date.parse("2024-11-18T07:12:00Z");

function seed(file: string, title: string, outlet: string, publishedAt: number): Article {
  const lines = readFileSync(join(FOLDER, file), "utf8").split("\n");
  const paragraphs = lines.map((line) => line.trim()).filter((line) => line !== "");
  return article(title, paragraphs, { outlet, publishedAt });
}

if (!PRESENT) console.warn(`seeds: ${FOLDER} is absent, nothing is checked here`);
describe.runIf(PRESENT)("the two seeds", () => {
  const A = PRESENT
    ? seed("000_84512bb661094673.txt", "T-Mobile among telcos entered by spies", "Outlet A", AT)
    : article("", []);
  const B = PRESENT
    ? seed("003_e0eb1f85268d6051.txt", "T-Mobile targeted by spies", "Outlet B", AT + 8 * HOUR)
    : article("", []);

  function open(one: Article) {
    const reading = read(one);
    return growStory(undefined, "S-0001", reading, assignStory(reading, [], OPTIONS), "urgent");
  }

  it("are one event in either order", () => {
    expect(assignStory(read(B), [open(A)], OPTIONS).storyId).toBe("S-0001");
    expect(assignStory(read(A), [open(B)], OPTIONS).storyId).toBe("S-0001");
  });

  it("rest on one origin", () => {
    const story = growStory(open(A), "S-0001", read(B), assignStory(read(B), [open(A)], OPTIONS), "urgent");
    expect(story.origins).toEqual(["The Wall Street Journal"]);
  });

  it("give T-Mobile's word to T-Mobile and credit FBI and CISA with naming nobody", () => {
    const { statements } = read(A).account;
    const limits = statements.find((one) => one.stance === "limits");
    expect(limits).toMatchObject({ speaker: "T-Mobile US", to: "Reuters" });
    for (const one of [...statements, ...read(B).account.statements])
      if (/FBI|CISA/.test(one.speaker))
        expect(one.text).not.toMatch(/T-Mobile|AT&T|Verizon|Lumen|Salt Typhoon|UNC2286/);
  });

  it("hold the joint statement as one claim", () => {
    const news = findNews(open(A), read(B));
    expect(news.added.some((line) => line.text.includes("Specifically, we have identified"))).toBe(false);
  });

  it("keep both lengths of stay with what each is about", () => {
    const [differs] = findNews(open(A), read(B)).differs;
    expect(differs?.text).toMatch(
      /“over a month” \(T-Mobile US\) here; “for months or longer” \(no company named/,
    );
  });

  it("give five timeline rows", () => {
    expect(read(B).account.history.map((row) => row.when)).toEqual([
      "2019",
      "2020",
      "2020–2021",
      "2022",
      "2023",
    ]);
  });

  it("tie Salt Typhoon to T-Mobile only after B, with its hedge and outlet", () => {
    expect(open(A).ties.some((tie) => tie.carrier === "t-mobile-us")).toBe(false);
    const { added } = findNews(open(A), read(B));
    expect(added.map((line) => line.text)).toContain(
      "Salt Typhoon named for T-Mobile US (“reportedly”, Outlet B)",
    );
  });

  it("give B's aliases as names and A's word of T-Mobile as missing from B", () => {
    const news = findNews(open(A), read(B), WATCHLIST.disputed);
    expect(news.added.find((line) => line.label === "Names")?.text).toBe(
      "Earth Estries (disputed), FamousSparrow, Ghost Emperor",
    );
    expect(news.missing).toEqual(["T-Mobile US’s statement"]);
  });
});

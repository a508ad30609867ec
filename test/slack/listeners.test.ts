import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepWatchlist } from "../../src/pipeline/keep-watchlist.ts";
import { openDesk } from "../../src/pipeline/open-desk.ts";
import { connectSlack, type SlackConnection } from "../../src/slack/connect.ts";
import { registerListeners } from "../../src/slack/register-listeners.ts";
import { validateBlocks } from "../../src/slack/validate-blocks.ts";
import { listAudit } from "../../src/store/audit.ts";
import { listFeedback } from "../../src/store/desk-notes.ts";
import { openEnvelopes } from "../../src/store/envelopes.ts";
import { activeMutes } from "../../src/store/mutes.ts";
import type { Store } from "../../src/store/open-store.ts";
import { listAlertsOf, listOutbox, markSent } from "../../src/store/outbox.ts";
import { loadStory } from "../../src/store/stories.ts";
import { loadWatches } from "../../src/store/watches.ts";
import { type FakeSlack, startFakeSlack, TOKENS } from "../fakes/slack-server.ts";
import { anArticle, CATALOGUE, CONFIG, fillStore, NOW } from "../support/lookup-archive.ts";

const TIMES = { helloMs: 300, pongMs: 60, watchMs: 10, firstWaitMs: 5, longestWaitMs: 20 };
const HOSTILE = anArticle({
  title: "Telia <!channel> breach: *intruders* copied records <https://evil.example|bank.example> & more",
  paragraphs: [
    "Telia said on Monday that intruders had breached a billing server and copied subscriber records of 1.4 million people.",
    "The operator <@U1> `rm -rf` ~noticed~ Telia's breach &amp; closed the server.",
  ],
});
const SECOND = anArticle({
  title: "Telia says the intruders copied the records of 1.4 million subscribers from a billing server",
  outlet: "Second Look",
  url: "https://second.example/telia",
  publishedAt: Date.UTC(2024, 10, 18, 10),
  paragraphs: [
    "Telia said that intruders had breached a billing server and copied records of 1.4 million subscribers.",
  ],
});

interface Response {
  readonly response_type: string;
  readonly replace_original: boolean;
  readonly text: string;
  readonly blocks: readonly { readonly type: string; readonly elements?: readonly Press[] }[];
}
interface Press {
  readonly type: string;
  readonly action_id: string;
  readonly value: string;
}

let db: Store;
let slack: FakeSlack;
let connection: SlackConnection;
let count = 0;

beforeEach(async () => {
  db = fillStore([HOSTILE, SECOND]);
  slack = await startFakeSlack();
  connection = connect();
  await until(() => slack.sockets.length === 2);
});
afterEach(async () => {
  await connection.stop();
  await slack.stop();
  db.close();
});

function connect(writers?: readonly string[]): SlackConnection {
  const config = { ...CONFIG, slack: { ...CONFIG.slack, writers } };
  const kept = keepWatchlist(db, CATALOGUE);
  const desk = openDesk({
    db,
    config: () => config,
    catalogue: CATALOGUE,
    kept: () => kept(config.watch, NOW),
    now: () => NOW,
    fetcher: () => {
      throw new Error("this test fetches nothing");
    },
    permalink: (ref) => connection.permalink(ref),
  });
  return connectSlack({
    botToken: TOKENS.bot,
    appToken: TOKENS.app,
    signingSecret: undefined,
    port: undefined,
    apiUrl: slack.url,
    now: Date.now,
    log: () => {},
    graceMs: 4_000,
    lastSent: () => undefined,
    claimEnvelope: openEnvelopes(db, Date.now),
    register: (app) => registerListeners(app, { desk, command: "/telwatch", log: () => {} }),
    times: TIMES,
  });
}
async function reconnect(writers?: readonly string[]): Promise<void> {
  const old = [...slack.sockets];
  await connection.stop();
  await until(() => slack.sockets.every((socket) => !old.includes(socket)));
  connection = connect(writers);
  await until(() => slack.sockets.length === 2);
}
async function until(what: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(what()).toBe(true), { timeout: 4_000, interval: 5 });
}
function send(envelope: object, socket = 0): void {
  slack.sockets[socket]?.sendJson(envelope);
}
const USER = { id: "U1", username: "anna", name: "anna", team_id: "T0FAKE" };
const responseUrl = (id: string) => new URL(`/response/${id}`, slack.url).href;

async function command(text: string): Promise<Response> {
  const id = `c${++count}`;
  const before = slack.responses.length;
  const payload = {
    command: "/telwatch",
    text,
    user_id: "U1",
    user_name: "anna",
    team_id: "T0FAKE",
    channel_id: "C0000000001",
    trigger_id: id,
    response_url: responseUrl(id),
  };
  send({ type: "slash_commands", envelope_id: id, accepts_response_payload: true, payload });
  await until(() => slack.responses.length > before);
  return slack.responses.at(-1) as Response;
}
function press(action: object, more: object = {}): void {
  const id = `a${++count}`;
  const payload = {
    type: "block_actions",
    user: USER,
    team: { id: "T0FAKE" },
    trigger_id: id,
    response_url: responseUrl(id),
    channel: { id: "C0000000001" },
    container: { type: "message", is_ephemeral: false },
    actions: [{ block_id: "b", action_ts: "1", ...action }],
    ...more,
  };
  send({ type: "interactive", envelope_id: id, accepts_response_payload: true, payload });
}
async function pressed(action: object, more: object = {}): Promise<Response> {
  const before = slack.responses.length;
  press(action, more);
  await until(() => slack.responses.length > before);
  return slack.responses.at(-1) as Response;
}
async function opened(action: object): Promise<Readonly<Record<string, unknown>>> {
  const before = slack.workspace.views.length;
  press(action);
  await until(() => slack.workspace.views.length > before);
  return slack.workspace.views.at(-1)?.view as Readonly<Record<string, unknown>>;
}
async function submitted(view: Readonly<Record<string, unknown>>, values: object): Promise<string> {
  const id = `v${++count}`;
  const before = slack.acks.length;
  send({
    type: "interactive",
    envelope_id: id,
    accepts_response_payload: true,
    payload: {
      type: "view_submission",
      user: USER,
      team: { id: "T0FAKE" },
      trigger_id: id,
      view: { ...view, id: "V1", state: { values } },
    },
  });
  await until(() => slack.acks.length > before && slack.acks.some((ack) => ack.envelope_id === id));
  return JSON.stringify(slack.acks.find((ack) => ack.envelope_id === id)?.payload ?? {});
}
const storyButton = (actionId: string) => ({ type: "button", action_id: actionId, value: "S-0001" });
const more = (choice: string) => ({
  type: "overflow",
  action_id: "story_more",
  selected_option: { text: { type: "plain_text", text: "x" }, value: `${choice}:S-0001` },
});
const choose = (value: string) => ({
  choice: { value: { type: "static_select", selected_option: { value } } },
});
const buttonsOf = (response: Response) =>
  response.blocks.flatMap(({ type, elements }) => (type === "actions" ? (elements ?? []) : []));

describe("the slash command", () => {
  it.each([
    "help",
    "actor salt typhoon",
    "carrier telia",
    "story S-1",
    "search records",
    "timeline telia",
    "trend",
    "watch list",
    "mute list",
    "why S-1",
    "feeds",
    "status",
    "digest now",
    "actor <!channel> *x* <https://evil.example|bank>",
    "A".repeat(10_000),
  ])("answers %.40j to the asker alone, within Slack's limits", async (text) => {
    const response = await command(text);
    expect(response.response_type).toBe("ephemeral");
    expect(validateBlocks(response.blocks, "alert")).toEqual([]);
    expect(JSON.stringify(response)).not.toMatch(/<!channel>|<@U1>|<https:\/\/evil/);
  });

  it("acknowledges at once and answers once although the envelope comes twice", async () => {
    const payload = {
      command: "/telwatch",
      text: "mute telia 7d",
      user_id: "U1",
      user_name: "anna",
      team_id: "T0FAKE",
      channel_id: "C0000000001",
      trigger_id: "twice",
      response_url: responseUrl("twice"),
    };
    const envelope = {
      type: "slash_commands",
      envelope_id: "twice",
      accepts_response_payload: true,
      payload,
    };
    send(envelope, 0);
    send(envelope, 1);
    await until(() => slack.acks.length === 2 && slack.responses.length === 1);
    expect(listAudit(db, 9)).toHaveLength(1);
  });

  it("shares an answer with the channel, and asks again what a button says", async () => {
    const answer = await command("carrier telia");
    const share = buttonsOf(answer).find(({ action_id }) => action_id === "answer_share");
    expect(share?.value).toBe("carrier telia");
    const shared = await pressed({ ...share }, { container: { type: "message", is_ephemeral: true } });
    expect(shared.response_type).toBe("in_channel");
    expect(JSON.stringify(shared.blocks)).toMatch(/shared by anna/);
    const timeline = buttonsOf(answer).find(({ value }) => value === "timeline telia");
    expect((await pressed({ ...timeline })).text).toMatch(/^Timeline of Telia/);
  });

  it("leads from a story to its thread", async () => {
    markSent(db, listAlertsOf(db, "S-0001")[0]?.key ?? "", "C0000000001:1731913920.000100");
    await until(() => connection.permalink("C1:1.2") !== undefined);
    const response = await command("story S-1");
    expect(JSON.stringify(response.blocks)).toMatch(
      "https://fake.slack.com/archives/C0000000001/p1731913920000100",
    );
  });

  it("offers no sharing of a change or of help", async () => {
    for (const text of ["mute telia 7d", "help", "actor nobody-there"])
      expect(buttonsOf(await command(text)).map(({ action_id }) => action_id)).not.toContain("answer_share");
  });

  it("turns pages in place", async () => {
    const response = await pressed(
      { type: "button", action_id: "answer_ask:0", value: "search records page:2" },
      { container: { type: "message", is_ephemeral: true } },
    );
    expect(response.replace_original).toBe(true);
  });
});

describe("the buttons under an alert", () => {
  it("acknowledges: says who, edits the alert once, and tells a second person who has it", async () => {
    const first = await pressed(storyButton("story_ack"));
    expect(first.text).toMatch(/You took S-0001 on/);
    const edits = listOutbox(db, ["pending"], 20).filter(({ key }) => key.startsWith("ack:"));
    expect(edits).toHaveLength(1);
    expect(edits[0]?.op).toBe("update");
    expect(edits[0]?.message.lines.at(-1)).toEqual({ label: "Ack", text: "anna (U1), 2024-11-20 09:00Z" });
    const second = await pressed(storyButton("story_ack"));
    expect(second.text).toMatch(/was taken on by anna/);
    expect(listOutbox(db, ["pending"], 20).filter(({ key }) => key.startsWith("ack:"))).toHaveLength(1);
  });

  it("shows the paragraph of each mention with the match marked", async () => {
    const view = await opened(storyButton("story_evidence"));
    expect(validateBlocks(view.blocks, "view")).toEqual([]);
    expect(JSON.stringify(view.blocks)).toMatch(/\*Telia\* said on Monday/);
    expect(JSON.stringify(view.blocks)).toMatch(/paragraph 1/);
    expect(JSON.stringify(view.blocks)).not.toMatch(/<!channel>|<@U1>/);
  });

  it("keeps a verdict of irrelevance as an example with its rule", async () => {
    const view = await opened(storyButton("story_not_relevant"));
    const shown = await submitted(view, {
      ...choose("old-news"),
      note: { value: { type: "plain_text_input", value: "from 2019" } },
    });
    expect(shown).toMatch(/Kept as an example/);
    expect(listFeedback(db)).toMatchObject([
      {
        storyId: "S-0001",
        verdict: "old-news",
        note: "from 2019",
        rule: "carriers+data-breach",
        by: "anna (U1)",
      },
    ]);
  });

  it("mutes a story for seven days and explains it", async () => {
    expect((await pressed(more("mute"))).text).toMatch(/^Muted S-0001/);
    expect(activeMutes(db, NOW)).toMatchObject([
      { kind: "story", target: "S-0001", until: NOW + 7 * 86_400_000 },
    ]);
    expect((await pressed(more("explain"))).text).toMatch(/^Why S-0001/);
  });

  it("splits an article off its story and merges it back, by forms", async () => {
    const split = await opened(more("split"));
    expect(validateBlocks(split.blocks, "view")).toEqual([]);
    const shown = await submitted(split, choose(`Second Look|${SECOND.url}`));
    expect(shown).toMatch(/Split off S-0001: the article is now S-0002/);
    expect(loadStory(db, "S-0001")?.articles).toHaveLength(1);
    const merged = await submitted(
      { callback_id: "story_merge", private_metadata: "S-0002" },
      choose("S-0001"),
    );
    expect(merged).toMatch(/S-0002 is now part of S-0001/);
    expect(loadStory(db, "S-0001")?.articles).toHaveLength(2);
    expect(listAudit(db, 9).map(({ words }) => words)).toEqual([
      "merge S-0002 into S-0001",
      `split Second Look|${SECOND.url} off S-0001`,
    ]);
  });

  it("watches a name from a form and shows what the archive would have alerted", async () => {
    const view = await opened(more("watch"));
    const before = slack.workspace.views.length;
    await submitted(view, { note: { value: { type: "plain_text_input", value: "new actor Grey Heron" } } });
    await until(() => slack.workspace.views.length > before);
    expect(JSON.stringify(slack.workspace.views.at(-1))).toMatch(/Watching Grey Heron/);
    expect(loadWatches(db, NOW)).toHaveLength(1);
  });

  it("refuses people who are not among the writers, and writes that down", async () => {
    await reconnect(["U9"]);
    expect((await pressed(storyButton("story_ack"))).text).toMatch(/Only the people listed/);
    expect((await command("mute telia 7d")).text).toMatch(/Not allowed/);
    expect(activeMutes(db, NOW)).toEqual([]);
    expect(listAudit(db, 9).map(({ by }) => by)).toEqual(["anna (U1)", "anna (U1)"]);
  });

  it("works for a button of a message from before a restart", async () => {
    await reconnect();
    expect((await pressed(storyButton("story_ack"))).text).toMatch(/You took S-0001 on/);
  });
});

describe("the Home tab", () => {
  const open = (): void =>
    send({
      type: "events_api",
      envelope_id: `h${++count}`,
      accepts_response_payload: false,
      payload: {
        type: "event_callback",
        event_id: `Ev${count}`,
        team_id: "T0FAKE",
        event: { type: "app_home_opened", user: "U1", channel: "D1", tab: "home", event_ts: "1" },
      },
    });

  it("shows open stories, my watches, feeds and the settings, within the limits", async () => {
    await command("watch add new actor Grey Heron");
    open();
    await until(() => slack.workspace.views.length === 1);
    const home = slack.workspace.views[0];
    expect(home?.user_id).toBe("U1");
    const text = JSON.stringify(home?.view);
    expect(text).toMatch(/S-0001/);
    expect(text).toMatch(/Grey Heron/);
    expect(text).toMatch(/All feeds are well/);
  });

  it("keeps settings from a form and draws the page by them", async () => {
    const form = await opened({ type: "button", action_id: "home_open_settings" });
    const before = slack.workspace.views.length;
    await submitted(form, {
      severity: { value: { type: "static_select", selected_option: { value: "urgent" } } },
      days: { value: { type: "static_select", selected_option: { value: "1" } } },
    });
    await until(() => slack.workspace.views.length > before);
    expect(JSON.stringify(slack.workspace.views.at(-1))).toMatch(
      /urgent and louder, last 1 days.*No open story/,
    );
  });
});

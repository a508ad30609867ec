import type { App, BlockAction } from "@slack/bolt";
import { SEVERITIES } from "../domain.ts";
import type { HomePage } from "../domain-desk.ts";
import type { AnswerRow } from "../domain-lookup.ts";
import { chosen } from "./actions.ts";
import { type Block, mrkdwn, plain } from "./block-types.ts";
import { type ListenerParts, personOf } from "./commands.ts";
import { drawLink, escapeMrkdwn } from "./escape-text.ts";
import { choice, form, option, STORY_FORMS } from "./story-views.ts";

export const HOME_ACTIONS = { settings: "home_open_settings" } as const;
const DAY_CHOICES = ["1", "3", "7", "14", "30"];
const SECTION_MAX = 2_900;

/** The Home tab: drawn anew whenever it is opened, its settings by a form. */
export function registerHome(app: App, parts: ListenerParts): void {
  const { desk } = parts;
  app.event("app_home_opened", async ({ event, client }) => {
    if (event.tab !== "home") return;
    const view = homeView(desk.home({ id: event.user, name: event.user }), parts.command);
    await client.views.publish({ user_id: event.user, view: view as never });
  });
  app.action<BlockAction>(HOME_ACTIONS.settings, async ({ ack, body, client }) => {
    await ack();
    const { preferences } = desk.home(personOf(body));
    await client.views.open({ trigger_id: body.trigger_id, view: settingsView(preferences) as never });
  });
  app.view(STORY_FORMS.settings, async ({ ack, body, view, client }) => {
    await ack();
    const person = personOf(body);
    const severity = SEVERITIES.find((one) => one === chosen(view, "severity")) ?? "info";
    const days = DAY_CHOICES.includes(chosen(view, "days")) ? Number(chosen(view, "days")) : 7;
    desk.prefer(person, { severity, days });
    await client.views.publish({
      user_id: person.id,
      view: homeView(desk.home(person), parts.command) as never,
    });
  });
}

/** The Home tab of one person. */
export function homeView(
  page: HomePage,
  command: string,
): { readonly type: "home"; readonly blocks: readonly Block[] } {
  const { severity, days } = page.preferences;
  return {
    type: "home",
    blocks: [
      { type: "header", text: plain("Telwatch") },
      {
        type: "context",
        elements: [
          mrkdwn(
            `Ask with ${escapeMrkdwn(command, 50)} help · shown: ${severity} and louder, last ${days} days`,
          ),
        ],
      },
      ...list("Open stories", page.stories, "No open story."),
      ...list("My watches", page.watches, "You watch nothing besides feeds.yaml."),
      ...list("Mutes in force", page.mutes, "Nothing is muted."),
      ...list("Feeds", page.feeds, "All feeds are well."),
      ...list("Last digest", [{ label: undefined, text: page.digest, links: [] }], ""),
      {
        type: "actions",
        elements: [{ type: "button", action_id: HOME_ACTIONS.settings, text: plain("Settings") }],
      },
    ],
  };
}

function list(heading: string, rows: readonly AnswerRow[], none: string): Block[] {
  const texts = rows.map((row) => {
    const links = row.links.slice(0, 3).map((link) => drawLink(link.label, link.url, 400));
    const label = row.label === undefined ? "" : `*${escapeMrkdwn(row.label, 120)}*`;
    return `• ${[label, escapeMrkdwn(row.text, 400), ...links].filter((part) => part !== "").join("  ")}`;
  });
  const lines = [`*${heading}*`, ...(texts.length === 0 ? [none] : texts)];
  const blocks: Block[] = [];
  let current = "";
  for (const line of lines) {
    if (current.length + line.length + 1 > SECTION_MAX) {
      blocks.push({ type: "section", text: mrkdwn(current) });
      current = "";
    }
    current = current === "" ? line : `${current}\n${line}`;
  }
  return [...blocks, { type: "section", text: mrkdwn(current) }, { type: "divider" }];
}

/** The form of a person's settings. */
export function settingsView(preferences: HomePage["preferences"]) {
  const severities = SEVERITIES.map((one) => option(one, one));
  const days = DAY_CHOICES.map((one) => option(one === "1" ? "1 day" : `${one} days`, one));
  return form(STORY_FORMS.settings, "Settings", "", [
    choice(
      "Stories from which severity on",
      severities,
      severities.find(({ value }) => value === preferences.severity),
      "severity",
    ),
    choice(
      "Stories of the last",
      days,
      days.find(({ value }) => value === String(preferences.days)),
      "days",
    ),
  ]);
}

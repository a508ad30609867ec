import { validate as isCron } from "node-cron";
import { z } from "zod";
import { ACTOR_ROLES, CARRIER_ROLES, EVENT_TYPES, SEVERITIES } from "../domain.ts";
import { readDuration } from "./read-duration.ts";

/** What a key expects, in words for the person who wrote something else; kept beside the check itself. */
function checked<T>(expected: string, read: (value: unknown) => T | undefined) {
  return z.unknown().transform((value, context): T => {
    const result = read(value);
    if (result !== undefined) return result;
    context.addIssue({ code: "custom", message: expected });
    return z.NEVER;
  });
}

const duration = checked("a duration such as 30s, 15m, 1h, 7d or 2w", readDuration);
const cron = checked('a cron expression of 5 fields, or 6 with seconds, such as "*/10 * * * *"', (value) =>
  typeof value === "string" && isCron(value) ? value : undefined,
);
const timezone = checked("an IANA time zone such as Europe/London or UTC", (value) =>
  typeof value === "string" && isTimezone(value) ? value : undefined,
);
const feedUrl = checked("an http:// or https:// address", (value) =>
  typeof value === "string" && isFeedUrl(value) ? value : undefined,
);
const host = checked(
  "a host name or IP address without scheme or path, such as feeds.corp.example",
  (value) =>
    typeof value === "string" && /^[^\s/]+$/.test(value) && !value.includes("://") ? value : undefined,
);
const id = checked("an id of small letters, digits and hyphens, such as salt-typhoon", (value) =>
  typeof value === "string" && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) ? value : undefined,
);
const words = checked("a text that is not empty", (value) =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined,
);
const channel = checked(
  'a channel such as "#telecom-threats" (in quotes) or a channel id such as C0123456789',
  (value) =>
    typeof value === "string" && /^(?:#[^\s#@,]{1,80}|[CGD][A-Z0-9]{6,})$/.test(value) ? value : undefined,
);
const clock = checked('a time of day in quotes, such as "08:30"', (value) =>
  typeof value === "string" && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : undefined,
);
const slashCommand = checked('a slash command in small letters, such as "/telwatch"', (value) =>
  typeof value === "string" && /^\/[a-z0-9_-]{1,31}$/.test(value) ? value : undefined,
);
const userId = checked("a Slack user id such as U0123456789", (value) =>
  typeof value === "string" && /^[UW][A-Z0-9]{6,}$/.test(value) ? value : undefined,
);
const hours = checked("a number of hours from 0 to 720", (value) =>
  typeof value === "number" && value >= 0 && value <= 720 ? value : undefined,
);

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isFeedUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol);
}

const entity = z.strictObject({
  id: id.describe("Id of your own entry."),
  name: words.describe("Name shown in messages."),
  names: z.array(words).default([]).describe("Further names to look for; `name` itself is always one."),
});
const watched = z
  .union([z.literal("all"), z.array(z.union([id, entity]))])
  .describe('"all", or a list of catalogue ids and own entries');
const anyOrIds = z.union([z.literal("any"), z.array(id)]).describe('"any", or a list of ids');

const feed = z.strictObject({
  name: words.describe("The outlet's name as messages show it."),
  url: feedUrl.describe("Address of the RSS, Atom, RDF or JSON feed."),
  id: id
    .optional()
    .describe("Stable id under which the feed's past is remembered; made from `name` when left out."),
  topic: z
    .enum(["telecom", "security", "general"])
    .default("general")
    .describe("What the feed writes about; a cue for ambiguous names."),
  every: duration
    .optional()
    .describe("Time between two polls of this feed; `network.interval` when left out."),
});

const when = z.strictObject({
  actors: anyOrIds.optional().describe("`any`, or a list of actor ids: one of them must be in the story."),
  carriers: anyOrIds
    .optional()
    .describe("`any`, or a list of carrier ids: one of them must be in the story."),
  roles: z
    .array(z.enum([...CARRIER_ROLES, ...ACTOR_ROLES]))
    .optional()
    .describe("Roles of which the matched actor or carrier must have one."),
  events: z.array(z.enum(EVENT_TYPES)).optional().describe("Types of event, one of which the story must be."),
  severity: z.array(z.enum(SEVERITIES)).optional().describe("Severities, one of which the story must have."),
});

const route = z.strictObject({
  channel: channel.describe("Slack channel that gets the message."),
  when: when.prefault({}).describe("What a story must have; every condition given must hold."),
  deliver: z
    .enum(["now", "digest"])
    .default("now")
    .describe("`now` posts each story at once, `digest` gathers them into one message a day."),
  at: clock.optional().describe("Time of day of the digest in `timezone`; 08:30 when left out."),
});

const ownAlias = z.strictObject({
  actor: id.describe("Id of the actor in the catalogue."),
  alias: words.describe("The further name."),
  source: words.describe("Who says so, and when."),
  status: z
    .enum(["agreed", "disputed"])
    .default("agreed")
    .describe("`disputed` names match too and are shown as disputed."),
});

/** The shape of feeds.yaml: every key with its check, its default and its line of documentation. */
export const configSchema = z.strictObject({
  schedule: cron
    .prefault("*/10 * * * *")
    .describe("How often to look which feeds are due: cron, 5 or 6 fields, in UTC."),
  timezone: timezone.prefault("UTC").describe("Time zone of digest hours and of times shown."),
  us: id
    .optional()
    .describe(
      "Catalogue id of your own carrier: a story with it as victim is always `urgent`, and messages say so.",
    ),
  firstPollHours: hours
    .prefault(0)
    .describe(
      "On the first poll of a feed, entries younger than this many hours are judged; 0 remembers all silently.",
    ),
  feeds: z.array(feed).default([]).describe("The feeds to poll."),
  watch: z
    .strictObject({
      actors: watched
        .default("all")
        .describe("Threat actors to look for: `all`, or a list of catalogue ids and own entries."),
      carriers: watched
        .default("all")
        .describe("Carriers to look for: `all`, or a list of catalogue ids and own entries."),
      aliases: z
        .array(ownAlias)
        .default([])
        .describe("Names of actors that the catalogue lacks, or disputes, each with its source."),
    })
    .prefault({})
    .describe("Whom to look for."),
  stories: z
    .strictObject({
      group: z
        .boolean()
        .default(true)
        .describe("Group reports of one event; `false` gives one alert per article."),
      window: duration
        .prefault("7d")
        .describe("How long after its last report a story takes in further reports."),
    })
    .prefault({})
    .describe("How reports become stories."),
  network: z
    .strictObject({
      interval: duration
        .prefault("15m")
        .describe("Default time between two polls of one feed; at least 5m except for allowed hosts."),
      allowHosts: z
        .array(host)
        .default([])
        .describe("Hosts on private or loopback addresses that may be asked (intranet feeds, tests)."),
    })
    .prefault({})
    .describe("How feeds are asked."),
  slack: z
    .strictObject({
      grace: duration
        .prefault("30s")
        .describe(
          "How long a post with unclear outcome may take to show in the channel's history before it is sent again.",
        ),
      command: slashCommand.prefault("/telwatch").describe("The slash command that analysts use."),
      opsChannel: channel.optional().describe("Channel for the bot's own troubles; none when left out."),
      writers: z
        .array(userId)
        .optional()
        .describe("Slack user ids who may change watches and mutes; everyone when left out."),
    })
    .prefault({})
    .describe("How Slack is used. Tokens are never in this file: they come from the environment."),
  routes: z
    .array(route)
    .default([])
    .describe("Which stories go to which channel; a story goes to every route that fits."),
});

export type ParsedConfig = z.output<typeof configSchema>;

import { validateBlocks } from "../../src/slack/validate-blocks.ts";

export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  archived?: boolean;
  member?: boolean;
}
export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts: string | undefined;
  text: string;
  blocks: readonly { readonly block_id?: string }[];
  metadata: { readonly event_type: string; readonly event_payload: { readonly key?: string } } | undefined;
  /** When history shows it, epoch milliseconds. */
  readonly visibleAt: number;
  readonly postedAt: number;
  edits: number;
}
export interface WorkspaceOptions {
  readonly channels: readonly FakeChannel[];
  readonly botToken: string;
  readonly appToken: string;
  readonly scopes: readonly string[];
  readonly now: () => number;
  /** How long history takes to show a message. */
  readonly historyLagMs: number;
  /** How far Slack's clock is ahead of ours. */
  readonly skewMs: number;
  /** Messages a channel takes at once and per second; undefined takes any number. */
  readonly rate: { readonly burst: number; readonly perSecond: number } | undefined;
  readonly pageSize: number;
}
export type Answer = Readonly<Record<string, unknown>> & { readonly ok: boolean };
type Arguments = Readonly<Record<string, unknown>>;

interface Method {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly scope?: string;
  readonly run: (ask: Arguments) => Answer;
}
const BOT = { bot_id: "B0TELWATCH", user: "U0TELWATCH", app_id: "A0TELWATCH" };

/** A workspace in memory that answers Web API methods as strictly as the documentation reads; `limited` gives the seconds of a 429. */
export class FakeWorkspace {
  readonly messages: FakeMessage[] = [];
  readonly views: Arguments[] = [];
  readonly options: WorkspaceOptions;
  /** Set to make every call with the bot token fail with this error. */
  tokenError: string | undefined;
  #lastTs = 0;
  readonly #tokens = new Map<string, { left: number; at: number }>();
  readonly #methods: Readonly<Record<string, Method>>;

  constructor(options: WorkspaceOptions) {
    this.options = options;
    const page = ["cursor", "limit", "oldest", "latest", "inclusive", "include_all_metadata"];
    const message = ["thread_ts", "text", "blocks", "metadata", "link_names", "parse"];
    this.#methods = {
      "auth.test": {
        required: [],
        optional: [],
        run: () => ({
          ok: true,
          team: "Fake",
          url: "https://fake.slack.com/",
          team_id: "T0FAKE",
          user_id: BOT.user,
          bot_id: BOT.bot_id,
        }),
      },
      "chat.postMessage": {
        required: ["channel"],
        optional: [...message, "unfurl_links", "unfurl_media"],
        scope: "chat:write",
        run: (ask) => this.#post(ask, 0),
      },
      "chat.update": {
        required: ["channel", "ts"],
        optional: message,
        scope: "chat:write",
        run: (ask) => this.#update(ask),
      },
      "chat.delete": {
        required: ["channel", "ts"],
        optional: [],
        scope: "chat:write",
        run: (ask) => this.#delete(ask),
      },
      "conversations.history": {
        required: ["channel"],
        optional: page,
        scope: "channels:history",
        run: (ask) => this.#history(ask),
      },
      "conversations.replies": {
        required: ["channel", "ts"],
        optional: page,
        scope: "channels:history",
        run: (ask) => this.#replies(ask),
      },
      "conversations.list": {
        required: [],
        optional: ["types", "exclude_archived", "limit", "cursor"],
        scope: "channels:read",
        run: (ask) => this.#list(ask),
      },
      "views.publish": {
        required: ["user_id", "view"],
        optional: ["hash"],
        run: (ask) => this.#view(ask),
      },
      "views.update": {
        required: ["view_id", "view"],
        optional: ["hash"],
        run: (ask) => this.#view(ask),
      },
      "views.open": {
        required: ["trigger_id", "view"],
        optional: [],
        run: (ask) => this.#view(ask),
      },
    };
  }

  /** Answers one call. */
  call(method: string, token: string, ask: Arguments): Answer {
    if (method === "apps.connections.open")
      return token === this.options.appToken ? { ok: true } : fail("invalid_auth");
    if (token === "") return fail("not_authed");
    if (token !== this.options.botToken) return fail("invalid_auth");
    if (this.tokenError !== undefined) return fail(this.tokenError);
    const known = this.#methods[method];
    if (known === undefined) return fail("unknown_method");
    if (known.scope !== undefined && !this.options.scopes.includes(known.scope))
      return { ...fail("missing_scope"), needed: known.scope, provided: this.options.scopes.join(",") };
    const strange = Object.keys(ask).find(
      // Bolt's own client sends the team along with every call; Slack takes it everywhere.
      (key) => key !== "team_id" && !known.required.includes(key) && !known.optional.includes(key),
    );
    if (strange !== undefined || known.required.some((key) => ask[key] === undefined))
      return { ...fail("invalid_arguments"), response_metadata: { messages: [`[ERROR] ${strange}`] } };
    return known.run(ask);
  }

  /** Applies a post that becomes visible only `ms` from now. */
  postLate(ask: Arguments, ms: number): void {
    this.#post(ask, ms);
  }

  /** Seconds a post to this channel must wait, or 0 when it is taken. */
  limited(name: string): number {
    const { rate, now } = this.options;
    const channel = this.#find(name);
    if (rate === undefined || channel === undefined) return 0;
    const bucket = this.#tokens.get(channel.id) ?? { left: rate.burst, at: now() };
    const left = Math.min(rate.burst, bucket.left + ((now() - bucket.at) / 1_000) * rate.perSecond);
    this.#tokens.set(channel.id, { left: left >= 1 ? left - 1 : left, at: now() });
    return left >= 1 ? 0 : 1;
  }

  /** How often each delivery key stands in the channels. */
  countKeys(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const message of this.messages) {
      const key = message.metadata?.event_payload.key;
      if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  }

  #find(channel: unknown): FakeChannel | undefined {
    const name = String(channel);
    return this.options.channels.find(
      (one) => one.id === name || `#${one.name}` === name || one.name === name,
    );
  }

  #post(ask: Arguments, lateMs: number): Answer {
    const channel = this.#find(ask.channel);
    const refusal = refuse(channel, ask) ?? this.#refuseThread(ask);
    if (refusal !== undefined || channel === undefined) return fail(refusal ?? "channel_not_found");
    const at = this.options.now();
    // Two messages never share a ts; Slack counts microseconds.
    this.#lastTs = Math.max(this.#lastTs + 1, (at + this.options.skewMs) * 1_000);
    const ts = (this.#lastTs / 1e6).toFixed(6);
    this.messages.push({
      channel: channel.id,
      ts,
      thread_ts: ask.thread_ts === undefined ? undefined : String(ask.thread_ts),
      text: String(ask.text ?? ""),
      blocks: (ask.blocks as FakeMessage["blocks"] | undefined) ?? [],
      metadata: ask.metadata as FakeMessage["metadata"],
      visibleAt: at + this.options.historyLagMs + lateMs,
      postedAt: at,
      edits: 0,
    });
    return { ok: true, channel: channel.id, ts, message: { text: ask.text } };
  }

  #refuseThread(ask: Arguments): string | undefined {
    if (ask.thread_ts === undefined) return undefined;
    if (typeof ask.thread_ts !== "string" || !/^\d+\.\d{6}$/.test(ask.thread_ts)) return "invalid_arguments";
    return this.messages.some((one) => one.ts === ask.thread_ts) ? undefined : "thread_not_found";
  }

  #update(ask: Arguments): Answer {
    const message = this.messages.find((one) => one.channel === ask.channel && one.ts === ask.ts);
    if (message === undefined) return fail("message_not_found");
    const refusal = refuse(this.#find(ask.channel), ask);
    if (refusal !== undefined) return fail(refusal);
    message.text = String(ask.text ?? "");
    message.blocks = (ask.blocks as FakeMessage["blocks"] | undefined) ?? [];
    if (ask.metadata !== undefined) message.metadata = ask.metadata as FakeMessage["metadata"];
    message.edits += 1;
    return { ok: true, channel: message.channel, ts: message.ts };
  }

  #delete(ask: Arguments): Answer {
    const index = this.messages.findIndex((one) => one.channel === ask.channel && one.ts === ask.ts);
    if (index < 0) return fail("message_not_found");
    this.messages.splice(index, 1);
    return { ok: true, channel: ask.channel, ts: ask.ts };
  }

  #history(ask: Arguments): Answer {
    return this.#page(ask, (message) => message.thread_ts === undefined, "newest");
  }

  #replies(ask: Arguments): Answer {
    if (!this.messages.some((one) => one.ts === ask.ts)) return fail("thread_not_found");
    return this.#page(ask, (one) => one.ts === ask.ts || one.thread_ts === ask.ts, "oldest");
  }

  #page(ask: Arguments, wanted: (message: FakeMessage) => boolean, first: "newest" | "oldest"): Answer {
    // Reading takes an id; a name is not found.
    const channel = this.options.channels.find((one) => one.id === ask.channel);
    if (channel === undefined) return fail("channel_not_found");
    if (channel.member === false) return fail("not_in_channel");
    const oldest = Number(ask.oldest ?? 0);
    const found = this.messages
      .filter((one) => one.channel === channel.id && wanted(one))
      .filter((one) => Number(one.ts) > oldest && one.visibleAt <= this.options.now())
      .sort((a, b) => (first === "newest" ? Number(b.ts) - Number(a.ts) : Number(a.ts) - Number(b.ts)));
    const start = Number(ask.cursor ?? 0);
    const size = Math.min(Number(ask.limit ?? 100), this.options.pageSize);
    const more = found.length > start + size;
    return {
      ok: true,
      messages: found.slice(start, start + size).map((one) => this.#show(one, ask)),
      has_more: more,
      response_metadata: { next_cursor: more ? String(start + size) : "" },
    };
  }

  #show(message: FakeMessage, ask: Arguments): Arguments {
    const { ts, text, blocks, thread_ts, metadata } = message;
    const all = ask.include_all_metadata === true || ask.include_all_metadata === "true";
    return { type: "message", ...BOT, ts, text, blocks, thread_ts, ...(all && { metadata }) };
  }

  #list(ask: Arguments): Answer {
    const start = Number(ask.cursor ?? 0);
    const size = Math.min(Number(ask.limit ?? 100), this.options.pageSize);
    const { channels } = this.options;
    return {
      ok: true,
      channels: channels.slice(start, start + size).map((one) => ({ id: one.id, name: one.name })),
      response_metadata: { next_cursor: channels.length > start + size ? String(start + size) : "" },
    };
  }

  #view(ask: Arguments): Answer {
    const view = ask.view as { readonly blocks?: unknown } | undefined;
    if (validateBlocks(view?.blocks, "view").length > 0) return fail("invalid_arguments");
    this.views.push(ask);
    return { ok: true, view: { id: `V${this.views.length}` } };
  }
}

function refuse(channel: FakeChannel | undefined, ask: Arguments): string | undefined {
  if (channel === undefined) return "channel_not_found";
  if (channel.archived) return "is_archived";
  if (channel.member === false) return "not_in_channel";
  if (ask.text === undefined && ask.blocks === undefined) return "no_text";
  if (String(ask.text ?? "").length > 40_000) return "msg_too_long";
  if (ask.blocks !== undefined && validateBlocks(ask.blocks, "message").length > 0) return "invalid_blocks";
  const metadata = ask.metadata as Readonly<Record<string, unknown>> | undefined;
  if (metadata !== undefined && (typeof metadata.event_type !== "string" || !metadata.event_payload))
    return "invalid_metadata_format";
  return undefined;
}

function fail(error: string): Answer {
  return { ok: false, error };
}

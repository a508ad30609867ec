import type { Delivery, Message, OutboxRow, Poster, PostResult } from "../../src/domain-delivery.ts";

/** A short alert to put into an outbox. */
export function message(text: string): Message {
  return {
    kind: "alert",
    text,
    headline: text,
    severity: "notice",
    storyId: undefined,
    lines: [],
    quotes: [],
    outlets: [],
    footer: "",
    buttons: false,
  };
}

/** A delivery of its own story, due at time 0, unless told otherwise. */
export function delivery(key: string, more: Partial<Delivery> = {}): Delivery {
  return {
    key,
    channel: "#threats",
    op: "post",
    parentKey: undefined,
    storyId: `story-of-${key}`,
    message: message(key),
    createdAt: 0,
    dueAt: 0,
    ...more,
  };
}

export interface Posted {
  readonly key: string;
  readonly parentRef: string | undefined;
  readonly row: OutboxRow;
}
/** What happens to one call: answered, applied without an answer, or not applied at all. */
export type Fate = PostResult | "applied-unknown" | "lost-unknown" | "throws";

/** A poster on a channel kept in memory, whose history may lag; a complete second poster, not a mock. */
export function memoryPoster(options: {
  readonly now: () => number;
  readonly fates?: Fate[];
  readonly showsAfterMs?: number;
  readonly readable?: boolean;
}): Poster & { readonly channel: Posted[]; readonly looks: number[] } {
  const channel: (Posted & { at: number; ref: string })[] = [];
  const looks: number[] = [];
  const fates = options.fates ?? [];
  return {
    name: "memory",
    channel,
    looks,
    async post(row, parentRef) {
      const fate = fates.shift();
      if (fate === "throws") throw new Error("bug");
      if (fate === "lost-unknown") return { kind: "unknown", reason: "timeout" };
      if (typeof fate === "object" && fate.kind !== "sent") return fate;
      const ref = `C1:${channel.length + 1}`;
      channel.push({ key: row.key, parentRef, row, at: options.now(), ref });
      return fate === "applied-unknown"
        ? { kind: "unknown", reason: "connection lost" }
        : { kind: "sent", ref };
    },
    async find(row) {
      looks.push(options.now());
      if (options.readable === false) return { kind: "unreadable", reason: "missing_scope" };
      const hit = channel.find(
        (one) => one.key === row.key && options.now() >= one.at + (options.showsAfterMs ?? 0),
      );
      return hit === undefined ? { kind: "absent" } : { kind: "found", ref: hit.ref };
    },
  };
}

import type { Message, OutboxRow } from "../../src/domain-delivery.ts";

/** A full alert with sentences written for the tests. */
export function aMessage(changes: Partial<Message> = {}): Message {
  return {
    kind: "alert",
    text: "[urgent] Nordwave breached",
    headline: "Nordwave breached by a state group, sources told the Daily Wire",
    severity: "urgent",
    storyId: "S-0001",
    lines: [
      { label: "Victim", text: "Nordwave (reported)" },
      {
        label: "Actor",
        text: "Salt Typhoon",
        links: [{ label: "evidence", url: "https://wire.example/a?b=1" }],
      },
    ],
    quotes: [
      { text: "We see no evidence of any impact on our customers.", speaker: "Nordwave", paragraph: 3 },
    ],
    outlets: [{ label: "Daily Wire", url: "https://wire.example/a" }],
    footer: "1 outlet · 1 origin · S-0001",
    buttons: true,
    ...changes,
  };
}

/** An outbox row that carries it. */
export function aRow(changes: Partial<OutboxRow> = {}): OutboxRow {
  return {
    key: "S-0001/alert/#a",
    channel: "#a",
    op: "post",
    parentKey: undefined,
    storyId: "S-0001",
    message: aMessage(),
    createdAt: 0,
    dueAt: 0,
    state: "sending",
    tries: 1,
    firstTryAt: 0,
    lastTryAt: 0,
    ref: undefined,
    reason: undefined,
    ...changes,
  };
}

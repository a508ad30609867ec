import type { Delivery, Message } from "../domain-delivery.ts";
import type { Acknowledgement, Outcome, Person } from "../domain-desk.ts";
import { sayMinute } from "../lookup/say.ts";
import { loadAcknowledgement, saveAcknowledgement } from "../store/desk-notes.ts";
import { inTransaction, type Store } from "../store/open-store.ts";
import { enqueue, listAlertsOf, newestMessage } from "../store/outbox.ts";
import { loadStory } from "../store/stories.ts";

const LABEL = "Ack";

/** Keeps who took a story on and puts the edit of its alerts into the outbox, both or neither; a second press changes nothing. */
export function acknowledgeStory(db: Store, storyId: string, person: Person, now: number): Outcome {
  if (loadStory(db, storyId) === undefined)
    return { ok: false, line: `There is no story ${storyId} in the archive.` };
  const already = loadAcknowledgement(db, storyId);
  if (already !== undefined) return { ok: false, line: `${storyId} was taken on by ${sayAck(already)}.` };
  return inTransaction(db, () => {
    const ack = saveAcknowledgement(db, { storyId, by: person.name, at: now });
    const updates = listAlertsOf(db, storyId).flatMap(({ key, channel }): Delivery[] => {
      const message = newestMessage(db, key);
      if (message === undefined) return [];
      return [
        {
          key: `ack:${storyId}:${channel}`,
          channel,
          op: "update",
          parentKey: key,
          storyId,
          message: withAcknowledgement(message, ack),
          createdAt: now,
          dueAt: now,
        },
      ];
    });
    enqueue(db, updates);
    return { ok: true, line: `You took ${storyId} on.` };
  });
}

/** An alert that shows who took it on; unchanged without an acknowledgement. */
function withAcknowledgement(message: Message, ack: Acknowledgement | undefined): Message {
  if (ack === undefined) return message;
  const lines = message.lines.filter(({ label }) => label !== LABEL);
  return { ...message, lines: [...lines, { label: LABEL, text: sayAck(ack) }] };
}

/** Deliveries whose edits of an alert still show who took the story on. */
export function signedDeliveries(db: Store, deliveries: readonly Delivery[]): Delivery[] {
  return deliveries.map((one) =>
    one.op === "update" && one.storyId !== undefined
      ? { ...one, message: withAcknowledgement(one.message, loadAcknowledgement(db, one.storyId)) }
      : one,
  );
}

function sayAck(ack: Acknowledgement): string {
  return `${ack.by}, ${sayMinute(ack.at)}`;
}

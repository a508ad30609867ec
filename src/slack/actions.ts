import type { App, BlockAction, ButtonAction, OverflowAction, ViewOutput } from "@slack/bolt";
import { type Outcome, VERDICTS } from "../domain-desk.ts";
import { plain, STORY_ACTIONS, STORY_CHOICES } from "./block-types.ts";
import { type ListenerParts, personOf, sendAnswer, sendLine } from "./commands.ts";
import { escapePlain } from "./escape-text.ts";
import {
  answerView,
  evidenceView,
  FIELDS,
  type ModalView,
  mergeView,
  STORY_FORMS,
  splitView,
  textView,
  verdictView,
  watchView,
} from "./story-views.ts";

/** The buttons under alerts and the forms they open. All state is in their values and in the store, so old messages work after a restart. */
export function registerStoryActions(app: App, parts: ListenerParts): void {
  const { desk } = parts;
  app.action<BlockAction<ButtonAction>>(STORY_ACTIONS.ack, async ({ ack, action, body, respond }) => {
    await ack();
    await sendLine(respond, desk.acknowledge(action.value ?? "", personOf(body)).line, parts);
  });
  app.action<BlockAction<ButtonAction>>(STORY_ACTIONS.evidence, async ({ ack, action, body, client }) => {
    await ack();
    const evidence = desk.evidence(action.value ?? "");
    const view = evidence === undefined ? gone() : evidenceView(evidence);
    await client.views.open({ trigger_id: body.trigger_id, view: asView(view) });
  });
  app.action<BlockAction<ButtonAction>>(STORY_ACTIONS.notRelevant, async ({ ack, action, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: asView(verdictView(action.value ?? "")) });
  });
  app.action<BlockAction<OverflowAction>>(
    STORY_ACTIONS.more,
    async ({ ack, action, body, client, respond }) => {
      await ack();
      const [what = "", storyId = ""] = splitOnce(action.selected_option.value);
      const view = formFor(what, storyId, parts);
      if (view !== undefined) {
        await client.views.open({ trigger_id: body.trigger_id, view: asView(view) });
        return;
      }
      const words =
        what === STORY_CHOICES.mute ? `mute ${storyId} 7d because asked from its alert` : `why ${storyId}`;
      const answer = await desk.ask(words, personOf(body), body.channel?.id);
      await sendAnswer(respond, answer, words, parts);
    },
  );
  registerForms(app, parts);
}

function registerForms(app: App, parts: ListenerParts): void {
  const { desk } = parts;
  app.view(STORY_FORMS.verdict, async ({ ack, body, view }) => {
    const verdict = VERDICTS.find((one) => one === chosen(view));
    const outcome: Outcome =
      verdict === undefined
        ? { ok: false, line: "Nothing was chosen." }
        : desk.judge(view.private_metadata, verdict, typed(view), personOf(body));
    await ack({ response_action: "update", view: asView(outcomeView(outcome)) });
  });
  app.view(STORY_FORMS.split, async ({ ack, body, view }) => {
    const outcome = desk.split(view.private_metadata, chosen(view), personOf(body));
    await ack({ response_action: "update", view: asView(outcomeView(outcome)) });
  });
  app.view(STORY_FORMS.merge, async ({ ack, body, view }) => {
    const outcome = desk.merge(view.private_metadata, chosen(view), personOf(body));
    await ack({ response_action: "update", view: asView(outcomeView(outcome)) });
  });
  app.view(STORY_FORMS.watch, async ({ ack, body, view, client }) => {
    // Reading the archive again may outlast Slack's three seconds: say so at once, show the answer when it is there.
    const waiting = textView("Telwatch", [{ type: "section", text: plain("Reading the archive again…") }]);
    await ack({ response_action: "update", view: asView(waiting) });
    const answer = await desk.ask(`watch add ${typed(view)}`, personOf(body), undefined);
    await client.views.update({ view_id: view.id, view: asView(answerView(answer)) });
  });
}

function formFor(what: string, storyId: string, parts: ListenerParts): ModalView | undefined {
  switch (what) {
    case STORY_CHOICES.split:
      return splitView(storyId, parts.desk.articles(storyId));
    case STORY_CHOICES.merge:
      return mergeView(storyId, parts.desk.neighbours(storyId));
    case STORY_CHOICES.watch:
      return watchView(storyId);
    default:
      return undefined;
  }
}

function outcomeView(outcome: Outcome): ModalView {
  return textView(outcome.ok ? "Done" : "Not done", [
    { type: "section", text: plain(escapePlain(outcome.line, 2_900) || "Done.") },
  ]);
}

function gone(): ModalView {
  return textView("Evidence", [
    { type: "section", text: plain("This story is not in the archive any more.") },
  ]);
}

/** The chosen option of a form. */
export function chosen(view: ViewOutput, block: string = FIELDS.choice): string {
  return view.state.values[block]?.value?.selected_option?.value ?? "";
}

function typed(view: ViewOutput): string {
  return view.state.values[FIELDS.note]?.value?.value ?? "";
}

function splitOnce(value: string): [string, string] {
  const at = value.indexOf(":");
  return [value.slice(0, at), value.slice(at + 1)];
}

/** Our views are a checked subset of Slack's. */
function asView(view: ModalView): never {
  return view as never;
}

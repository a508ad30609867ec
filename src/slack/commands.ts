import type { App, BlockAction, ButtonAction, RespondFn } from "@slack/bolt";
import type { Desk, Person } from "../domain-desk.ts";
import type { Answer } from "../domain-lookup.ts";
import { ANSWER_ACTIONS, answerBlocks } from "./answer-blocks.ts";

/** Slack's response addresses have no timeout of their own. */
const RESPOND_LIMIT_MS = 10_000;

export interface ListenerParts {
  readonly desk: Desk;
  /** The slash command with its slash. */
  readonly command: string;
  readonly log: (line: string) => void;
}

/** Answers the slash command and the buttons under its answers: acknowledged at once, answered by the response address. */
export function registerCommands(app: App, parts: ListenerParts): void {
  const { desk } = parts;
  app.command(parts.command, async ({ ack, command, respond }) => {
    await ack();
    const person = { id: command.user_id, name: nameOf(command.user_name, command.user_id) };
    const answer = await askSafely(parts, command.text, person, command.channel_id);
    await sendAnswer(respond, answer, command.text, parts);
  });

  app.action<BlockAction<ButtonAction>>(
    new RegExp(`^${ANSWER_ACTIONS.ask}:\\d+$`),
    async ({ ack, action, body, respond }) => {
      await ack();
      const words = action.value ?? "";
      const answer = await askSafely(parts, words, personOf(body), body.channel?.id);
      // Turning a page replaces the page; any other question leaves the answer it came from standing.
      const replaces = isEphemeral(body) && words.startsWith("search ") && answer.kind === "search";
      await sendAnswer(respond, answer, words, parts, replaces);
    },
  );

  app.action<BlockAction<ButtonAction>>(ANSWER_ACTIONS.share, async ({ ack, action, body, respond }) => {
    await ack();
    const words = action.value ?? "";
    const person = personOf(body);
    const answer = await desk.ask(words, person, body.channel?.id);
    const footer = [answer.footer, `shared by ${person.name}`].filter((part) => part !== "").join(" · ");
    const drawn = answerBlocks({ ...answer, footer }, undefined);
    await within(
      respond({
        response_type: "in_channel",
        replace_original: false,
        text: drawn.text,
        blocks: known(drawn.blocks),
      }),
      parts,
    );
  });
}

/** Who pressed a button or sent a form. */
export function personOf(body: {
  readonly user: { readonly id: string; readonly name?: string; readonly username?: string };
}): Person {
  return { id: body.user.id, name: nameOf(body.user.name ?? body.user.username, body.user.id) };
}

/** Sends a private line as the answer to a press. */
export async function sendLine(
  respond: RespondFn | undefined,
  line: string,
  parts: ListenerParts,
): Promise<void> {
  const answer: Answer = {
    kind: "help",
    ok: true,
    title: "Telwatch",
    bottomLine: line,
    sections: [],
    buttons: [],
    footer: "",
  };
  await sendAnswer(respond, answer, "", parts);
}

/** Sends an answer that only the asker sees. */
export async function sendAnswer(
  respond: RespondFn | undefined,
  answer: Answer,
  words: string,
  parts: ListenerParts,
  replaces = false,
): Promise<void> {
  if (respond === undefined) {
    parts.log("an answer has nowhere to go: Slack gave no response address");
    return;
  }
  const shared = answer.ok && SHARED_KINDS.has(answer.kind) ? words.trim() : undefined;
  const drawn = answerBlocks(answer, shared);
  const message = {
    response_type: "ephemeral",
    replace_original: replaces,
    text: drawn.text,
    blocks: known(drawn.blocks),
  } as const;
  await within(respond(message), parts);
}

/** Answers worth a channel's time; a change or a list of mutes is not. */
const SHARED_KINDS: ReadonlySet<Answer["kind"]> = new Set([
  "actor",
  "carrier",
  "story",
  "search",
  "timeline",
  "trend",
  "why",
  "test",
  "digest",
  "status",
  "feeds",
]);

async function askSafely(
  parts: ListenerParts,
  words: string,
  person: Person,
  channel: string | undefined,
): Promise<Answer> {
  try {
    return await parts.desk.ask(words, person, channel);
  } catch (error) {
    parts.log(`a question could not be answered: ${String((error as Error).stack ?? error)}`);
    return {
      kind: "help",
      ok: false,
      title: "Telwatch could not answer",
      bottomLine: "Something is wrong on our side; it is in the log. Nothing was changed.",
      sections: [],
      buttons: [],
      footer: "",
    };
  }
}

async function within(sent: Promise<unknown>, parts: ListenerParts): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((done) => {
    timer = setTimeout(() => done("late"), RESPOND_LIMIT_MS);
    timer.unref();
  });
  const outcome = await Promise.race([
    sent.then(
      () => "sent" as const,
      (error: unknown) => String(error),
    ),
    late,
  ]);
  clearTimeout(timer);
  if (outcome !== "sent") parts.log(`an answer did not reach Slack: ${outcome}`);
}

function isEphemeral(body: BlockAction): boolean {
  // A press in a modal or on the Home tab comes from no message.
  return (body.container as BlockAction["container"] | undefined)?.is_ephemeral === true;
}

function nameOf(name: string | undefined, id: string): string {
  return name === undefined || name === "" ? id : `${name} (${id})`;
}

/** Our blocks are a checked subset of Slack's; its own types demand mutable lists. */
export function known<T>(blocks: readonly T[]): never {
  return blocks as never;
}

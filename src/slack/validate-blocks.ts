/** Slack refuses somewhere near 13,200 characters without documenting it; we stay well below. */
export const MAX_MESSAGE_CHARACTERS = 10_000;

type Json = Readonly<Record<string, unknown>>;
type Check = (value: unknown, at: string) => readonly string[];

interface Surface {
  readonly blocks: number;
  readonly characters: number;
  /** Whether `<@user>` may stand in it; never where text from feeds is shown. */
  readonly mentions: boolean;
}
const SURFACES = {
  alert: { blocks: 50, characters: MAX_MESSAGE_CHARACTERS, mentions: false },
  message: { blocks: 50, characters: MAX_MESSAGE_CHARACTERS, mentions: true },
  view: { blocks: 100, characters: 100_000, mentions: true },
} as const satisfies Record<string, Surface>;

const MENTION = /<(?:!(?:channel|here|everyone|subteam)|@|#)/;
const KNOWN_TOKEN =
  /^(?:https?:\/\/[^|<>\s]+(?:\|[^<>]+)?|@[UW][A-Z0-9]+|#C[A-Z0-9]+(?:\|[^<>]*)?|!date\^[^<>]+)$/;

const plainText = (max: number): Check => textObject(["plain_text"], max);
const anyText = (max: number): Check => textObject(["plain_text", "mrkdwn"], max);
const OPTION = shape({ text: anyText(75), value: text(150), description: optional(plainText(75)) });
const CONFIRM = shape({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: optional(oneOf("primary", "danger")),
});
const ELEMENTS: Readonly<Record<string, Check>> = {
  button: shape({
    action_id: text(255),
    text: plainText(75),
    value: optional(text(2_000)),
    url: optional(text(3_000)),
    style: optional(oneOf("primary", "danger")),
    confirm: optional(CONFIRM),
    accessibility_label: optional(text(75)),
  }),
  overflow: shape({ action_id: text(255), options: list(OPTION, 5), confirm: optional(CONFIRM) }),
  static_select: shape({
    action_id: text(255),
    options: list(OPTION, 100),
    placeholder: optional(plainText(150)),
    initial_option: optional(OPTION),
  }),
  plain_text_input: shape({
    action_id: text(255),
    placeholder: optional(plainText(150)),
    initial_value: optional(text(3_000)),
    multiline: optional(bool),
    min_length: optional(number(0, 3_000)),
    max_length: optional(number(1, 3_000)),
  }),
  image: shape({ image_url: text(3_000), alt_text: text(2_000) }),
};
const BLOCKS: Readonly<Record<string, Check>> = {
  header: shape({ text: plainText(150) }),
  section: shape({
    text: optional(anyText(3_000)),
    fields: optional(list(anyText(2_000), 10)),
    accessory: optional(element("button", "overflow", "static_select", "image")),
    expand: optional(bool),
  }),
  context: shape({ elements: list(contextElement, 10) }),
  actions: shape({ elements: list(element("button", "overflow", "static_select"), 25) }),
  divider: shape({}),
  image: shape({ image_url: text(3_000), alt_text: text(2_000), title: optional(plainText(2_000)) }),
  input: shape({
    label: plainText(2_000),
    element: element("plain_text_input", "static_select"),
    hint: optional(plainText(2_000)),
    optional: optional(bool),
  }),
};

/** Checks blocks against every documented limit of Slack and our own; returns what is wrong, an unknown type included, or nothing. */
export function validateBlocks(blocks: unknown, surface: keyof typeof SURFACES = "alert"): string[] {
  const limits: Surface = SURFACES[surface];
  if (!Array.isArray(blocks)) return ["blocks: expected a list"];
  const problems: string[] = [];
  if (blocks.length === 0) problems.push("blocks: expected at least one");
  if (blocks.length > limits.blocks)
    problems.push(`blocks: ${blocks.length}, at most ${limits.blocks} are allowed`);
  const json = JSON.stringify(blocks);
  if (json.length > limits.characters)
    problems.push(`blocks: ${json.length} characters, at most ${limits.characters} are allowed`);
  const ids = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    const at = `blocks[${index}]`;
    problems.push(...typed(BLOCKS, block, at));
    if (!isObject(block)) continue;
    if (block.type === "section" && block.text === undefined && block.fields === undefined)
      problems.push(`${at}: a section needs text or fields`);
    if (typeof block.block_id === "string") {
      if (ids.has(block.block_id)) problems.push(`${at}.block_id: used twice`);
      ids.add(block.block_id);
    }
    problems.push(...controlSequences(block, at, limits));
  }
  return problems;
}

function controlSequences(value: unknown, at: string, limits: Surface): string[] {
  if (Array.isArray(value))
    return value.flatMap((one, index) => controlSequences(one, `${at}[${index}]`, limits));
  if (!isObject(value)) return [];
  if (value.type === "mrkdwn" && typeof value.text === "string") return readControls(value.text, at, limits);
  if (value.type === "plain_text" && typeof value.text === "string" && /[<>]/.test(value.text))
    return [`${at}.text: an unescaped < or >`];
  return Object.entries(value).flatMap(([key, one]) => controlSequences(one, `${at}.${key}`, limits));
}

function readControls(mrkdwn: string, at: string, limits: Surface): string[] {
  const problems: string[] = [];
  if (!limits.mentions && MENTION.test(mrkdwn)) problems.push(`${at}.text: a mention`);
  const withoutQuotes = mrkdwn.replace(/^> /gm, "");
  for (const [, token = ""] of withoutQuotes.matchAll(/<([^<>]*)>/g)) {
    if (!KNOWN_TOKEN.test(token) && !(limits.mentions && /^!(?:here|channel)$/.test(token)))
      problems.push(`${at}.text: <${token.slice(0, 40)}> is neither a link nor a date`);
  }
  if (/[<>]/.test(withoutQuotes.replace(/<[^<>]*>/g, ""))) problems.push(`${at}.text: an unescaped < or >`);
  return problems;
}

function typed(table: Readonly<Record<string, Check>>, value: unknown, at: string): readonly string[] {
  if (!isObject(value) || typeof value.type !== "string") return [`${at}: expected an object with a type`];
  const check = Object.hasOwn(table, value.type) ? table[value.type] : undefined;
  return check === undefined ? [`${at}: unknown type ${value.type}`] : check(value, at);
}

function element(...types: readonly string[]): Check {
  const allowed = Object.fromEntries(types.map((type) => [type, ELEMENTS[type] as Check]));
  return (value, at) => typed(allowed, value, at);
}

function contextElement(value: unknown, at: string): readonly string[] {
  return isObject(value) && value.type === "image"
    ? typed({ image: ELEMENTS.image as Check }, value, at)
    : anyText(3_000)(value, at);
}

function shape(keys: Readonly<Record<string, Check>>): Check {
  const all: Readonly<Record<string, Check>> = { ...keys, block_id: optional(text(255)) };
  return (value, at) => {
    if (!isObject(value)) return [`${at}: expected an object`];
    const strange = Object.keys(value).filter((key) => key !== "type" && !Object.hasOwn(all, key));
    return [
      ...strange.map((key) => `${at}.${key}: unknown key`),
      ...Object.entries(all).flatMap(([key, check]) => check(value[key], `${at}.${key}`)),
    ];
  };
}

function textObject(types: readonly string[], max: number): Check {
  return (value, at) => {
    if (!isObject(value)) return [`${at}: expected a text object`];
    const strange = Object.keys(value).filter((key) => !["type", "text", "emoji", "verbatim"].includes(key));
    const problems = strange.map((key) => `${at}.${key}: unknown key`);
    if (!types.includes(String(value.type)))
      problems.push(`${at}.type: ${String(value.type)}, expected ${types.join(" or ")}`);
    if (value.type !== "plain_text" && value.emoji !== undefined)
      problems.push(`${at}.emoji: only plain_text has it`);
    if (value.type !== "mrkdwn" && value.verbatim !== undefined)
      problems.push(`${at}.verbatim: only mrkdwn has it`);
    return [...problems, ...text(max)(value.text, `${at}.text`)];
  };
}

function text(max: number): Check {
  return (value, at) => {
    if (typeof value !== "string" || value.length === 0) return [`${at}: expected text`];
    return value.length > max ? [`${at}: ${value.length} characters, at most ${max} are allowed`] : [];
  };
}

function number(least: number, most: number): Check {
  return (value, at) =>
    typeof value === "number" && value >= least && value <= most
      ? []
      : [`${at}: expected ${least} to ${most}`];
}

function bool(value: unknown, at: string): readonly string[] {
  return typeof value === "boolean" ? [] : [`${at}: expected true or false`];
}

function oneOf(...values: readonly string[]): Check {
  return (value, at) =>
    typeof value === "string" && values.includes(value) ? [] : [`${at}: expected ${values.join(" or ")}`];
}

function optional(check: Check): Check {
  return (value, at) => (value === undefined ? [] : check(value, at));
}

function list(check: Check, max: number): Check {
  return (value, at) => {
    if (!Array.isArray(value) || value.length === 0) return [`${at}: expected a list with at least one`];
    const problems = value.flatMap((one, index) => check(one, `${at}[${index}]`));
    return value.length > max
      ? [...problems, `${at}: ${value.length}, at most ${max} are allowed`]
      : problems;
  };
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

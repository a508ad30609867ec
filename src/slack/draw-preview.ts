import type { Block, Button, Mrkdwn, Overflow, PlainText } from "./block-types.ts";

type Text = PlainText | Mrkdwn;

/** Draws blocks as HTML about as Slack shows them; all text is escaped, links lead nowhere by themselves. */
export function drawPreview(blocks: readonly Block[]): string {
  return blocks.map(drawBlock).join("\n");
}

function drawBlock(block: Block): string {
  switch (block.type) {
    case "header":
      return `<h3 class="header">${drawText(block.text)}</h3>`;
    case "section":
      return `<div class="section">${drawSection(block)}</div>`;
    case "context":
      return `<div class="context">${block.elements.map((one) => `<span>${drawText(one)}</span>`).join(" ")}</div>`;
    case "actions":
      return `<div class="actions">${block.elements.map(drawElement).join(" ")}</div>`;
    case "divider":
      return "<hr>";
  }
}

function drawSection(block: Extract<Block, { type: "section" }>): string {
  const text = block.text === undefined ? "" : drawText(block.text);
  const fields = (block.fields ?? []).map((field) => `<div class="field">${drawText(field)}</div>`).join("");
  const accessory = block.accessory === undefined ? "" : drawElement(block.accessory);
  return `<div>${text}${fields === "" ? "" : `<div class="fields">${fields}</div>`}</div>${accessory}`;
}

function drawElement(element: Button | Overflow): string {
  if (element.type === "overflow")
    return `<button type="button" title="${escapeHtml(element.options.map((one) => one.text.text).join(" · "))}">⋯</button>`;
  return `<button type="button" class="${element.style ?? ""}">${drawText(element.text)}</button>`;
}

function drawText(text: Text): string {
  return text.type === "plain_text" ? escapeHtml(unescapeSlack(text.text)) : drawMrkdwn(text.text);
}

/** mrkdwn by lines: quotes, then links and dates, then bold, italics, strike and code in what is left. */
function drawMrkdwn(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      /^(?:>|&gt;) ?/.test(line)
        ? `<blockquote>${drawInline(line.replace(/^(?:>|&gt;) ?/, ""))}</blockquote>`
        : `<div>${drawInline(line) || "&nbsp;"}</div>`,
    )
    .join("");
}

function drawInline(line: string): string {
  return line
    .split(/(<[^<>]*>)/)
    .map((part) =>
      part.startsWith("<") && part.endsWith(">") ? drawToken(part.slice(1, -1)) : drawMarks(part),
    )
    .join("");
}

function drawToken(token: string): string {
  const [target = "", label] = token.split("|");
  if (target.startsWith("!date^")) return escapeHtml(unescapeSlack(label ?? target));
  if (/^[@#!]/.test(target)) return `<mark>${escapeHtml(unescapeSlack(label ?? target))}</mark>`;
  const shown = escapeHtml(unescapeSlack(label ?? target));
  return `<a href="${escapeHtml(unescapeSlack(target))}" rel="noreferrer nofollow">${shown}</a>`;
}

function drawMarks(text: string): string {
  return escapeHtml(unescapeSlack(text))
    .replace(/(^|[\s(])\*([^\s*](?:[^*]*[^\s*])?)\*(?=$|[\s).,:;])/g, "$1<strong>$2</strong>")
    .replace(/(^|[\s(])_([^\s_](?:[^_]*[^\s_])?)_(?=$|[\s).,:;])/g, "$1<em>$2</em>")
    .replace(/(^|[\s(])~([^\s~](?:[^~]*[^\s~])?)~(?=$|[\s).,:;])/g, "$1<s>$2</s>")
    .replace(/`([^`]+)`/g, "<code>$1</code>");
}

function unescapeSlack(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

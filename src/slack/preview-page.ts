import type { DrawnMessage } from "./alert-blocks.ts";
import { drawPreview } from "./draw-preview.ts";
import { validateBlocks } from "./validate-blocks.ts";

export interface PreviewMessage {
  readonly title: string;
  readonly channel: string;
  readonly drawn: DrawnMessage;
  /** Shown indented, as in a thread. */
  readonly reply: boolean;
}

const STYLE = `
  :root { color-scheme: light dark; --ink: #1d1c1d; --dim: #616061; --line: #ddd; --ground: #fff; --link: #1264a3; --side: #f8f8f8; }
  @media (prefers-color-scheme: dark) { :root { --ink: #d1d2d3; --dim: #ababad; --line: #424448; --ground: #1a1d21; --link: #1d9bd1; --side: #222529; } }
  * { box-sizing: border-box; }
  body { margin: 0; font: 15px/1.47 Lato, "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: var(--ground); }
  main { max-width: 46rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
  h1 { font-size: 1.2rem; } h2 { font-size: .8rem; color: var(--dim); font-weight: 600; margin: 2rem 0 .4rem; }
  article { border: 1px solid var(--line); border-radius: 8px; padding: .8rem 1rem; }
  article.reply { margin-left: 2rem; border-left: 4px solid var(--line); }
  .who { font-weight: 900; margin-bottom: .2rem; } .who small { color: var(--dim); font-weight: 400; margin-left: .4rem; }
  .who b { background: var(--line); border-radius: 3px; font-size: .65rem; padding: 0 .25rem; margin-left: .25rem; vertical-align: middle; }
  h3.header { font-size: 1.12rem; line-height: 1.3; margin: .3rem 0 .5rem; overflow-wrap: anywhere; }
  .section { display: flex; justify-content: space-between; gap: 1rem; margin: .35rem 0; overflow-wrap: anywhere; }
  .fields { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; }
  .context { font-size: .81rem; color: var(--dim); margin: .35rem 0; overflow-wrap: anywhere; }
  .actions { margin-top: .5rem; } blockquote { margin: .2rem 0; padding-left: .8rem; border-left: 4px solid var(--line); }
  button { font: inherit; font-size: .85rem; font-weight: 700; color: var(--ink); background: var(--ground); border: 1px solid var(--line); border-radius: 4px; padding: .2rem .75rem; margin: 0 .3rem .3rem 0; }
  button.primary { background: #007a5a; color: #fff; } button.danger { background: #e01e5a; color: #fff; }
  a { color: var(--link); text-decoration: none; } code { color: #e01e5a; } hr { border: 0; border-top: 1px solid var(--line); }
  .phone { background: var(--side); border-radius: 6px; font-size: .85rem; padding: .3rem .6rem; margin: .4rem 0 0; color: var(--dim); overflow-wrap: anywhere; }
  details { margin-top: .4rem; color: var(--dim); font-size: .8rem; } pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--side); padding: .6rem; border-radius: 6px; }
  .problem { color: #e01e5a; font-weight: 700; }
`;

/** One self-contained page without script that shows messages as Slack would, what a phone's lock screen shows, their size, what is wrong with them, and their JSON. */
export function previewPage(messages: readonly PreviewMessage[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Telwatch messages</title><style>${STYLE}</style></head>
<body><main><h1>Telwatch messages</h1>
${messages.map(drawMessage).join("\n")}
</main></body></html>
`;
}

function drawMessage(message: PreviewMessage): string {
  const { drawn } = message;
  const problems = validateBlocks(drawn.blocks, "message");
  const size = JSON.stringify(drawn.blocks).length;
  const verdict = problems.map((one) => `<p class="problem">${escapeHtml(one)}</p>`).join("");
  return `<h2>${escapeHtml(message.title)}</h2>
<article class="${message.reply ? "reply" : ""}"><div class="who">Telwatch <b>APP</b><small>${escapeHtml(message.channel)}</small></div>
${drawPreview(drawn.blocks)}
</article>
<p class="phone">🔔 ${unescapeShown(drawn.text)}</p>${verdict}
<details><summary>${drawn.blocks.length} blocks, ${size} characters</summary><pre>${escapeHtml(JSON.stringify(drawn, undefined, 2))}</pre></details>`;
}

/** The text is escaped for Slack already, which is also how HTML wants it. */
function unescapeShown(text: string): string {
  return escapeHtml(text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

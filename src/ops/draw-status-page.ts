import { type FeedHealth, type Health, judgeHealth } from "./judge-health.ts";

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1d1d1f;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}th{font-weight:600}
.good{color:#18794e}.bad{color:#b42318}.faint{color:#667}li{margin:.2rem 0}
@media(prefers-color-scheme:dark){body{color:#eee;background:#161618}th,td{border-color:#333}.good{color:#4cc38a}.bad{color:#ff8d7a}.faint{color:#99a}}`;

/** Draws the status page: troubles first, then posting, outbox and feeds. Every value is escaped; nothing is loaded from elsewhere. */
export function drawStatusPage(health: Health): string {
  const { alive, troubles } = judgeHealth(health);
  const verdict =
    alive && troubles.length === 0
      ? '<span class="good">all well</span>'
      : '<span class="bad">look here</span>';
  const failing = health.feeds.filter((feed) => (feed.state?.failures ?? 0) > 0);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="30">
<title>Telwatch</title><style>${STYLE}</style></head><body>
<h1>Telwatch: ${verdict}</h1>
${troubles.length > 0 ? `<ul>${troubles.map((trouble) => `<li class="bad">${encode(trouble)}</li>`).join("")}</ul>` : ""}
${health.configProblems.length > 0 ? `<ul>${health.configProblems.map((line) => `<li>${encode(line)}</li>`).join("")}</ul>` : ""}
<h2>Now</h2><table>
${row("Last poll", health.lastTickAt === undefined ? "none yet" : ago(health.lastTickAt, health.now))}
${row("Next poll", health.nextTickAt === undefined ? "unknown" : ahead(health.nextTickAt, health.now))}
${row("Posting to", `${health.posting.to}: ${health.posting.detail}`)}
${row("Outbox", `${health.outbox.pending} waiting, ${health.outbox.unknown} unclear, ${health.outbox.dead} given up`)}
${row("Running since", new Date(health.startedAt).toISOString())}
</table>
${deadLetters(health)}
<h2>Feeds <span class="faint">${health.feeds.length}, ${failing.length} failing</span></h2>
<table><tr><th>Feed</th><th>Last good</th><th>Next</th><th>Trouble</th></tr>
${health.feeds.map((feed) => feedRow(feed, health.now)).join("\n")}
</table></body></html>
`;
}

function deadLetters(health: Health): string {
  if (health.deadLetters.length === 0) return "";
  const rows = health.deadLetters.map(
    (letter) =>
      `<tr><td>${encode(letter.key)}</td><td>${encode(letter.channel)}</td><td>${encode(letter.reason)}</td></tr>`,
  );
  return `<h2>Dead letters</h2><table><tr><th>Key</th><th>Channel</th><th>Reason</th></tr>${rows.join("\n")}</table>`;
}

function feedRow(feed: FeedHealth, now: number): string {
  const { state } = feed;
  const trouble =
    state !== undefined && state.failures > 0
      ? `<span class="bad">${encode(`${state.lastReason ?? "failed"}, ${state.failures} in a row: ${state.lastDetail ?? ""}`)}</span>`
      : "";
  const good = state?.lastOkAt === undefined ? "never" : ago(state.lastOkAt, now);
  const next = state === undefined ? "now" : ahead(state.nextDueAt, now);
  return `<tr><td>${encode(feed.name)}</td><td>${good}</td><td>${next}</td><td>${trouble}</td></tr>`;
}

function row(name: string, value: string): string {
  return `<tr><th>${name}</th><td>${encode(value)}</td></tr>`;
}

function ago(at: number, now: number): string {
  return `${span(now - at)} ago`;
}

function ahead(at: number, now: number): string {
  return at <= now ? "now" : `in ${span(at - now)}`;
}

function span(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return `${Math.max(0, Math.round(ms / 1000))} s`;
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

function encode(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

import type { Link } from "../domain-delivery.ts";
import type { AnswerRow, AnswerSection } from "../domain-lookup.ts";
import { decodeEntities } from "../text/decode-entities.ts";

/** A day as 2024-11-18, UTC. */
export function sayDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A minute as 2024-11-18 07:12Z. */
export function sayMinute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")}Z`;
}

/** A span in its largest whole unit: "3 d", "5 h", "12 min". */
export function saySpan(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 72 ? `${hours} h` : `${Math.round(hours / 24)} d`;
}

/** A count with its noun: "1 outlet", "2 outlets", "0 stories". */
export function sayCount(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Text cut to a length at a word, with an ellipsis; never inside a surrogate pair. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const space = cut.lastIndexOf(" ");
  const kept = space > limit * 0.6 ? cut.slice(0, space) : cut;
  return `${kept.replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}

/** Words of an article in quotation marks, cut to a length; words that bring their own marks get no second pair. */
export function quote(text: string, limit: number): string {
  const bare = text.trim();
  const inner = /^[“"](?:[^“”"]*)[”"]$/.test(bare) ? bare.slice(1, -1) : bare;
  return /^[“"]/.test(inner) ? cutText(inner, limit) : `“${cutText(inner, limit)}”`;
}

/** A headline as people read it: archives of old feeds hold some with entities in them. */
export function sayTitle(title: string): string {
  return decodeEntities(title);
}

/** A row of an answer. */
export function row(label: string | undefined, text: string, links: readonly Link[] = []): AnswerRow {
  return { label, text, links };
}

/** A section, or none where it has no rows. */
export function section(heading: string, rows: readonly AnswerRow[]): AnswerSection[] {
  return rows.length === 0 ? [] : [{ heading, rows }];
}

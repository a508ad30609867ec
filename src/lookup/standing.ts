import type { AnswerRow, Archive, EntityFacts, KeptMute, Watch } from "../domain-lookup.ts";
import { row, sayDay, sayMinute } from "./say.ts";

/** Whether an entity is watched and muted, with who and why. */
export function standingRows(entity: EntityFacts, archive: Archive, now: number): AnswerRow[] {
  const watch = archive.watches().find((one) => one.kind === entity.kind && one.id === entity.id);
  const mute = archive
    .mutes()
    .find((one) => one.kind === "entity" && one.target === entity.id && one.until > now);
  const watched = watch !== undefined ? sayWatch(watch) : entity.watched ? "by feeds.yaml" : "no";
  return [row("Watched", watched), ...(mute === undefined ? [] : [row("Muted", sayMute(mute))])];
}

/** "by U07, 2024-11-18, until 2024-12-18". */
export function sayWatch(watch: Watch): string {
  const until = watch.until === undefined ? "" : `, until ${sayDay(watch.until)}`;
  return `by ${watch.by}, ${sayDay(watch.at)}${until}${watch.own ? " (no catalogue knows the name; watched as written)" : ""}`;
}

/** "until 2024-11-25 07:00Z by U07: handled". */
export function sayMute(mute: KeptMute): string {
  return `until ${sayMinute(mute.until)} by ${mute.by}, ${sayDay(mute.at)}: ${mute.because ?? "no reason given"}`;
}

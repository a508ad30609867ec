import type { Answer, KeptMute, Watch } from "../domain-lookup.ts";
import { row, sayCount, section } from "./say.ts";
import { sayMute, sayWatch } from "./standing.ts";

const MAX_ROWS = 40;

/** The watches that people added, with who and when. */
export function answerWatches(watches: readonly Watch[]): Answer {
  return {
    kind: "watch-list",
    ok: true,
    title: "Watches",
    bottomLine: `${sayCount(watches.length, "watch", "watches")} besides feeds.yaml.`,
    sections: section(
      "Added here",
      watches.slice(0, MAX_ROWS).map((watch) => row(`${watch.name} (${watch.kind})`, sayWatch(watch))),
    ),
    buttons: watches
      .slice(0, 5)
      .map((watch) => ({ label: `Remove ${watch.name}`, ask: `watch remove ${watch.id}` })),
    footer: "",
  };
}

/** The mutes in force, with who, until when and why. */
export function answerMutes(mutes: readonly KeptMute[], now: number): Answer {
  const live = mutes.filter(({ until }) => until > now);
  return {
    kind: "mute-list",
    ok: true,
    title: "Mutes",
    bottomLine: `${sayCount(live.length, "mute")} in force.`,
    sections: section(
      "Muted",
      live.slice(0, MAX_ROWS).map((mute) => row(`${mute.name} (${mute.kind})`, sayMute(mute))),
    ),
    buttons: live.slice(0, 5).map((mute) => ({ label: `Unmute ${mute.name}`, ask: `unmute ${mute.target}` })),
    footer: "",
  };
}

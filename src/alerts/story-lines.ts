import type { Message } from "../domain-delivery.ts";
import type { AlertInput } from "./write-alert.ts";

/** The labelled lines of an alert: Victim, Actor, Status, Why us. */
export function storyLines(input: AlertInput): Message["lines"] {
  const { findings } = input.read;
  const victims = findings.carriers.filter((one) => one.role === "victim");
  const earlier = findings.carriers.filter((one) => one.role === "past-victim");
  const lines: { label: string; text: string }[] = [];
  const names = (list: readonly { readonly name: string }[]): string =>
    list.map((one) => one.name).join(", ");
  if (victims.length > 0)
    lines.push({
      label: "Victim",
      text: `${names(victims)} (reported)${earlier.length > 0 ? ` · Earlier: ${names(earlier)}` : ""}`,
    });
  const actors = findings.actors.filter((one) => one.role !== "background");
  if (actors.length > 0) lines.push({ label: "Actor", text: names(actors) });
  lines.push({ label: "Why us", text: `rule ${input.rating.rule}` });
  return lines;
}

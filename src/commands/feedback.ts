import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Feedback } from "../domain-desk.ts";
import { type RulePrecision, rateFeedback } from "../pipeline/rate-feedback.ts";
import { listFeedback } from "../store/desk-notes.ts";
import { openStore } from "../store/open-store.ts";
import { plainText } from "../terminal/paint.ts";
import { readArguments } from "./read-arguments.ts";
import { readSettings } from "./read-settings.ts";

/** Lists the alerts that people called not relevant, and the precision of each rule by what people judged. */
export async function feedbackCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("feedback", args);
  const { config, stateDir } = readSettings(given);
  const database = join(stateDir, "telwatch.db");
  const db = openStore(existsSync(database) ? database : ":memory:");
  const rules = rateFeedback(db, config);
  const feedback = listFeedback(db);
  db.close();
  if (given.has("json")) console.log(JSON.stringify({ rules, feedback: feedback.map(withIsoTime) }));
  else console.log([...drawRules(rules), "", ...drawFeedback(feedback)].join("\n"));
  return 0;
}

function withIsoTime(one: Feedback): object {
  return { ...one, at: new Date(one.at).toISOString() };
}

function drawRules(rules: readonly RulePrecision[]): string[] {
  if (rules.length === 0) return ["No alerts yet."];
  return [
    `${"rule".padEnd(28)} ${"alerts".padStart(6)} ${"acked".padStart(6)} ${"not relevant".padStart(13)} ${"precision".padStart(10)}`,
    ...rules.map(({ rule, alerts, acknowledged, notRelevant, precision }) => {
      const share = precision === undefined ? "–" : `${Math.round(precision * 100)} %`;
      return `${rule.padEnd(28)} ${String(alerts).padStart(6)} ${String(acknowledged).padStart(6)} ${String(notRelevant).padStart(13)} ${share.padStart(10)}`;
    }),
  ];
}

function drawFeedback(feedback: readonly Feedback[]): string[] {
  if (feedback.length === 0) return ["Nobody called an alert not relevant."];
  return feedback.map(
    (one) =>
      `${new Date(one.at).toISOString().slice(0, 16)}Z  ${one.storyId}  ${one.verdict}  (${one.rule}, by ${plainText(one.by)})  ${plainText(one.title)}${one.note === "" ? "" : ` · ${plainText(one.note)}`}`,
  );
}

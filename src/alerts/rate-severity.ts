import type { Findings, Severity } from "../domain.ts";
import type { Config } from "../domain-config.ts";

/** How loud, and the rule that fired, in words that stand in the message. */
export interface Rating {
  readonly severity: Severity;
  readonly rule: string;
}

const ATTACKS: readonly string[] = ["intrusion", "data-breach", "ransomware", "outage"];
const SECURITY: readonly string[] = [...ATTACKS, "vulnerability", "arrest", "policy"];

/** Rates what was found: `urgent` a watched carrier is a victim now, `notice` a lesser role or an actor beside telecoms, `info` the rest. */
export function rateSeverity(findings: Findings, config: Pick<Config, "us">, telecom = false): Rating {
  const { type } = findings.event;
  const victims = findings.carriers.filter((one) => one.role === "victim");
  const actors = findings.actors.filter((one) => one.role !== "background");
  if (config.us !== undefined && victims.some((one) => one.id === config.us))
    return { severity: "urgent", rule: `us+${type}` };
  if (victims.length > 0 && ATTACKS.includes(type)) return { severity: "urgent", rule: `carriers+${type}` };
  if (victims.length > 0 && SECURITY.includes(type)) return { severity: "notice", rule: `carriers+${type}` };
  if (actors.length > 0 && (telecom || findings.carriers.length > 0))
    return { severity: "notice", rule: "actors+telecom" };
  if (findings.carriers.length > 0 && SECURITY.includes(type))
    return { severity: "notice", rule: `carrier-named+${type}` };
  return { severity: "info", rule: actors.length > 0 ? "actors" : "named" };
}

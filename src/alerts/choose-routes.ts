import type { CarrierRole, EventType, Findings, Severity } from "../domain.ts";
import type { Config, Route } from "../domain-config.ts";

/** The configured routes that want this, in order; each channel once, the immediate route before the digest. */
export function chooseRoutes(
  findings: Findings,
  severity: Severity,
  config: Pick<Config, "routes">,
): Route[] {
  const fitting = config.routes.filter((route) => fits(route, findings, severity));
  const now = fitting.filter((route) => route.deliver === "now");
  const later = fitting.filter((route) => route.deliver === "digest");
  return [...new Map([...now, ...later].reverse().map((route) => [route.channel, route])).values()].reverse();
}

function fits(route: Route, findings: Findings, severity: Severity): boolean {
  const { actors, carriers, roles, events, severity: loudness } = route.when;
  if (events !== undefined && !events.includes(findings.event.type)) return false;
  if (loudness !== undefined && !loudness.includes(severity)) return false;
  const passing = namesOnlyInPassing(findings);
  const actorFits = findings.actors.some(
    (one) =>
      (roles?.includes(one.role) ?? (passing || one.role !== "background")) &&
      (actors === "any" || (actors?.includes(one.id) ?? false)),
  );
  const carrierFits = findings.carriers.some(
    (one) =>
      (roles?.includes(one.role) ??
        (hurt(one.role, findings.event.type) || (passing && one.role !== "source"))) &&
      (carriers === "any" || (carriers?.includes(one.id) ?? false)),
  );
  if (actors !== undefined && carriers !== undefined) return actorFits && carrierFits;
  if (actors !== undefined) return actorFits;
  if (carriers !== undefined) return carrierFits;
  return true;
}

/** Whether a report names nobody who acts or is hit: then whom it names in passing is whom it concerns, if anybody. */
function namesOnlyInPassing({ actors, carriers, event }: Findings): boolean {
  return (
    actors.every((one) => one.role === "background") && !carriers.some((one) => hurt(one.role, event.type))
  );
}

/** Without roles in the route, a carrier counts when it is a victim, when a court or a regulator takes up what happened to it, and when a weakness is told that concerns it. */
function hurt(role: CarrierRole, event: EventType): boolean {
  if (role === "victim") return true;
  if (event === "vulnerability") return role !== "source";
  return role === "past-victim" && (event === "policy" || event === "arrest");
}

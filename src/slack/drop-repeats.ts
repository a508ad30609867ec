import type { AllMiddlewareArgs, AnyMiddlewareArgs } from "@slack/bolt";

/** True for the first caller of an envelope id, false for every later one. */
export type ClaimEnvelope = (id: string) => Promise<boolean>;

/** Bolt middleware that lets each envelope through once: Slack sends one again when an acknowledgement came late. */
export function dropRepeats(
  claim: ClaimEnvelope,
): (args: AnyMiddlewareArgs & AllMiddlewareArgs) => Promise<void> {
  return async (args) => {
    const id = envelopeId(args);
    if (id === undefined || (await claim(id))) {
      await args.next();
      return;
    }
    if ("ack" in args && typeof args.ack === "function") await (args.ack as () => Promise<void>)();
  };
}

function envelopeId(args: AnyMiddlewareArgs & AllMiddlewareArgs): string | undefined {
  const { envelopeId: fromSocket } = args.context as { readonly envelopeId?: unknown };
  const body = args.body as { readonly event_id?: unknown; readonly trigger_id?: unknown };
  const id = fromSocket ?? body.event_id ?? body.trigger_id;
  return typeof id === "string" ? id : undefined;
}

import type { App } from "@slack/bolt";
import { registerStoryActions } from "./actions.ts";
import { type ListenerParts, registerCommands } from "./commands.ts";
import { registerHome } from "./home.ts";

/** Everything that people can say to the bot or press. */
export function registerListeners(app: App, parts: ListenerParts): void {
  registerCommands(app, parts);
  registerStoryActions(app, parts);
  registerHome(app, parts);
}

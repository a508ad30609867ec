import type { News, Reading, Story } from "../domain.ts";

/** What an article adds to its story and where it differs; empty lists mean nothing new. */
export function findNews(before: Story, read: Reading): News {
  const { findings, account } = read;
  const added: { label: string; text: string }[] = [];
  for (const actor of findings.actors) {
    if (!before.actors.some((one) => one.id === actor.id && one.role === actor.role))
      added.push({ label: "New", text: `${actor.name} (${actor.role})` });
  }
  for (const carrier of findings.carriers) {
    if (carrier.role !== "mentioned" && !before.carriers.some((one) => one.id === carrier.id))
      added.push({ label: "New", text: `${carrier.name} (${carrier.role})` });
  }
  for (const figure of account.figures) {
    if (!before.figures.some((one) => one.value === figure.value && one.unit === figure.unit))
      added.push({ label: "Numbers", text: `${figure.literal} ${figure.counts}`.trim() });
  }
  return { added, differs: [], missing: [] };
}

/** Works through items in pieces and lets timers and answers of other feeds in between two pieces. */
export async function takeTurns<T>(
  items: readonly T[],
  size: number,
  work: (piece: readonly T[]) => Promise<void> | void,
): Promise<void> {
  for (let at = 0; at < items.length; at += size) {
    if (at > 0) await othersTurn();
    await work(items.slice(at, at + size));
  }
}

/** Resolves when everything else that is ready has had its turn. */
export function othersTurn(): Promise<void> {
  return new Promise((go) => {
    setImmediate(go);
  });
}

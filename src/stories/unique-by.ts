/** The first of each key, in the order of the list. */
export function uniqueBy<T>(list: readonly T[], key: (one: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((one) => !seen.has(key(one)) && seen.add(key(one)).size > 0);
}

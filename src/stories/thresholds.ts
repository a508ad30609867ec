/** Every constant of grouping, each with the measurement that chose it; `telwatch eval` repeats the measurements. */

/** How long a story stays open after its last article, unless configured. */
export const DEFAULT_WINDOW_MS = 7 * 86_400_000;
/** Score at which an article joins a story. */
export const JOIN_AT = 1;

import type { FitOptions } from "./fit-logistic.ts";

/** Chosen by leaving each of 16 sets out; half or twice of each changes the unseen share by at most a point and a half. */
export const EVENT_OPTIONS: FitOptions = { c: 0.5, balance: 0.7, leastExamples: 4 };
export const CARRIER_OPTIONS: FitOptions = { c: 0.3, balance: 0.3, leastExamples: 3 };
/** 0.1 to 0.8 read the same share of actors in sets left out (0.827 to 0.833 of 1,996); below 0.5 a floor of the oldest sets gives way. */
export const ACTOR_OPTIONS: FitOptions = { c: 0.5, balance: 0.3, leastExamples: 3 };
/** What a sentence says on an actor's case: weights below a tenth change no reading and would fill the file. */
export const BLAME_OPTIONS: FitOptions = { c: 0.3, balance: 0, leastExamples: 6, leastWeight: 0.15 };

/** The words of the catalogue: actors and carriers with their names, and who asserts each. */

/** high: an ordinary word, never counts alone; medium: needs its exact case and a cue; low: exact case is enough. */
export const AMBIGUITY_LEVELS = ["high", "medium", "low"] as const;
export type AmbiguityLevel = (typeof AMBIGUITY_LEVELS)[number];

export interface Ambiguity {
  readonly level: AmbiguityLevel;
  readonly why: string;
}

/** Another name of an actor, with the namers who assert it. */
export interface Alias {
  readonly name: string;
  /** Who says so: "misp-threat-actor", "attack", "misp-microsoft", "overlay: …". */
  readonly sources: readonly string[];
  readonly status: "agreed" | "disputed";
  /** Ids of other actors that a catalogue gives the same name. */
  readonly sharedWith: readonly string[];
  readonly ambiguity: Ambiguity | undefined;
}

export interface CatalogueActor {
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Every name, the shown one included. */
  readonly aliases: readonly Alias[];
  readonly country: string | undefined;
  readonly motivation: readonly string[];
  readonly sectors: readonly string[];
  /** Ids in the source catalogues: ATT&CK "G1045". */
  readonly externalIds: readonly string[];
  /** True for a gang that no catalogue of groups lists: in a teaser it counts in reports about operators only. */
  readonly onlyWithCarrier: boolean;
  /** Catalogue entries joined into this one by an overlay row. */
  readonly joined: readonly string[];
  /** Actors that a catalogue calls similar; never merged for that. */
  readonly related: readonly string[];
}

export interface CarrierName {
  readonly name: string;
  readonly ambiguity: Ambiguity | undefined;
  /** A research team or report whose mention makes the carrier a source. */
  readonly research: boolean;
  /** False for a short form that is only flagged as ambiguous. */
  readonly listed: boolean;
  /** Country of this name, where it is not the carrier's seat. */
  readonly country?: string;
}

export interface CatalogueCarrier {
  readonly id: string;
  readonly name: string;
  readonly legal: string;
  /** ISO 3166 code of the seat. */
  readonly country: string;
  readonly names: readonly CarrierName[];
  readonly tickers: readonly string[];
  /** The groups it belongs to, by a reviewed overlay row each. */
  readonly parents: readonly { readonly name: string; readonly id: string | undefined }[];
  readonly domain: string | undefined;
}

export interface Catalogue {
  readonly actors: readonly CatalogueActor[];
  readonly carriers: readonly CatalogueCarrier[];
  /** Version of each source: "misp-threat-actor": "v349". */
  readonly versions: Readonly<Record<string, string>>;
}

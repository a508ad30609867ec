import type { AmbiguityLevel } from "../../domain-catalogue.ts";

/** A reviewed correction to the published catalogues; each row says on whose word it rests. */
export type OverlayRow =
  | {
      readonly kind: "join";
      readonly into: string;
      readonly name: string;
      readonly of: readonly string[];
      readonly disputed: readonly string[];
      readonly source: string;
    }
  | {
      readonly kind: "actor";
      readonly id: string;
      readonly name: string;
      readonly aliases?: readonly string[];
      readonly country?: string;
      readonly sectors?: readonly string[];
      /** A gang that no catalogue of groups lists: in a teaser it counts in reports about operators only. */
      readonly onlyWithCarrier?: boolean;
      /** How ambiguous all its names are; a row of its own for one of them goes before. */
      readonly level?: AmbiguityLevel;
      readonly source: string;
    }
  | {
      readonly kind: "alias";
      readonly actor: string;
      readonly name: string;
      readonly status: "agreed" | "disputed";
      readonly source: string;
    }
  | { readonly kind: "display"; readonly actor: string; readonly name: string; readonly source: string }
  | {
      readonly kind: "carrier-name";
      readonly carrier: string;
      readonly name: string;
      /** Where it is not the seat. */
      readonly country?: string;
      /** A research team: its mention makes the carrier a source. */
      readonly research?: boolean;
      readonly source: string;
    }
  | {
      readonly kind: "parent";
      readonly carrier: string;
      /** The group's name as shown. */
      readonly parent: string;
      /** Its id where it is in the catalogue itself. */
      readonly parentId?: string;
      readonly source: string;
    }
  | {
      readonly kind: "ambiguity";
      readonly of: "actor" | "carrier";
      readonly name: string;
      readonly level: AmbiguityLevel;
      readonly why: string;
    };

/** An actor as the bundled file keeps it: aliases with the catalogues that assert them. */
export interface ActorRecord {
  readonly id: string;
  readonly name: string;
  readonly country?: string;
  readonly motivation?: readonly string[];
  readonly sectors?: readonly string[];
  readonly externalIds?: readonly string[];
  readonly related?: readonly string[];
  readonly sources: readonly string[];
  readonly aliases: readonly (readonly [name: string, sources: readonly string[]])[];
}
export interface ActorsFile {
  readonly versions: Readonly<Record<string, string>>;
  readonly actors: readonly ActorRecord[];
}
export interface CarrierRecord {
  readonly id: string;
  readonly name: string;
  readonly legal: string;
  readonly country: string;
  readonly names: readonly string[];
  readonly tickers?: readonly string[];
  readonly domain?: string;
  readonly research?: readonly string[];
  readonly ambiguous?: readonly AmbiguityRecord[];
}
export interface AmbiguityRecord {
  readonly name: string;
  readonly level: AmbiguityLevel;
  readonly why: string;
}

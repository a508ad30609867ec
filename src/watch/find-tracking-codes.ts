/** A name of a group that no catalogue lists: a vendor's tracking code, or what the text introduces. */
export interface TrackingCode {
  readonly start: number;
  readonly end: number;
  readonly literal: string;
  /** "UAT-7290" as "uat-7290": the id of a group that only this code names. */
  readonly id: string;
  /** Whether it counts in any report; else in a teaser about operators only. */
  readonly firm?: boolean;
  /** Whether it is also what weather and animals are called: then something must call it a group. */
  readonly ambiguous?: boolean;
}

/** Codes under which vendors track groups before they name them: Mandiant UNC, Talos UAT, Microsoft Storm and DEV, Proofpoint TA and UNK_, Recorded Future TAG, Palo Alto CL-STA, CERT-UA UAC, 360 APT-C, Volexity UTA, Sophos STAC, QiAnXin UTG-Q. */
const CODES =
  /(?<![\p{L}\p{N}_-])(?:UNC[- ]?\d{3,5}|UAT-\d{3,5}|STAC\d{4}|UTG-Q-\d{3,4}|CTG-\d{4}|UAC-\d{4}|Storm-\d{4}|DEV-\d{4}|TA\d{3,4}|TAG-\d{2,4}|APT-?[CQ]-\d{2}|APT[- ]?\d{2}|(?:CL|TGR)-(?:STA|CRI|UNK)-\d{4}|UTA\d{4}|UNK_[A-Z][A-Za-z]{3,24}|REF\d{4}|GTG-\d{4}|FIN\d{1,2}|SectorJ?\d{2,3}|TEMP\.[A-Z][A-Za-z]{2,20}|LARVA-\d{3,6}|Larva-\d{3,6})(?![\p{L}\p{N}])/gu;

/** How Microsoft and CrowdStrike name groups; new ones of the kind come every few months. */
const COINED =
  /(?<![\p{L}\p{N}_-])[A-Z][A-Za-z]{2,14} (?:Typhoon|Blizzard|Sandstorm|Sleet|Tempest|Tsunami|Panda|Chollima|Kitten|Jackal|PANDA|CHOLLIMA|KITTEN|JACKAL)(?![\p{L}\p{N}])/gu;

/** Finds tracking codes, and names coined like a vendor's others, in their exact case. */
export function findTrackingCodes(text: string): TrackingCode[] {
  return [
    ...[...text.matchAll(CODES)].map((match) => codeOf(match, false)),
    ...[...text.matchAll(COINED)].map((match) => codeOf(match, true)),
  ];
}

function codeOf(match: RegExpExecArray, ambiguous: boolean): TrackingCode {
  const [literal] = match;
  const id = literal.toLowerCase().replace(/[\s_.]+/g, "-");
  return { start: match.index, end: match.index + literal.length, literal, id, firm: true, ambiguous };
}

/**
 * Every constant of grouping with the measurement that chose it. "Corpus" is the labelled full articles,
 * "stream" the labelled teasers (both in ../shared/data); `telwatch eval` repeats the figures.
 * Likeness is the TF-IDF cosine of an article with its story, weights from background and archive.
 */

const DAY_MS = 86_400_000;

/** A story stays open this long after its last article, unless configured. */
export const DEFAULT_WINDOW_MS = 7 * DAY_MS;
/** Follow-ups that share a victim or a rare name are looked for this long: two labelled events had a report 8 and 11 days on, the next own event of a victim came after 15. */
export const FOLLOW_UP_FACTOR = 2;
/** No story takes articles later than this after its first: the longest labelled event ran 12 days. */
export const LONGEST_STORY_MS = 35 * DAY_MS;

/** Score at which an article joins a story. */
export const JOIN_AT = 1;
/** Likeness that joins by itself: unrelated pairs end at 0.16 (24 and 1,443 pairs), 22 of 29 stream pairs lie above 0.24. */
export const LIKENESS_ALONE = 0.24;
/** Same victim: with 0.65 the corpus falls apart at a report of 0.10 likeness (pair F1 0.89), from 0.70 on it is 0.95; a cable cut beside a theft is kept apart by its accident. */
export const SAME_VICTIM = 0.75;
/** Same carrier in the middle of both (headline, or FOCAL_MENTIONS mentions) though not a victim in both: roles are read with errors, and a parent company or a rival may lead a follow-up. */
export const SAME_FOCUS = 0.5;
export const FOCAL_MENTIONS = 3;
/** Same actor only: two Lazarus campaigns have 0.13, reports of one campaign 0.30 and more. */
export const SAME_ACTOR = 0.25;
/** Each shared name that at most RARE_NAME_DOCUMENTS documents have (malware, people, places, products). */
export const SHARED_RARE_NAME = 0.1;
export const MOST_FROM_RARE_NAMES = 0.3;
export const RARE_NAME_SHARE = 0.003;
/** Headline words that at most this share of documents have tell what an article is about; where neither side's stand in the other: in the recorded stream two products' flaws and two universities' breaches reach 0.28 without one. */
export const RARE_HEADLINE_SHARE = 0.01;
export const OTHER_HEADLINES = -0.2;
/** And this share of what the likeness gave: texts made to one pattern are alike whatever they are about. */
export const OTHER_HEADLINES_SHARE = 0.5;
/** Two words this rare in common make up for headlines without a common word. */
export const RAREST_SHARE = 0.005;
/** Each telling number in common ("478,000"), at most two counted. */
export const SHARED_FIGURE = 0.15;
/** Same CVE number, or only different ones. */
export const SHARED_CVE = 0.25;
export const OTHER_CVES = -0.45;
/** Victims named on both sides and none in common. */
export const OTHER_VICTIMS = -0.5;
/** Actors named on both sides, none in common, and no common victim. */
export const OTHER_ACTORS = -0.25;
/** Business news beside anything else at the same company; an outage without a cause beside an attack, which is often its cause found; an outage with a stated accident beside an attack. */
export const BUSINESS_BESIDE = -0.3;
export const OUTAGE_BESIDE_ATTACK = -0.05;
/** An outage nobody explains beside an intrusion at the same company: three of three labelled such pairs were one event. */
export const OUTAGE_THEN_ATTACK = 0.1;
export const ACCIDENT_BESIDE_ATTACK = -0.9;
/** Taken off for each day after the second since the story's last article. */
export const PER_DAY_LATER = -0.025;
export const DAYS_FREE = 2;
/** Outside the window an article must reach this much more. */
export const LATE_SURCHARGE = 0.1;
/** Guard against chains: each member after the eighth raises the bar where no watched name is shared. */
export const CHAIN_FREE_MEMBERS = 8;
export const PER_CHAIN_MEMBER = -0.05;
/** Titles of one outlet that share this much of their words, numbers left out, are a series ("CISA Adds …", Patch Tuesday). */
export const SERIES_TITLE_OVERLAP = 0.75;
/** Unless their texts are nearly the same, which is a second copy. */
export const SAME_TEXT = 0.75;
/** Where the company is the same, days take off no more than this: one labelled event had its second report after 11 days. */
export const MOST_FOR_DAYS = -0.15;
/** Teasers of one event about one company have likenesses from 0 up (three labelled streams); within SOON_MS the company does. */
export const SOON_MS = 4 * DAY_MS;
export const SPARSE_SAME_CARRIER = 0.32;
export const SPARSE_SAME_ACTOR = 0.12;
/** An article that says that its case is another one: two labelled pairs of events at one company within a week. */
export const SAYS_SEPARATE = -0.9;

/** Stems that say the same in the trade's headlines, the first of each row standing for all: peoples beside their countries, short forms beside long ones. */
const SAME: readonly string[] = [
  "russia russian kremlin moscow",
  "china chinese beij prc",
  "iran iranian tehran",
  "korea korean dprk pyongyang",
  "ukraine ukrainian",
  "israel israeli",
  "poland polish",
  "france french",
  "germany german",
  "italy italian",
  "netherland dutch",
  "spain spanish",
  "portugal portuguese",
  "uk u.k british britain",
  "u.s american america",
  "japan japanese",
  "india indian",
  "turkey turkish turkiye",
  "sweden swedish",
  "norway norwegian",
  "finland finnish",
  "denmark danish",
  "belgium belgian",
  "switzerland swiss",
  "austria austrian",
  "ireland irish",
  "greece greek",
  "canada canadian",
  "mexico mexican",
  "brazil brazilian",
  "australia australian",
  "singapore singaporean",
  "taiwan taiwanese",
  "vietnam vietnamese",
  "pakistan pakistani",
  "philippine filipino",
  "indonesia indonesian",
  "malaysia malaysian",
  "nigeria nigerian",
  "romania romanian",
  "hungary hungarian",
  "europe european",
  "asia asian",
  "africa african",
  "espionage spy cyberspy cyberespionage",
  "telecom telco telecommunic",
  "vulnerability flaw bug",
  "zero 0-day",
  "theft steal stole stolen thief",
];
const FOLDED = new Map(
  SAME.flatMap((row) => {
    const [kept = "", ...others] = row.split(" ");
    return others.map((other): [string, string] => [other, kept]);
  }),
);

/** The stem that stands for a stem and its like, so that "Russian hackers" meet "hackers from Russia". */
export function foldWord(term: string): string {
  return FOLDED.get(term) ?? term;
}

import { describe, expect, it } from "vitest";
import { compileMatcher } from "../../../src/watch/matcher/compile-matcher.ts";
import { matchNames } from "../../../src/watch/matcher/match-names.ts";

const NAMES = [
  "AT&T",
  "Lapsus$",
  "LAPSUS",
  "NoName057(16)",
  "GhostEmperor",
  "Salt Typhoon",
  "Salt",
  "T-Mobile",
];
const MORE = [
  "T-Mobile Polska",
  "Telefónica",
  "APT28",
  "APT",
  "U.S. Cellular",
  "EE",
  "Київстар",
  "SK텔레콤",
  "e&",
];
const matcher = compileMatcher([...NAMES, ...MORE]);
const literals = (text: string) =>
  matchNames(text, matcher).map(
    (match) => `${text.slice(match.start, match.end)}=${matcher.names[match.names[0] ?? -1]}`,
  );

describe("matchNames", () => {
  it.each([
    ["AT&T's network", ["AT&T=AT&T"]],
    ["AT&amp;T: hackers", ["AT&amp;T=AT&T"]],
    ["ＡＴ＆Ｔ", ["ＡＴ＆Ｔ=AT&T"]],
    ["(AT&T)", ["AT&T=AT&T"]],
    ["mapped to ATT&CK", []],
    ["EE&amp;APT28", ["EE=EE", "APT28=APT28"]],
    ["the Lapsus$ gang", ["Lapsus$=Lapsus$"]],
    ["lapsus’s members", ["lapsus=LAPSUS"]],
    ["NoName057(16), again", ["NoName057(16)=NoName057(16)"]],
    ["NoName057 (16) and noname05716", ["NoName057 (16)=NoName057(16)", "noname05716=NoName057(16)"]],
    [
      "Ghost Emperor, ghost-emperor, GHOSTEMPEROR",
      ["Ghost Emperor", "ghost-emperor", "GHOSTEMPEROR"].map((l) => `${l}=GhostEmperor`),
    ],
    ["Ghost, Emperor", []],
    ["Salt Typhoon, Salt.", ["Salt Typhoon=Salt Typhoon", "Salt=Salt"]],
    ["Salted typhoon", []],
    ["T-Mobile Polska and T‑Mobile", ["T-Mobile Polska=T-Mobile Polska", "T‑Mobile=T-Mobile"]],
    ["T Mobile TMobile", ["T Mobile=T-Mobile", "TMobile=T-Mobile"]],
    [
      "telefonica TELEFÓNICA Telefo\u0301nica",
      ["telefonica", "TELEFÓNICA", "Telefo\u0301nica"].map((l) => `${l}=Telefónica`),
    ],
    ["APT 28, APT-28, APT28, APT281", ["APT 28=APT28", "APT-28=APT28", "APT28=APT28"]],
    ["U.S. Cellular", ["U.S. Cellular=U.S. Cellular"]],
    ["a fee, EEs, EE", ["EE=EE"]],
    ["оператор Київстар.", ["Київстар=Київстар"]],
    ["SK텔레콤은", ["SK텔레콤=SK텔레콤"]],
    ["e& said", ["e&=e&"]],
    ["", []],
  ])("reads %j", (text, expected) => {
    expect(literals(text)).toEqual(expected);
  });

  it("tells names apart whose first six characters hash alike", () => {
    const one = compileMatcher(["Kard26 Group"]);
    expect(matchNames("The Mg5f8d Group", one)).toEqual([]);
    const both = compileMatcher(["Kard26 Group", "Mg5f8d Union"]);
    const text = "The Kard26 Group, the Mg5f8d Union, the Kard26 Union";
    expect(matchNames(text, both).map(({ names }) => names)).toEqual([[0], [1]]);
  });

  it("finds what a plain search for each name finds, on random text over the names' letters", () => {
    const words = ["salt", "typhoon", "ee", "apt28", "apt", "t", "mobile", "polska", "x"];
    let seed = 7;
    const next = (size: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % size;
    };
    for (let round = 0; round < 300; round += 1) {
      const text = Array.from({ length: 12 }, () => words[next(words.length)]).join(" ");
      const oracle = [
        ...text.matchAll(/(?<![\w])(?:salt ?typhoon|t ?mobile ?polska|t ?mobile|apt ?28|apt|salt|ee)(?!\w)/g),
      ];
      expect(literals(text).map((literal) => literal.split("=")[0])).toEqual(oracle.map((match) => match[0]));
    }
  });
});

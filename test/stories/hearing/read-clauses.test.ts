import { describe, expect, it } from "vitest";
import { readClauses } from "../../../src/stories/hearing/read-clauses.ts";

/** "subject: verb", a question mark where no subject stands before the verb. */
function clauses(sentence: string): string[] {
  return readClauses(sentence).map((one) => `${one.subject?.text ?? "?"}: ${one.verb}`);
}

describe("readClauses", () => {
  it.each([
    ["Norlight rests its case on a shared key.", ["Norlight: rest"]],
    ["The court in Bern has annulled the fine.", ["The court in Bern: annul"]],
    [
      "A gateway was hit, two engineers at Norlight reckon.",
      ["A gateway: hit", "two engineers at Norlight: reckon"],
    ],
    ["Norlight, a small laboratory, deems that plausible.", ["Norlight: deem"]],
    ["Swisscom itself closed the port and found nothing.", ["Swisscom: close", "?: find"]],
    ["In Bern, Recorded Future assigns the tool to a contractor.", ["Recorded Future: assign"]],
  ])("finds who does what in %j", (sentence, expected) => {
    expect(clauses(sentence)).toEqual(expected);
  });

  it.each([
    "To mend the line takes a week of digging by hand",
    "A paper released by Norlight on Monday",
    "Having shut the port",
  ])("takes no participle or infinitive for a verb of its own: %j", (sentence) => {
    expect(readClauses(sentence).map((one) => one.verb)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:mend|release|shut)$/)]),
    );
  });

  it("tells the passive, negations and how much follows the verb", () => {
    const [hit, said] = readClauses("No gateway was hit, the operator has not said.");
    expect(hit).toMatchObject({ verb: "hit", passive: true, rest: 0 });
    expect(said).toMatchObject({ verb: "say", negated: true, behind: ",", rest: 0 });
  });

  it("gives the noun that a phrase is about and the name within", () => {
    expect(readClauses("Two analysts at Norlight have traced it.")[0]?.subject).toMatchObject({
      head: "analyst",
      core: "analysts",
      name: "Norlight",
    });
  });
});

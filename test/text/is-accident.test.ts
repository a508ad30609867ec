import { describe, expect, it } from "vitest";
import { isAccident } from "../../src/text/is-accident.ts";
import { article } from "../stories/read.ts";

describe("isAccident", () => {
  it.each([
    ["A storm cut power to masts of the operator on Sunday.", true],
    ["The outage came from a software fault, not a cyberattack, the operator said.", true],
    ["An excavator cut a cable. The damage had nothing to do with the data theft.", true],
    ["A software update failed. It was neither an attack nor tied to the breach, the operator said.", true],
    ["A fire broke out. Rumours about sabotage by hackers have no foundation, an official said.", true],
    ["A fire broke out after sabotage by hackers, an official said.", false],
    ["The network failed on Sunday. No cause was given.", false],
    ["Two cables were severed and sabotage cannot be ruled out.", false],
    ["A software fault was blamed at first; the operator does not rule out hackers.", false],
    ["The operator suspects that routers were targeted from outside, after maintenance on Saturday.", false],
    ["A power failure followed the ransomware attack.", false],
    ["Batteries began to smoulder, three days after an attack on the login page.", true],
    ["A road crew cut the operator's trunk near Tartu at night.", true],
    ["Rats gnawed through a fibre in the tunnel.", true],
    ["Phones went dead. No storm had been forecast, and there was no word on the cause.", false],
    ["A ship's anchor tore a cable. Police speak of criminal damage and detained two of the crew.", false],
    ["A flood of requests took the operator's shop offline.", false],
    ["A ship's anchor tore the submarine cable.", true],
    ["The fire department warned callers. Nobody could say why the network had failed.", false],
  ])("says of %j: %s", (text, expected) => {
    expect(isAccident(article("Outage at an operator", [text]))).toBe(expected);
  });
});

import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../../src/watch/compile-watchlist.ts";
import { findMentions } from "../../src/watch/find-mentions.ts";
import { articleOf } from "./articles.ts";

const everyone = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });
function namesIn(text: string, topic: "telecom" | "security" | "general" = "security") {
  const found = findMentions(articleOf({ title: "Report", paragraphs: [text, "The end."], topic }), everyone);
  return [...found.actors, ...found.carriers].map((entity) => entity.id).sort();
}

describe("ambiguous names", () => {
  it.each([
    ["The hybrid war against the West goes on, hackers say.", []],
    ["The feature is rolling out to Plus and Pro subscribers this week.", []],
    ["Two browser extensions named 'Phantom Shuttle' steal data.", []],
    ["A botnet of cameras named Mantis attacked web sites.", []],
    ["The Mantis hacking group attacked ministries, Symantec said.", ["aridviper"]],
    ["After years of silence, ransomware victims talk.", []],
    ["The Silence group stole money from banks.", ["silence-group"]],
    ["Apple's App Tracking Transparency (ATT) stays. Critics of ATT on mobile networks are many.", []],
    ["Detections are mapped to MITRE ATT&CK, hackers beware.", []],
    ["Orders rose at Google Play and in the Play Store after the malware hit.", []],
    ["Bell Labs opened a fibre exhibition for subscribers.", []],
    ["Play on stage: Three people play music, said the operator Proximus.", ["proximus"]],
    ["The carrier Three lost service, and Three customers complained.", ["three-uk"]],
    ["Three hackers attacked a mobile operator.", []],
    ["BRUSSELS — Three ministers asked Proximus for its report on the breach.", ["proximus"]],
    ["Its new aim: Three operators at once, Proximus among them.", ["proximus"]],
    ["T-Mobile Slovensko and T-Mobile Polska were attacked.", ["t-mobile-pl"]],
    ["British telecom TalkTalk was attacked.", ["talktalk"]],
    ["Write to press@verizon.com or see att.com/news about the breach.", []],
    ["The worm SANDWORM_MODE spread through npm.", []],
    ["Digging for sandworm after the storm, anglers were attacked by gulls.", []],
    ["The sandworm hackers attacked the grid again.", ["sandworm"]],
    ["Panels like Baota (BT) were hijacked by hackers; BT panels are common.", []],
  ])("reads %j", (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  it("says which cue let an ambiguous name count and why another was dropped", () => {
    const text = "The mobile operator Orange was hacked. Orange County was not.";
    const found = findMentions(articleOf({ paragraphs: [text, "More."] }), everyone);
    expect(found.carriers[0]?.mentions.map((mention) => mention.cue)).toEqual([
      "called an operator in the sentence",
    ]);
    expect(found.dropped.map((one) => `${one.literal}: ${one.reason}`)).toEqual([
      "Orange: part of a longer proper name",
    ]);
  });

  it("takes a bare short form for the operator whose country the article names", () => {
    expect(namesIn("Cellcom, the Israeli mobile operator, was hacked.")).toEqual(["cellcom"]);
    expect(namesIn("Cellcom, a carrier in Wisconsin, was hacked.")).toEqual(["cellcom-us"]);
  });

  it.each([
    ["The INC ransomware gang took files from a mill, the hackers say.", ["inc-ransom"]],
    ["Widget Works, Inc. was hacked, as was Gadget INC of Ohio.", []],
    ["ALPHV hackers, known for BlackCat malware, attacked a hospital.", ["alpha-spider"]],
    ["Hackers of the APT36 and SideCopy groups attacked ministries.", ["operation-c-major", "sidecopy"]],
    ["The spies are Mint Sandstorm, which others call Charming Kitten, APT35 or TA453.", ["apt35"]],
    ["Hackers of Operation Soft Cell raided call records; Microsoft calls them Gallium.", ["gallium"]],
    ["The threat actor known as Gilded Heron was seen in mail servers.", ["gilded-heron"]],
    ["Rogers wrote back that it knows of no breach.", []],
    ["Cyber firms see groups such as Bitter and Patchwork at work.", ["hazy-tiger", "quilted-tiger"]],
    ["The break-in, a case of hacking, was put down to Hafnium.", ["hafnium"]],
    ["AT & T networks were hacked.", ["att"]],
    ["Play listed the mill on its leak site, hackers say.", ["play"]],
    ["Play listed the mill among its clients, hackers say.", []],
    ["MTS in Russia told of an attack by hackers.", ["mts-ru"]],
    ["MTS in Vermont told of an attack by hackers.", []],
    ["KT admitted that hackers took money from people in Seoul.", ["kt"]],
    ["Frontier confirmed that hackers stole records of subscribers.", ["frontier"]],
    ["It is for Plus and Pro subscribers. Subscribers to Plus can search more.", []],
    ["The group tracked as Amber Blizzard hacked mail servers.", ["amber-blizzard"]],
    ["Amber Blizzard closed schools; hackers were idle.", []],
    ["LummaStealer infections rose, hackers sold logs.", []],
    ["Three hackers attacked the operator Three in a breach.", ["three-uk"]],
    ["The crew started to roll out Play ransomware, hackers say.", []],
    ["Hackers hid a backdoor in the old phone game, Snake.", []],
    ["A northerly windstream cooled the hackers.", []],
  ])("reads %j", (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  it("takes a company for an operator that speaks for itself in a telecom article", () => {
    expect(namesIn("Rogers wrote back that it knows of no breach.", "telecom")).toEqual(["rogers"]);
    expect(namesIn("Rogers wrote back that he knows of no breach.", "telecom")).toEqual([]);
  });

  it("takes no number for an operator", () => {
    expect(namesIn("Three network devices of a mobile operator were hacked.", "telecom")).toEqual([]);
  });

  it("counts somebody in the dark by the handle that the text gives, in reports about operators", () => {
    const sold = (who: string) => namesIn(`A seller ${who} offers records of Telenor, a phone company.`);
    expect(sold("with the handle gravel7")).toEqual(["gravel7", "telenor"]);
    expect(sold("who goes by the name of Gravel")).toEqual(["gravel", "telenor"]);
    expect(sold("calling himself John Gravel")).toEqual(["telenor"]);
    expect(sold("called GravelPit")).toEqual(["gravelpit", "telenor"]);
    expect(sold("called Gravel")).toEqual(["telenor"]);
    expect(namesIn("A person calling himself Gravel7 offers records of Telenor, a phone company.")).toEqual([
      "gravel7",
      "telenor",
    ]);
    expect(namesIn("A person calling himself Gravel7 told Telenor, a phone company, of the breach.")).toEqual(
      ["telenor"],
    );
    expect(namesIn("A person calling himself Gravel7 works for Telenor, a phone company.")).toEqual([
      "telenor",
    ]);
    expect(namesIn("The tool adds an account called Update7 at Telenor, a phone company.")).toEqual([
      "telenor",
    ]);
    expect(namesIn("Hackers who used the chain known as ShellPit entered Telenor, a phone company.")).toEqual(
      ["telenor"],
    );
  });

  it("counts a gang that no catalogue of groups lists in a whole article, and in a teaser about operators only", () => {
    const text = "The Qilin ransomware gang took files of a mill.";
    const whole = articleOf({
      title: "Mill hacked",
      paragraphs: [text, "The mill is closed.", "Police came."],
    });
    expect(findMentions(whole, everyone).actors.map((actor) => actor.id)).toEqual(["qilin"]);
    expect(
      findMentions(articleOf({ title: "Pipeline operator hacked", paragraphs: [text] }), everyone).actors,
    ).toEqual([]);
    expect(namesIn(`${text} Subscribers of the mobile operator next door were not hit.`)).toEqual(["qilin"]);
  });

  it("needs no word of computer crime for a name that is no word", () => {
    const text = "The thieves sold records of Telenor on the site of ShinyHunters.";
    const found = findMentions(articleOf({ topic: "general", paragraphs: [text] }), everyone);
    expect(found.actors.map((actor) => actor.id)).toEqual(["shinyhunters"]);
  });

  it("counts an unambiguous group in a general paper without a word of computer crime where it names an operator", () => {
    const text = "Telenor's shops were closed again. It is a habit for which Scattered Spider became famous.";
    const found = findMentions(articleOf({ topic: "general", paragraphs: [text] }), everyone);
    expect(found.actors.map((actor) => actor.id)).toEqual(["scattered-spider"]);
    const zoo = "The zoo closed again. A cartoon about Scattered Spider is shown on Sunday.";
    expect(findMentions(articleOf({ topic: "general", paragraphs: [zoo] }), everyone).actors).toEqual([]);
  });

  it("takes the group that is written so before one whose name is as near", () => {
    const text = "The crew worked with BlackCat, the ransomware gang, says a mobile operator.";
    expect(namesIn(text)).toEqual(["alpha-spider"]);
    expect(namesIn("Researchers saw VELVET CHOLLIMA, a threat group, at a mobile operator.")).toEqual([
      "kimsuky",
    ]);
    expect(namesIn("The Black Cat gang poisoned search results, says a mobile operator.")).toEqual([
      "black-cat",
    ]);
  });

  it("takes a number for nobody's name", () => {
    const paragraphs = [
      "Three routers of Rogers, a mobile operator, were hacked.",
      "Twelve Chinese hackers were charged.",
    ];
    const found = findMentions(articleOf({ title: "Three routers, one bulletin", paragraphs }), everyone);
    expect(found.carriers.map((carrier) => carrier.id)).toEqual(["rogers"]);
    expect(found.actors).toEqual([]);
    expect(namesIn("Hackers broke in. Twelve says it stole files; the Twelve gang is known.")).toEqual([
      "twelve",
    ]);
  });

  it("tells two programs that a group dropped from the gangs that own them", () => {
    const text = "The group, Volt Typhoon, has dropped Warlock and LockBit ransomware at two operators.";
    expect(namesIn(text)).toEqual(["volt-typhoon"]);
  });

  it("hears no talk of phones in a spectrum of other things", () => {
    const paragraphs = [
      "When Charter officials approved a second school, a wide spectrum of parents came.",
      "Spectrum classes have eight pupils.",
      "It opens in May.",
    ];
    expect(findMentions(articleOf({ topic: "general", paragraphs }), everyone).carriers).toEqual([]);
  });

  it("takes a common word with a capital inside for the gang", () => {
    expect(namesIn("Telenor files, stolen by WarLock, were auctioned.")).toEqual(["telenor", "warlock"]);
  });

  it("counts a gang that the text introduces in reports about operators, and nowhere else", () => {
    expect(namesIn("The Gilded Heron ransomware gang hit the operator Telenor.")).toEqual([
      "gilded-heron",
      "telenor",
    ]);
    expect(namesIn("The Gilded Heron ransomware gang hit a bakery.")).toEqual([]);
  });

  it("counts a name for the group that the article gives it to", () => {
    const found = findMentions(
      articleOf({ paragraphs: ["Kimsuky, also tracked as APT43, sent forged mails.", "It is old."] }),
      everyone,
    );
    expect(found.actors.map((actor) => [actor.id, actor.matched])).toEqual([
      ["kimsuky", ["Kimsuky", "APT43"]],
    ]);
  });
});

describe("page furniture", () => {
  it("reads what newsletters report, and not where one is offered", () => {
    const paragraphs = [
      "An operator was hacked on Monday.",
      "As to who, nobody knows. A few newsletters brought up Salt Typhoon. Please do not.",
      "Get the Roe newsletter on telecoms every Friday.",
      "Normal service resumes on Monday. Sign up for our newsletter to have Volt Typhoon news in your inbox.",
      "The company is at work.",
    ];
    const found = findMentions(articleOf({ title: "Operator hacked", paragraphs }), everyone);
    expect(found.furniture).toEqual([3, 4]);
    expect(found.actors.map((actor) => actor.id)).toEqual(["salt-typhoon"]);
  });

  const page = (line: string) => [
    "Telenor was hacked on Monday, the operator said.",
    "It is restoring service.",
    line,
  ];
  it.each([
    "Read more: Optus chief steps down",
    "More from Mast & Cable: Verizon raises prices",
    "Also today: KPN sells towers; Telia buys back shares",
    "From the archive: How Lapsus$ got into Vodafone",
    "Lesen Sie auch: Swisscom baut aus",
    "◆ Related news: Hackers in the network of SK Telecom",
    "▶ Read more: Optus chief steps down",
    "A shop of Verizon in Boston. Photo: Jane Roe",
    "A shop of Verizon in Boston (Image credit: Jane Roe)",
    "Verizon's head office, New York. John Doe/Getty Images",
    "[Photo = Agency, Verizon's head office]",
    "Get the Mast Brief in your inbox every morning. Verizon may not.",
    "By signing up you agree to our terms, and to those of Verizon.",
    "(Reporting by Jane Roe, who owns shares of Verizon; Editing by John Doe)",
    "Vodafone cuts jobs | Orange names new chief | Telstra profit up",
    "The post Telenor hacked appeared first on SecurityWeek.",
    "Follow us on X for news about Verizon",
    "We use cookies, as does Verizon, to improve your experience. Accept all cookies",
    "Jane Roe is a senior reporter who covers AT&T and Verizon.",
    "Jane Roe covers telecoms, Verizon above all, for this newspaper.",
    "Additional reporting by Jane Roe in Madrid, who also covers Movistar",
    "Explainer: What does Verizon do?",
    "Disclosure: Verizon advertises on this site.",
    "Correction: an earlier version of this article named Verizon.",
    "Subscribe to Mast Weekly for more on Vodafone",
    "Sponsored by Verizon Business",
    "This article originally appeared on Verizon's blog.",
    "Verizon (VZ) +0.3% AT&T (T) -0.2%",
    "Home > News > Verizon > Telenor hacked",
  ])("never counts a name in %j", (line) => {
    const found = findMentions(articleOf({ title: "Operator hacked", paragraphs: page(line) }), everyone);
    expect(found.carriers.map((carrier) => carrier.id)).toEqual(["telenor"]);
    expect(found.furniture).toEqual([3]);
  });

  it.each([
    "Hit so far: Verizon, AT&T and Lumen",
    "Copyright holders sued Verizon.",
    "Join lists of Verizon were leaked in an update.",
    "Live calls were cut at Verizon.",
    "— Verizon was hacked as well, the group says.",
    "The group showed a photo: a rack with the name of Verizon on it.",
    "Verizon: we were not hacked, and our network is safe.",
    "More from the company is expected on Friday: Verizon has promised a report.",
  ])("keeps what the report itself says, as in %j", (line) => {
    const paragraphs = ["Telenor was hacked on Monday.", line, "It is restoring service, it said."];
    expect(findMentions(articleOf({ title: "Operator hacked", paragraphs }), everyone).furniture).toEqual([]);
  });

  it("keeps a last paragraph that is a sentence", () => {
    const found = findMentions(
      articleOf({ title: "Operator hacked", paragraphs: page("Verizon was hacked too, it said.") }),
      everyone,
    );
    expect(found.furniture).toEqual([]);
  });
});

import type { Topic } from "../../src/domain.ts";

/** A short report written for these tests, with what a careful reader says: event, actors and carriers with their roles. Facts may be real, the sentences are ours. */
export interface ReadingCase {
  readonly title: string;
  readonly summary?: string;
  readonly paragraphs?: readonly string[];
  readonly topic?: Topic;
  /** Day of publication; 2025-06-15 where it does not matter. */
  readonly date?: string;
  readonly event?: string;
  readonly actors?: Readonly<Record<string, string>>;
  readonly carriers?: Readonly<Record<string, string>>;
  readonly ties?: readonly string[];
}

export const READING_CASES: readonly ReadingCase[] = [
  {
    date: "2022-03-30",
    title: "Viasat says wiper reached tens of thousands of modems through a VPN appliance",
    summary:
      "The satellite operator has published its account of the attack in the first hour of the invasion.",
    paragraphs: [
      "Viasat has described how an intruder used a misconfigured VPN appliance to reach the management segment of its KA-SAT network and overwrite modems across Europe.",
      "SentinelOne's researchers call the malware AcidRain and see similarities with VPNFilter, a tool that the FBI has linked to Sandworm. They stop short of naming a culprit.",
      "Some 5,800 wind turbines of Enercon lost their remote link. Eutelsat, which buys capacity on the network, said its own satellites were not affected.",
    ],
    event: "intrusion",
    carriers: { viasat: "victim", eutelsat: "mentioned" },
    actors: { sandworm: "background" },
  },
  {
    date: "2022-02-08",
    title: "Vodafone Portugal knocked offline by 'deliberate' cyberattack",
    summary: "Four million customers are without 4G, television and text messages.",
    paragraphs: [
      "Vodafone Portugal said on Tuesday that a deliberate and malicious cyberattack had taken down its 4G and 5G networks, fixed voice and television.",
      "The company has no evidence that customer data was accessed. MEO and NOS, its two rivals, lent capacity for emergency lines.",
      "No group has claimed responsibility. The Lapsus$ gang, which hit the media group Impresa last month, has not mentioned the operator.",
    ],
    event: "intrusion",
    carriers: { vodafone: "victim", meo: "mentioned", nos: "mentioned" },
    actors: { lapsus: "background" },
  },
  {
    date: "2022-07-09",
    topic: "telecom",
    title: "Rogers outage leaves millions of Canadians without phone, internet and payments",
    summary:
      "The carrier blames a maintenance update in its core network; emergency calls failed in several cities.",
    paragraphs: [
      "Rogers Communications said a maintenance update in its core caused routers to malfunction on Friday morning.",
      "Bell Canada and Telus said their networks were working normally, though some of their users could not reach Rogers customers.",
      "The outage also hit Fido and the Interac payment system. Chief executive Tony Staffieri apologised and promised credits.",
    ],
    event: "outage",
    carriers: { rogers: "victim", bell: "mentioned", telus: "mentioned" },
  },
  {
    date: "2026-02-13",
    title: "Dutch operator Odido loses data on six million customers to phishing of its help desk",
    summary: "The provider, formerly T-Mobile Netherlands, has told the privacy regulator.",
    paragraphs: [
      "Odido said on Thursday that criminals had copied the names, addresses and bank account numbers of 6.2 million customers.",
      "Its low-cost brand Ben is affected as well. KPN said that it had seen no sign of a similar attack.",
    ],
    event: "data-breach",
    carriers: { odido: "victim", kpn: "mentioned" },
  },
  {
    date: "2025-01-06",
    topic: "security",
    title: "Charter, Consolidated and Windstream join list of Salt Typhoon victims",
    summary: "The tally of breached US carriers has grown to nine.",
    paragraphs: [
      "Charter Communications, Consolidated Communications and Windstream have been added to the list of operators broken into by Salt Typhoon, The Wall Street Journal reported on Saturday.",
      "They join a list that already includes AT&T, Verizon, T-Mobile and Lumen Technologies.",
      "AT&T and Verizon said last week that the intruders were no longer in their networks.",
    ],
    event: "intrusion",
    actors: { "salt-typhoon": "attributed" },
    carriers: {
      charter: "victim",
      consolidated: "victim",
      windstream: "victim",
      att: "past-victim",
      verizon: "past-victim",
      "t-mobile-us": "past-victim",
      lumen: "past-victim",
    },
    ties: ["salt-typhoon charter"],
  },
  {
    date: "2025-09-11",
    title: "KT admits ghost base stations siphoned micropayments from hundreds of users",
    summary: "South Korea's second operator first denied a breach.",
    paragraphs: [
      "KT Corporation said on Thursday that illegal miniature base stations had been used to collect subscriber identifiers of 5,561 customers.",
      "Police arrested two men at Incheon airport. Rival SK Telecom, which lost data on 27 million subscribers in April, said that its own equipment was not affected.",
      "LG Uplus denied that it had been breached.",
    ],
    event: "data-breach",
    carriers: { kt: "victim", skt: "past-victim", lguplus: "mentioned" },
  },
  {
    date: "2023-11-08",
    title: "Optus outage cuts off ten million Australians",
    summary: "Trains stopped in Melbourne and hospitals lost their phones.",
    paragraphs: [
      "Optus restored service on Wednesday evening after a 14-hour outage that took down mobile, broadband and landlines across Australia.",
      "The chief executive said there was no indication of a cyberattack. A routine software upgrade sent wrong routing information from an international peering network owned by its parent, Singtel.",
      "The company was still recovering from a 2022 breach that exposed the data of ten million customers. Telstra saw long queues at its shops.",
    ],
    event: "outage",
    carriers: { optus: "victim", singtel: "mentioned", telstra: "mentioned" },
  },
  {
    date: "2024-09-30",
    title: "T-Mobile to pay $31.5 million over four data breaches",
    summary: "The FCC wants half of the sum spent on security.",
    paragraphs: [
      "T-Mobile US has agreed to a settlement of $31.5 million with the Federal Communications Commission over breaches in 2021, 2022 and 2023.",
      "The regulator said that the carrier must adopt phishing-resistant multi-factor authentication.",
      "AT&T agreed to a similar deal earlier this month over a 2023 breach at a vendor.",
    ],
    event: "policy",
    carriers: { "t-mobile-us": "victim", att: "past-victim" },
  },
  {
    date: "2024-10-29",
    title: "French ISP Free confirms theft of subscriber data after files appear on forum",
    summary: "A seller offers two databases.",
    paragraphs: [
      "Free, the second-largest internet provider in France, confirmed over the weekend that an attacker had used a management tool to reach personal data of subscribers.",
      "The seller claims 19 million customers and 5 million IBANs. Free said that passwords were not affected.",
      "SFR, Bouygues Telecom and Orange did not want to comment.",
    ],
    event: "data-breach",
    carriers: { free: "victim", sfr: "mentioned", bouygues: "mentioned", orange: "mentioned" },
  },
  {
    date: "2025-08-20",
    title: "Orange Belgium: 850,000 accounts exposed in July attack",
    summary: "SIM card numbers and PUK codes are among the data.",
    paragraphs: [
      "Orange Belgium disclosed on Wednesday that an attacker got into one of its IT systems at the end of July and reached data on 850,000 customer accounts.",
      "The parent group reported a separate attack on its French systems on 28 July. The Warlock ransomware gang claimed that one.",
    ],
    event: "data-breach",
    carriers: { orange: "victim" },
  },
  {
    date: "2024-11-20",
    title: "Five charged in US over Scattered Spider phishing spree",
    summary: "Prosecutors say the crew stole millions in cryptocurrency by texting employees.",
    paragraphs: [
      "Five men were charged in Los Angeles on Wednesday with running a phishing scheme against employees of companies across the United States.",
      "Prosecutors describe them as members of Scattered Spider, which is also known as 0ktapus and UNC3944.",
      "The gang is thought to be behind the break-in at MGM Resorts in 2023.",
    ],
    event: "arrest",
    actors: { "scattered-spider": "attributed" },
  },
  {
    date: "2025-01-16",
    topic: "telecom",
    title: "FCC orders carriers to secure their networks after Salt Typhoon",
    summary: "A declaratory ruling under CALEA takes effect at once.",
    paragraphs: [
      "The Federal Communications Commission adopted a ruling on Thursday that obliges telecom carriers to secure their networks against unlawful access.",
      "It follows the espionage campaign in which Salt Typhoon entered at least nine US operators, among them Verizon and AT&T.",
    ],
    event: "policy",
    actors: { "salt-typhoon": "attributed" },
  },
  {
    date: "2024-05-01",
    title: "Exploited flaws triple as way into networks, Verizon report says",
    summary: "The annual DBIR looked at 30,000 incidents.",
    paragraphs: [
      "Attackers used vulnerabilities as the first step in 14 percent of breaches, nearly three times the share of a year earlier, according to Verizon's Data Breach Investigations Report.",
      "The MOVEit flaw, abused by the Clop gang, accounts for much of the rise.",
    ],
    carriers: { verizon: "source" },
  },
  {
    title: "Ransomware leaks up by half, Orange Cyberdefense finds",
    summary: "Small firms are hit hardest.",
    paragraphs: [
      "The number of victims named on leak sites grew by 53 percent in a year, according to a study by Orange Cyberdefense.",
      "LockBit and Play led the table. The Play ransomware group alone accounts for 380 victims.",
    ],
    carriers: { orange: "source" },
  },
  {
    date: "2024-11-05",
    title: "Chinese group Volt Typhoon hacked Singtel over the summer, Bloomberg reports",
    summary: "The breach was seen as a test for attacks on US carriers.",
    paragraphs: [
      "Singtel, Singapore's biggest mobile operator, was breached in June by Volt Typhoon, Bloomberg News reported, citing two people with knowledge of the matter.",
      "Singtel said that it eradicated malware in June and that no data was taken. Its Australian arm Optus said it had seen nothing unusual.",
    ],
    event: "intrusion",
    actors: { "volt-typhoon": "attributed" },
    carriers: { singtel: "victim", optus: "mentioned" },
  },
  {
    date: "2024-11-19",
    title: "CrowdStrike names a China-linked group that lives in telecom networks",
    summary: "Liminal Panda was long lumped together with LightBasin.",
    paragraphs: [
      "A senior CrowdStrike executive told a Senate panel on Tuesday about LIMINAL PANDA, a group with deep knowledge of how mobile networks connect.",
      "The firm had earlier attributed some of this activity to LightBasin, which it now considers a separate actor.",
    ],
    event: "intrusion",
    actors: { "liminal-panda": "attributed", lightbasin: "background" },
  },
  {
    date: "2025-01-10",
    title: "Telefónica confirms breach of internal ticketing system",
    summary: "A 2.3 GB dump appeared on a forum.",
    paragraphs: [
      "Telefónica said on Friday that its Jira server had been accessed with stolen employee credentials.",
      "Four people, three of them linked to the HellCat ransomware group, say that they scraped the data. The company said residential customers are not affected.",
    ],
    event: "data-breach",
    carriers: { telefonica: "victim" },
  },
  {
    date: "2025-04-09",
    title: "Cell C confirms RansomHouse leak of customer data",
    summary: "Two terabytes were stolen last year.",
    paragraphs: [
      "South Africa's fourth-largest operator, Cell C, confirmed on Wednesday that RansomHouse had published data stolen in a 2024 intrusion.",
      "Telkom and MTN have reported attacks of their own in recent weeks.",
    ],
    event: "data-breach",
    actors: { ransomhouse: "attributed" },
    carriers: { cellc: "victim", "telkom-sa": "past-victim", mtn: "past-victim" },
  },
  {
    date: "2024-12-16",
    title: "Telecom Namibia refuses to pay after Hunters International dumps 626 GB",
    summary: "Ministers' records are in the leak.",
    paragraphs: [
      "Telecom Namibia said on Monday that customer data had been published on the dark web after a ransomware attack.",
      "The Hunters International group claimed responsibility.",
    ],
    event: "ransomware",
    carriers: { "telecom-namibia": "victim" },
  },
  {
    date: "2025-08-15",
    title: "Colt confirms cyber incident as support portal stays down",
    summary: "A member of the WarLock gang offers a million documents for sale.",
    paragraphs: [
      "Colt Technology Services said that the outage of its customer portal and voice API platform, now in its third day, is the result of a cyberattack.",
      "Servers were encrypted, according to a person familiar with the matter. The WarLock gang wants $200,000 for the files.",
    ],
    event: "ransomware",
    carriers: { colt: "victim" },
  },
  {
    date: "2025-04-03",
    title: "Flaw in Verizon app let anyone read call logs of strangers",
    summary: "The Call Filter bug has been fixed.",
    paragraphs: [
      "A vulnerability in Verizon's Call Filter app for iOS exposed the incoming call records of customers to anyone who changed a number in a request, a researcher found.",
      "Verizon said that it patched the flaw in March and has no sign that it was abused.",
    ],
    event: "vulnerability",
  },
  {
    topic: "telecom",
    title: "Verizon adds more phone customers than expected",
    summary: "Shares rose four percent after the third-quarter results.",
    paragraphs: [
      "Verizon on Wednesday reported revenue of $33.8bn for the third quarter and 44,000 new postpaid phone customers.",
      "AT&T and T-Mobile report later this month. The acquisition of Frontier Communications is on track.",
    ],
    event: "business",
    carriers: { verizon: "mentioned", att: "mentioned", "t-mobile-us": "mentioned", frontier: "mentioned" },
  },
  {
    topic: "telecom",
    title: "Telenor switches on 5G standalone network in Norway",
    summary: "Ericsson supplied the core.",
    paragraphs: [
      "Telenor has launched its standalone 5G network for consumers in Oslo and Bergen, with security and network slicing built in.",
      "Rival Telia expects to follow in autumn. Ice has no date yet.",
    ],
    event: "business",
    carriers: { telenor: "mentioned", telia: "mentioned", ice: "mentioned" },
  },
  {
    topic: "general",
    title: "T-Mobile and Starlink open satellite texting to everyone",
    summary: "The service costs ten dollars a month.",
    paragraphs: [
      "T-Mobile US launched its satellite service with Starlink on Wednesday. Customers of AT&T and Verizon may join.",
    ],
    event: "business",
    carriers: { "t-mobile-us": "mentioned", starlink: "mentioned", att: "mentioned", verizon: "mentioned" },
  },
  {
    date: "2025-08-19",
    title: "TPG Telecom's iiNet hacked, 280,000 email addresses taken",
    summary: "An intruder used an employee's login to the order system.",
    paragraphs: [
      "TPG Telecom told the stock exchange on Tuesday that an unknown party had entered the order management system of its iiNet brand.",
      "Banking data was not stored there.",
    ],
    event: "data-breach",
    carriers: { tpg: "victim" },
  },
  {
    date: "2025-03-07",
    title: "NTT Communications discloses theft of data on 18,000 corporate clients",
    summary: "Hackers were in an order system for days.",
    paragraphs: [
      "NTT Communications said on Friday that intruders had accessed an internal system and may have taken data on 17,891 companies.",
      "Individual customers of Docomo are not affected.",
    ],
    event: "data-breach",
    carriers: { ntt: "victim" },
  },
  {
    topic: "general",
    title: "Typhoon leaves Okinawa without power",
    summary: "Salt spray damaged lines; SoftBank shops stay shut.",
    paragraphs: [
      "A strong typhoon crossed Okinawa on Thursday and left 30,000 homes without power.",
      "Three people were hurt. The storm swept salt far inland, said the weather office.",
    ],
    actors: {},
    event: "other",
  },
  {
    title: "Google Play adds a badge for safe VPN apps",
    summary: "Users will see it from Monday.",
    paragraphs: [
      "Play Store listings will carry a badge for verified VPN apps. Developers must pass an audit. Play also gets a new spark icon.",
    ],
    actors: {},
    carriers: {},
  },
  {
    title: "Apple drops support for first M1 laptops",
    summary: "The M1 chip is five years old.",
    paragraphs: [
      "Owners of an M1 MacBook will get security updates for two more years. Three models are affected.",
    ],
    actors: {},
    carriers: {},
  },
  {
    title: "DNA test firm says hackers scraped ancestry profiles",
    summary: "Orange County users among them.",
    paragraphs: [
      "The company said that attackers used stolen passwords to read the DNA profiles of 6.9 million people.",
      "A true picture of the losses may take months, said three people with knowledge. In October the attackers posted a sample.",
    ],
    event: "data-breach",
    actors: {},
    carriers: {},
  },
  {
    title: "Cicada swarms expected in Virginia this spring",
    summary: "Billions of insects emerge after 17 years.",
    paragraphs: [
      "Brood XIV will emerge in May, entomologists say. A reaper of crops they are not. The chorus can be as loud as a jet.",
    ],
    actors: {},
    carriers: {},
  },
  {
    title: "Cicada hackers abuse VLC to deploy malware on government networks",
    summary: "Symantec ties the campaign to the group also known as APT10.",
    paragraphs: [
      "The Cicada group, which others call Stone Panda or APT10, has attacked ministries in Asia and North America.",
    ],
    event: "intrusion",
    actors: { apt10: "attributed" },
  },
  {
    title: "Play ransomware hits Swiss newspaper group",
    summary: "Pages of NZZ appeared late.",
    paragraphs: [
      "The Play gang has published data stolen from NZZ and CH Media.",
      "Swisscom, which hosts none of the systems, was not affected.",
    ],
    event: "ransomware",
    actors: { play: "attributed" },
    carriers: { swisscom: "mentioned" },
  },
  {
    topic: "telecom",
    title: "Poland's Play fights off DDoS attack on its website",
    summary: "Orange Polska and T-Mobile Polska report no trouble.",
    paragraphs: [
      "The Polish operator Play said that its website was slow for three hours because of a DDoS attack on Tuesday.",
      "NoName057(16) claimed the attack on Telegram. Play customers could use the network all the time.",
    ],
    event: "intrusion",
    actors: { "noname057-16": "attributed" },
    carriers: { "play-pl": "victim", "orange-pl": "mentioned", "t-mobile-pl": "mentioned" },
  },
  {
    topic: "telecom",
    title: "Iridium signs contract with US Space Force for satellite phones",
    summary: "The deal is worth $94m over five years.",
    paragraphs: [
      "Iridium Communications won a contract to serve military handsets. Iridium satellites have carried such traffic since 1998.",
    ],
    event: "business",
    carriers: { iridium: "mentioned" },
    actors: {},
  },
  {
    title: "Microsoft: IRIDIUM behind ransomware on Polish transport firms",
    summary: "The Prestige malware hit in October.",
    paragraphs: [
      "Microsoft attributes the Prestige ransomware to the Russian group IRIDIUM, which overlaps with Sandworm.",
    ],
    event: "ransomware",
    actors: { sandworm: "attributed" },
    carriers: {},
  },
  {
    title: "Iranian hackers turn to telecoms in Egypt, Sudan and Tanzania",
    summary: "Seedworm used the MuddyC2Go framework.",
    paragraphs: [
      "The espionage group Seedworm, also called MuddyWater, attacked telecom operators in North and East Africa in November, Symantec said on Tuesday.",
      "One of the victims had been hit by the same group earlier in 2023.",
    ],
    date: "2023-12-19",
    event: "intrusion",
    actors: { muddywater: "attributed" },
  },
  {
    date: "2021-08-17",
    title: "T-Mobile confirms hack; 100 million records offered for sale",
    summary: "The seller wants six bitcoin.",
    paragraphs: [
      "T-Mobile said on Monday that someone had gained access to its data. It is still checking what was taken.",
      "The seller told Motherboard that the servers were breached two weeks ago.",
      "Verizon and AT&T have not been affected.",
    ],
    event: "data-breach",
    carriers: { "t-mobile-us": "victim", verizon: "mentioned", att: "mentioned" },
  },
  {
    title: "Sprint planning for security teams: what we learned",
    summary: "A playbook",
    paragraphs: [
      "Every sprint starts with a review. Our boost in velocity came from fewer meetings. Optimum results need three engineers.",
      "A lumen of insight: keep the frontier small.",
    ],
    event: "other",
    actors: {},
    carriers: {},
  },
  {
    date: "2024-07-01",
    title: "Former Verizon worker sentenced for selling customers' call records",
    summary: "He took $4,500 from a self-styled detective.",
    paragraphs: [
      "A former employee of Verizon was sentenced to two years in prison on Monday for selling location data and call records of customers.",
    ],
    event: "arrest",
  },
  {
    date: "2022-06-13",
    title: "Chinese espionage group Gallium adds a new trojan against telecoms",
    summary: "PingPull hides in ICMP.",
    paragraphs: [
      "Unit 42 said that GALLIUM, also known as Softcell, has extended its targets beyond telecommunications companies.",
      "Its infrastructure touched victims in Australia, Russia and the Philippines.",
    ],
    event: "intrusion",
    actors: { gallium: "attributed" },
  },
  {
    title: "Kimsuky poses as think tank in mails to diplomats",
    summary: "South Korean police have traced the campaign.",
    paragraphs: [
      "The North Korean group Kimsuky sent forged invitations to 890 experts, police in Seoul said on Tuesday.",
      "The crew is also tracked as APT43 and Emerald Sleet.",
      "It should not be confused with the Lazarus Group, which goes after money.",
    ],
    event: "intrusion",
    actors: { kimsuky: "attributed", "lazarus-group": "background" },
  },
  {
    title: "Who hacked the Norwegian ministries? Signs point to APT31",
    summary: "Police close the case without charges.",
    paragraphs: [
      "Norwegian police suspect that APT31 stood behind the 2018 intrusion, but say the evidence is not enough for charges.",
    ],
    date: "2023-07-01",
    event: "intrusion",
    actors: { apt31: "suspected" },
  },
  {
    title: "BPFDoor found again at an Asian telco",
    summary: "Trend Micro sees the controller used for lateral movement.",
    paragraphs: [
      "Trend Micro said on Monday that a hidden controller of BPFDoor had been used against telecommunications firms in South Korea, Hong Kong and Myanmar.",
      "The firm attributes the activity to Earth Bluecrow, also called Red Menshen.",
    ],
    event: "intrusion",
    actors: { "red-menshen": "attributed" },
  },
  {
    topic: "telecom",
    title: "Globe Telecom blocks three billion scam texts",
    summary: "The Philippine operator spent $20m on filters.",
    paragraphs: [
      "Globe Telecom said it had blocked 3 billion scam and spam messages last year. Its rival Smart, owned by PLDT, reported similar numbers.",
    ],
    carriers: { globe: "mentioned", pldt: "mentioned" },
  },
  {
    date: "2025-04-25",
    title: "MTN says hackers claim access to customer data in some markets",
    summary: "The core network and billing are safe, says Africa's largest operator.",
    paragraphs: [
      "MTN Group said on Thursday that an unknown third party claimed to have accessed data of some customers.",
      "The operator, which serves 290 million people, has alerted the South African police.",
      "Cell C and Telkom have been breached in the past year.",
    ],
    event: "data-breach",
    carriers: { mtn: "victim", cellc: "past-victim", "telkom-sa": "past-victim" },
  },
  {
    title: "Lyca Mobile confirms cyberattack disrupted top-ups in 60 countries",
    date: "2023-10-03",
    summary: "The virtual operator is checking if customer data was taken.",
    paragraphs: [
      "Lyca Mobile, which rents capacity from EE in Britain, said a cyberattack left customers unable to top up over the weekend.",
      "All records are encrypted, the company said, and it is confident that passwords are safe.",
    ],
    carriers: { lycamobile: "victim", bt: "mentioned" },
  },
  {
    date: "2025-01-27",
    title: "TalkTalk investigates breach after data for sale on hacking forum",
    summary: "A user named b0nd claims 18.8 million records.",
    paragraphs: [
      "British telecom TalkTalk is looking into a claim that data of current and former subscribers was stolen from a supplier's platform.",
      "The company paid a fine of £400,000 after a hack in 2015. The number claimed is wholly inaccurate, it said.",
    ],
    event: "data-breach",
    carriers: { talktalk: "victim" },
  },
  {
    title: "Bouygues and SFR agree with Free to buy parts of Altice France",
    topic: "telecom",
    summary: "The €17bn offer would leave three networks.",
    paragraphs: [
      "Bouygues Telecom, Free and Orange have made a joint offer for most of SFR, they said on Tuesday.",
      "Competition authorities are expected to take more than a year.",
    ],
    event: "business",
    carriers: { bouygues: "mentioned", sfr: "mentioned", free: "mentioned", orange: "mentioned" },
  },
  {
    date: "2024-01-08",
    title: "Paraguay warns of Black Hunt ransomware after attack on Tigo Business",
    summary: "Cloud and hosting clients were cut off.",
    paragraphs: [
      "Tigo, Paraguay's largest mobile carrier, said on Sunday that its business unit had suffered an attack on cloud services last week.",
      "The military's cyber unit warned of the Black Hunt ransomware, without naming the operator. More than 330 servers were encrypted.",
    ],
    event: "ransomware",
    carriers: { tigo: "victim" },
  },
  {
    date: "2022-03-29",
    title: "Ukrtelecom falls to 13 percent of capacity in 'powerful' cyberattack",
    summary: "It is the worst disruption since the invasion began.",
    paragraphs: [
      "Ukraine's fixed-line operator Ukrtelecom lost most of its connectivity on Monday when it cut off private customers to keep the military online during a cyberattack.",
      "Triolan, a smaller provider, was hit earlier in March. Kyivstar and Vodafone Ukraine reported no trouble.",
    ],
    event: "intrusion",
    carriers: { ukrtelecom: "victim", kyivstar: "mentioned", vodafone: "mentioned" },
  },
  {
    date: "2025-01-02",
    title: "DDoS attack slows Docomo's goo portal for half a day",
    summary: "Several Japanese firms have been hit since December.",
    paragraphs: [
      "NTT Docomo said that access to its goo portal and video service was limited on Thursday because of a denial-of-service attack.",
      "Japan Airlines and MUFG were hit in the last week of December.",
    ],
    event: "intrusion",
    carriers: { ntt: "victim" },
  },
  {
    date: "2025-05-20",
    title: "Cellcom admits cyberattack is behind week-long loss of voice and texts",
    summary: "The Wisconsin carrier's chief executive spoke in a video.",
    paragraphs: [
      "Cellcom, a regional carrier in Wisconsin and Upper Michigan, said on Tuesday that the outage that began on 14 May was caused by a cyberattack.",
      "The part of the network that was hit holds no personal data, its CEO Brighid Riordan said.",
    ],
    event: "intrusion",
    carriers: { "cellcom-us": "victim" },
  },
  {
    date: "2024-06-07",
    title: "Frontier says 750,000 customers' Social Security numbers were stolen in April",
    summary: "RansomHub has put the files on sale.",
    paragraphs: [
      "Frontier Communications notified 751,000 people on Thursday that their personal data was stolen in a cyberattack on 14 April.",
      "The RansomHub gang claimed the theft this week. Verizon has since agreed to buy Frontier.",
    ],
    event: "data-breach",
    carriers: { frontier: "victim", verizon: "mentioned" },
  },
  {
    date: "2023-12-05",
    title: "Hackers broke into Comcast through Citrix Bleed; 36 million Xfinity customers exposed",
    summary: "Usernames and hashed passwords were taken.",
    paragraphs: [
      "Comcast said on Monday that intruders got into its internal systems in October through the Citrix Bleed flaw.",
      "It asks Xfinity customers to reset their passwords. Charter and Cox, its peers, did not say if they run the same appliance.",
    ],
    event: "data-breach",
    carriers: { comcast: "victim", charter: "mentioned", cox: "mentioned" },
  },
  {
    date: "2024-01-04",
    title: "Orange Spain knocked offline after hacker hijacks RIPE account",
    summary: "A weak password was all it took.",
    paragraphs: [
      "Orange Spain lost half of its traffic for three hours on Wednesday after someone using the name Snow broke into its RIPE account and changed routes.",
      "The password, 'ripeadmin', came from an infostealer. Vodafone Spain uses two-factor login, an engineer noted.",
    ],
    carriers: { masorange: "victim", vodafone: "mentioned" },
  },
  {
    date: "2021-10-05",
    title: "Company that routes billions of texts says it was hacked for five years",
    summary: "Syniverse works for AT&T, T-Mobile, Verizon, Vodafone and China Mobile.",
    paragraphs: [
      "Syniverse disclosed in a filing that an unauthorised party had had access to databases in its network since May 2016.",
      "More than 300 carriers use it to exchange messages. AT&T did not comment.",
    ],
    event: "intrusion",
    carriers: {
      syniverse: "victim",
      att: "mentioned",
      "t-mobile-us": "mentioned",
      verizon: "mentioned",
      vodafone: "mentioned",
      "china-mobile": "mentioned",
    },
  },
  {
    date: "2022-01-27",
    topic: "telecom",
    title: "FCC votes to ban China Unicom from US",
    summary: "The agency cites spying fears.",
    paragraphs: [
      "The Federal Communications Commission voted 4-0 on Thursday to revoke China Unicom's licence. It had barred China Telecom in October and China Mobile in 2019.",
    ],
    event: "policy",
    carriers: { "china-unicom": "mentioned", "china-telecom": "mentioned", "china-mobile": "mentioned" },
  },
  {
    topic: "security",
    title: "Airtel denies breach after seller lists 375 million records",
    date: "2024-07-05",
    summary: "The Indian operator calls the claim an attempt to tarnish it.",
    paragraphs: [
      "Bharti Airtel said there had been no breach of its systems after a user named xenZen offered data of 375 million subscribers.",
      "BSNL suffered two breaches within six months, according to Athenian Tech. Vi and Jio did not answer.",
    ],
    event: "data-breach",
    carriers: { airtel: "victim", bsnl: "past-victim", vi: "mentioned", jio: "mentioned" },
  },
  {
    topic: "telecom",
    title: "Spark and One NZ close their 3G networks",
    summary: "2degrees follows in March.",
    paragraphs: [
      "Spark and One NZ will switch off 3G on 31 March, the New Zealand operators said. Spark said that fewer than one percent of customers still need it.",
    ],
    event: "business",
    carriers: { spark: "mentioned", "one-nz": "mentioned", "2degrees": "mentioned" },
  },
  {
    title: "Apache Spark bug lets anyone run shell commands",
    summary: "CVE-2022-33891 is being used by the Zerobot botnet.",
    paragraphs: [
      "Users of Spark should update. A Spark cluster with the option on can be taken over by a single request.",
    ],
    event: "vulnerability",
    carriers: {},
  },
  {
    topic: "general",
    title: "Colt recalls pistols; two men charged over theft at plant",
    paragraphs: [
      "Colt said that 200 pistols had a faulty catch. Police in Connecticut charged two men with stealing parts.",
    ],
    carriers: {},
  },
  {
    topic: "general",
    title: "Sky News presenter leaves after twenty years",
    paragraphs: [
      "Sky confirmed the move on Monday. A virgin forest of talent awaits. Liberty Media declined to comment.",
    ],
    carriers: {},
  },
  {
    title: "Grim reaper costume stolen from theatre",
    topic: "general",
    paragraphs: [
      "A reaper costume worth 400 euros was stolen. Police think the thief left a lead at the scene.",
    ],
    actors: {},
    carriers: {},
  },
  {
    title: "Careto is back: The Mask returns after ten years of silence",
    summary: "Kaspersky found the group in a Latin American organisation.",
    paragraphs: [
      "The Mask, a Spanish-speaking espionage group also known as Careto, has resurfaced, Kaspersky said.",
      "It used a new implant against an organisation in Latin America in 2022.",
    ],
    date: "2024-10-04",
    event: "intrusion",
    actors: { careto: "attributed" },
  },
  {
    title: "Bitter taste for Turkish defence firms: WmRAT and MiyaRAT arrive by mail",
    summary: "Proofpoint blames TA397.",
    paragraphs: [
      "The espionage group Bitter, which Proofpoint tracks as TA397, sent archives with hidden streams to a Turkish defence firm.",
    ],
    event: "intrusion",
    actors: { "hazy-tiger": "attributed" },
  },
  {
    title: "Chinese national extradited over Hafnium Exchange hacks",
    summary: "Xu Zewei was arrested in Milan in July.",
    paragraphs: [
      "A Chinese man accused of working with Hafnium, the group that Microsoft now calls Silk Typhoon, has been extradited to the United States.",
      "Prosecutors say he stole COVID-19 research in 2020.",
    ],
    event: "arrest",
    actors: { hafnium: "attributed" },
  },
  {
    title: "What we learned at this year's telecom security summit",
    topic: "telecom",
    summary: "Signalling firewalls, 5G core and zero trust.",
    paragraphs: [
      "Speakers from Telia, KPN and Swisscom described how they test their 5G cores.",
      "Salt Typhoon came up in nearly every talk. Verizon's security chief said carriers must share more.",
    ],
    carriers: { telia: "mentioned", kpn: "mentioned", swisscom: "mentioned", verizon: "mentioned" },
    actors: { "salt-typhoon": "background" },
  },
  {
    title: "Hacktivists say they took down Elisa's website",
    date: "2025-03-03",
    summary: "The Finnish operator saw no disruption.",
    paragraphs: [
      "The pro-Russian group NoName057(16) claimed on Telegram to have knocked out the site of the Finnish operator Elisa. It offered no proof.",
      "Elisa said that its services worked normally all day.",
    ],
    actors: { "noname057-16": "suspected" },
    carriers: { elisa: "victim" },
  },
  {
    date: "2025-05-05",
    topic: "telecom",
    title: "Magenta Telekom and A1 fight over towers",
    summary: "The Austrian operators met in court.",
    paragraphs: ["A1 Telekom Austria accuses Magenta Telekom of using its masts without pay."],
    carriers: { "deutsche-telekom": "mentioned", a1: "mentioned" },
  },
  {
    date: "2024-02-08",
    title: "Volt Typhoon hid in US infrastructure for five years, agencies warn",
    summary: "Communications, energy and water utilities were compromised.",
    paragraphs: [
      "CISA, NSA and the FBI said on Wednesday that Volt Typhoon had kept access to some victims for at least five years.",
      "The Justice Department took down the group's botnet of Cisco and Netgear routers last month. Lumen's Black Lotus Labs had described it in December.",
    ],
    event: "intrusion",
    actors: { "volt-typhoon": "attributed" },
    carriers: { lumen: "source" },
  },
  {
    date: "2025-06-23",
    title: "Canada says Salt Typhoon breached a telecom through a Cisco flaw",
    summary: "Three devices were compromised in February.",
    paragraphs: [
      "The Canadian Centre for Cyber Security and the FBI said that Salt Typhoon had entered a Canadian telecommunications company in February through CVE-2023-20198.",
      "They did not name it. Bell, Rogers and Telus declined to comment.",
      "Last year the group was found in the networks of AT&T and Verizon.",
    ],
    event: "intrusion",
    actors: { "salt-typhoon": "attributed" },
    carriers: {
      bell: "mentioned",
      rogers: "mentioned",
      telus: "mentioned",
      att: "past-victim",
      verizon: "past-victim",
    },
  },
  {
    date: "2025-06-18",
    title: "Viasat breached by Salt Typhoon, Bloomberg reports",
    summary: "The satellite company says there was no impact to customers.",
    paragraphs: [
      "Viasat was hacked during last year's presidential campaign by Salt Typhoon, the Chinese group that entered several phone companies, Bloomberg reported on Tuesday.",
      "It joins AT&T, Verizon and Lumen among the known victims.",
    ],
    event: "intrusion",
    actors: { "salt-typhoon": "attributed" },
    carriers: { viasat: "victim", att: "past-victim", verizon: "past-victim", lumen: "past-victim" },
    ties: ["salt-typhoon viasat"],
  },
  {
    title: "UNC3886 plants backdoors in Juniper routers at operators",
    date: "2025-03-12",
    summary: "Mandiant found six variants of TinyShell.",
    paragraphs: [
      "Mandiant attributes the implants to UNC3886, a China-nexus group. It sees no overlap with Volt Typhoon or Salt Typhoon.",
    ],
    event: "intrusion",
    actors: { unc3886: "attributed", "volt-typhoon": "background", "salt-typhoon": "background" },
  },
  {
    title: "MuddyWater hackers breached Elisa, Finnish officials say",
    paragraphs: [
      "Hackers of the group MuddyWater breached mail servers of Elisa in Helsinki, Finnish officials said on Monday.",
      "The intruders used a stolen password of a contractor and read the mail of twelve managers.",
    ],
    date: "2026-03-02",
    topic: "telecom",
    event: "intrusion",
    actors: { muddywater: "attributed" },
    carriers: { elisa: "victim" },
  },
  {
    title: "Zain billing systems hit by MuddyWater",
    paragraphs: [
      "The group MuddyWater broke into billing systems of Zain in Kuwait and planted a backdoor, researchers at Norlight said.",
      "Call records of roaming customers were copied over several nights in February.",
    ],
    date: "2026-03-04",
    event: "intrusion",
    actors: { muddywater: "attributed" },
    carriers: { zain: "victim" },
  },
  {
    title: "Dutch watchdog fines Odido €5 million for late breach notice",
    summary: "The operator waited nine days to report.",
    paragraphs: [
      "The Dutch data protection authority has fined Odido for telling it too late about a leak of customer data.",
    ],
    event: "policy",
  },
  {
    title: "AT&T agrees to $177 million settlement over two leaks",
    summary: "Customers may claim up to $5,000.",
    paragraphs: [
      "A judge in Texas gave preliminary approval on Friday to a settlement between AT&T and customers whose data leaked in 2019 and 2024.",
    ],
    event: "policy",
  },
  {
    title: "Privacy commissioner sues Optus over 2022 breach",
    summary: "Each of 9.5 million contraventions could cost A$2.2m.",
    paragraphs: ["The Australian Information Commissioner has started court proceedings against Optus."],
    event: "policy",
  },
  {
    title: "Britain gets a law on telecom security, with fines of ten percent of turnover",
    paragraphs: [
      "The Telecommunications Security Act gives Ofcom power to inspect operators' networks. BT and Vodafone said that they would comply.",
    ],
    event: "policy",
  },
  {
    title: "US sanctions Chinese firm tied to Salt Typhoon",
    summary: "The Treasury names Sichuan Juxinhe.",
    paragraphs: [
      "The Treasury's OFAC on Friday sanctioned a Sichuan company and a Shanghai hacker for their part in the breach of American telecoms.",
    ],
    event: "policy",
  },
  {
    title: "Germany orders operators to remove Huawei parts from core networks by 2026",
    paragraphs: [
      "Deutsche Telekom, Vodafone and Telefónica Deutschland must take Chinese components out of their 5G cores, the interior ministry decided.",
    ],
    event: "policy",
  },
  {
    title: "Ofcom investigates BT over failed emergency calls",
    paragraphs: [
      "The regulator has opened a probe into the disruption of 25 June, when 999 calls could not be connected for hours.",
    ],
    event: "policy",
  },
  {
    title: "South Korea slaps record 134 billion won penalty on SK Telecom",
    summary: "The privacy commission says basic measures were missing.",
    paragraphs: [
      "The Personal Information Protection Commission imposed the penalty on Thursday for the leak of data of 23 million users.",
    ],
    event: "policy",
  },
  {
    title: "Lawmakers want operators to report SS7 abuse",
    paragraphs: [
      "A bill introduced on Tuesday would oblige carriers to report attacks over the signalling network to the FCC.",
    ],
    event: "policy",
  },
  {
    title: "eSIM flaw lets attackers clone subscriber profiles",
    summary: "Researchers broke a Kigen chip used in two billion devices.",
    paragraphs: [
      "Security Explorations showed that the private key could be taken out of an eUICC and profiles of Orange and T-Mobile downloaded in clear.",
    ],
    event: "vulnerability",
  },
  {
    title: "O2 UK fixes bug that gave away callers' location",
    summary: "VoLTE headers carried the cell ID.",
    paragraphs: [
      "A researcher found that calls over O2's 4G network revealed the location of the other party. The company says the leak has been closed.",
    ],
    event: "vulnerability",
  },
  {
    title: "Old SS7 hole still lets spies track phones, study finds",
    paragraphs: [
      "Weaknesses in the SS7 signalling protocol allow anybody with access to the network to locate a phone, researchers said.",
    ],
    event: "vulnerability",
  },
  {
    title: "Cisco warns of maximum-severity hole in routers used by operators",
    summary: "CVE-2025-20188 allows remote takeover.",
    paragraphs: ["There is no workaround for the bug in IOS XE, Cisco said. A patch is available."],
    event: "vulnerability",
  },
  {
    title: "Verizon rushes out patch for router with a hard-coded password",
    paragraphs: [
      "Anyone on the local network could have taken control of the box, said the researcher who found the weakness.",
    ],
    event: "vulnerability",
  },
  {
    title: "Hacktivists claim DDoS on Swisscom site ahead of summit",
    summary: "NoName057(16) posted screenshots.",
    paragraphs: [
      "The website of Swisscom was hard to reach on Monday morning. The pro-Russian group NoName057(16) took credit on Telegram.",
    ],
    event: "intrusion",
  },
  {
    title: "Flood of traffic knocks Andorra Telecom offline during gaming event",
    paragraphs: [
      "The only provider of the principality was hit by a DDoS attack that left users without internet for half an hour.",
    ],
    event: "outage",
  },
  {
    title: "Breach at billing supplier exposes data of Telstra staff",
    summary: "30,000 names and e-mail addresses were posted.",
    paragraphs: [
      "Telstra said on Tuesday that a third party which ran a rewards programme had been breached. Its own systems were not affected.",
    ],
    event: "data-breach",
  },
  {
    title: "Bell Canada customer files found on hacker forum",
    paragraphs: [
      "Some 1.9 million e-mail addresses and 1,700 names with phone numbers were obtained by an anonymous hacker, Bell said.",
    ],
    event: "data-breach",
  },
  {
    title: "Spectrum parent says vendor lost customer records",
    paragraphs: [
      "Charter Communications told regulators that names, account numbers and addresses of 74,000 customers were accessed at a marketing partner.",
    ],
    event: "data-breach",
  },
  {
    title: "Telegram channel sells phone numbers of Beeline clients",
    paragraphs: [
      "A file with data of 20 million clients of the Russian operator Beeline has surfaced. The company puts it down to a former contractor.",
    ],
    event: "data-breach",
  },
  {
    title: "Ex-soldier admits hacking AT&T and Verizon",
    summary: "Cameron Wagenius faces up to 27 years.",
    paragraphs: [
      "A former US Army soldier pleaded guilty on Tuesday to extorting telecom companies by threatening to publish stolen call records.",
    ],
    event: "arrest",
  },
  {
    title: "Spanish police pick up 19-year-old suspected of selling 64 million records",
    paragraphs: ["Officers detained a teenager in Igualada who is accused of breaching nine companies."],
    event: "arrest",
  },
  {
    title: "Kyiv court hands ten years to man who sold access to operator's network",
    paragraphs: ["A former employee of a mobile operator was sentenced for treason."],
    event: "arrest",
  },
  {
    title: "Akira gang hits Costa Rican operator, billing down for days",
    paragraphs: [
      "The state telecom RACSA said that files on its servers had been encrypted in a ransomware attack.",
    ],
    event: "ransomware",
  },
  {
    title: "LockBit lists Indonesian carrier and sets a ten-day clock",
    paragraphs: [
      "The gang's leak site names the operator and threatens to publish 200GB unless a ransom is paid.",
    ],
    event: "ransomware",
  },
  {
    title: "Millions in Australia cannot call as Telstra network fails",
    paragraphs: [
      "Telstra customers across the country lost mobile service for three hours on Thursday. A faulty card in a router was to blame.",
    ],
    event: "outage",
  },
  {
    title: "KDDI apologises after 86-hour disruption hit 39 million lines",
    paragraphs: [
      "Calls and data were hard to use across Japan from early Saturday. The cause was a router replacement.",
    ],
    event: "outage",
  },
  {
    title: "Reliance Jio down across India; users report no signal",
    paragraphs: ["A fire in a data centre took the network of Reliance Jio off the air, the company said."],
    event: "outage",
  },
  {
    title: "Cut undersea cables slow internet in Egypt and Saudi Arabia",
    paragraphs: ["Etisalat and du users saw slow speeds after two cables were severed near Jeddah."],
    event: "outage",
  },
  {
    title: "Spies in the switch: how a Chinese crew rode Cisco routers into carriers",
    paragraphs: [
      "Recorded Future says RedMike exploited more than 1,000 Cisco devices at telecom providers, among them a US affiliate of a British operator.",
    ],
    event: "intrusion",
  },
  {
    title: "Iranian group planted backdoors at Middle East operators",
    paragraphs: [
      "The group, called ShroudedSnooper, installed implants named HTTPSnoop and PipeSnoop at telecom providers, Cisco Talos said.",
    ],
    event: "intrusion",
  },
  {
    title: "Orange says attack on internal system disrupts services for firms",
    paragraphs: [
      "Orange isolated a system after detecting a cyberattack on Friday. There is no sign that data was taken.",
    ],
    event: "intrusion",
  },
  {
    topic: "telecom",
    title: "Vodafone cuts 11,000 jobs in turnaround plan",
    paragraphs: ["Vodafone's new chief executive said performance had not been good enough."],
    event: "business",
  },
  {
    topic: "telecom",
    title: "Telia picks Nokia for 5G core security upgrade",
    paragraphs: ["Telia has awarded Nokia a contract for firewalls and threat detection in its 5G core."],
    event: "business",
  },
  {
    topic: "telecom",
    title: "Lumen opens scrubbing centre against DDoS attacks in Frankfurt",
    paragraphs: ["The company expands its DDoS mitigation service for business customers in Europe."],
    event: "business",
  },
  {
    topic: "general",
    title: "Verizon raises fees for old plans",
    paragraphs: ["Customers on older plans will pay three dollars more from September."],
    event: "business",
  },
  {
    topic: "telecom",
    title: "Swisscom launches AI assistant that warns of scam calls",
    paragraphs: ["The operator says the service is free for all its mobile customers."],
    event: "business",
  },
  {
    title: "Verizon report: phone companies see twice as many break-ins through suppliers",
    summary: "The yearly study counts 12,000 breaches; telecoms are fifth among the industries hit.",
    paragraphs: [
      "Verizon's yearly study of data breaches counts 410 cases at telecom companies, most of them through a supplier.",
      "Its authors found stolen passwords in a third of the cases. Among the ransomware crews that the study lists, Akira and LockBit come first.",
      "The study rests on cases that insurers, police forces and response firms handed over.",
    ],
    event: "other",
    carriers: { verizon: "source" },
    actors: { "storm-1567": "background", lockbit: "background" },
  },
  {
    title: "Text messages pretend to come from EE and Vodafone and ask for a bank card",
    paragraphs: [
      "Thousands of people in Britain have had a text message about an unpaid phone bill since Friday. A link leads to a copy of a payment page.",
      "Neither operator has been hacked, EE and Vodafone both said; the senders went through numbers at random with a modem box.",
      "Anybody who typed in a card number should ring the bank.",
    ],
    event: "other",
    carriers: { bt: "mentioned", vodafone: "mentioned" },
  },
  {
    title: "Espionage crew with a liking for routers turns to operators in Central Asia",
    paragraphs: [
      "Researchers at Talos describe a campaign against telecom operators in three countries, run by a crew that they number and do not name.",
      "Its tools overlap in part with those of Salt Typhoon, they write, but nothing else does, and they keep the two apart.",
    ],
    event: "intrusion",
    actors: { "salt-typhoon": "background" },
  },
  {
    date: "2024-11-08",
    title: "Senators ask AT&T and Verizon how long the intruders were inside",
    paragraphs: [
      "Two senators have written to the heads of AT&T and Verizon and want to know by the end of the month how the break-in at both went unseen.",
      "They also ask why the carriers were told by the FBI and not by their own sensors. Salt Typhoon, the crew that officials hold responsible, may have been inside for more than a year.",
    ],
    event: "policy",
    carriers: { att: "past-victim", verizon: "past-victim" },
    actors: { "salt-typhoon": "attributed" },
  },
];

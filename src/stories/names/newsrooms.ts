/** Words that newsrooms carry in their names, and the agencies and papers that do without. */
const NEWSROOM =
  /\b(?:Journal|Times|Post|News|Newspaper|Guardian|Press|Tribune|Herald|Gazette|Telegraph|Chronicle|Magazine|Globe|Mail|Observer|Register|Courier|Dispatch|Reuters|Bloomberg|AFP|Bleeping Computer|BBC|CNN|NBC|CNBC|CBS|ABC|NPR|WIRED|Wired|TechCrunch|404 Media|Axios|Politico|POLITICO|Spiegel|Monde|Nikkei|Yonhap|Xinhua|Kyodo|TASS|Interfax|Ukrinform|Media|BleepingComputer|The Record|The Verge|Ars Technica|Semafor|ProPublica|Krebs|Vice|Motherboard|Die Zeit|Economist|Insider)\b/;
/** Papers whose name has an article, so that "the Wall Street Journal" and "The Wall Street Journal" are one. */
const WITH_ARTICLE =
  /^(?:Wall Street Journal|Washington Post|New York Times|Guardian|Economist|Register|Record|Verge|Telegraph|Independent|Intercept|Information|Hill|Hacker News|Associated Press|Times|Sunday Times|Globe and Mail|Brussels Times|Irish Times|Straits Times|Times of India|Economic Times|Hindu)$/;

/** Whether a name is a newsroom's: a paper, an agency, a broadcaster. */
export function isNewsroom(name: string): boolean {
  return NEWSROOM.test(name);
}

/** A newsroom's name as it calls itself: with "The" where it has one. */
export function withArticle(name: string): string {
  return WITH_ARTICLE.test(name) ? `The ${name}` : name;
}

/** Whether a newsroom's word alone is an everyday one that is capital where a sentence begins ("Mail was read"). */
export function isPlainWord(name: string): boolean {
  return /^(?:Times|Post|News|Press|Media|Mail|Globe|Magazine|Newspaper|Register|Courier|Dispatch|Observer|Insider|Vice|Wired)$/.test(
    name,
  );
}

import { stripVTControlCharacters } from "node:util";

/** Breaks a text into lines of at most `width` columns at spaces, longer words kept whole; colours and links count as nothing. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let columns = 0;
  for (const word of text.split(" ")) {
    const length = columnsOf(word);
    if (line !== "" && columns + 1 + length > width) {
      lines.push(line);
      line = word;
      columns = length;
    } else {
      columns += (line === "" ? 0 : 1) + length;
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}

/** Counts the columns a text takes: wide East Asian characters and emoji take two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of new Intl.Segmenter().segment(stripVTControlCharacters(text)))
    columns +=
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u.test(
        segment,
      )
        ? 2
        : 1;
  return columns;
}

import type { Article, Place } from "../domain.ts";
import { type Sentence, splitSentences } from "../text/sentences.ts";
import { findFurniture, furnitureTail, isFurniture } from "./find-furniture.ts";

/** A title, a summary or a paragraph, cut into sentences. */
export interface Segment {
  readonly field: Place["field"];
  readonly paragraph: number;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** Text from here on is page furniture; 0 where all of it is. */
  readonly furnitureFrom: number;
  /** Whether capitals tell nothing, as in an English Headline Like This One. */
  readonly titleCase: boolean;
}

/** The article as segments in reading order; furniture stays in, marked. */
export function cutSegments(article: Article): { segments: Segment[]; furniture: number[] } {
  const furniture = findFurniture(article.paragraphs);
  const segments = [segment("title", 0, article.title, false)];
  if (article.summary !== "") segments.push(segment("summary", 0, article.summary, false));
  article.paragraphs.forEach((text, index) => {
    segments.push(segment("text", index + 1, text, furniture.includes(index + 1)));
  });
  return { segments, furniture };
}

/** The sentence of a segment in which an offset lies. */
export function sentenceAt(segment: Segment, offset: number): Sentence {
  return (
    segment.sentences.find((sentence) => offset >= sentence.start && offset < sentence.end) ?? {
      text: segment.text,
      start: 0,
      end: segment.text.length,
    }
  );
}

function segment(field: Place["field"], paragraph: number, text: string, furniture: boolean): Segment {
  const tail = furnitureTail(text);
  const all = furniture || (field === "title" && isFurniture(text));
  return {
    field,
    paragraph,
    text,
    sentences: splitSentences(text).flatMap(bounded),
    furnitureFrom: all ? 0 : tail,
    titleCase: isTitleCase(text),
  };
}

/** Nobody writes longer sentences; hostile text does, and every name in one is judged by all of it. */
const LONGEST_SENTENCE = 1_500;

function bounded(sentence: Sentence): Sentence[] {
  const pieces = Math.ceil(sentence.text.length / LONGEST_SENTENCE);
  if (pieces < 2) return [sentence];
  return Array.from({ length: pieces }, (_, index) => {
    const from = index * LONGEST_SENTENCE;
    const text = sentence.text.slice(from, from + LONGEST_SENTENCE);
    return { text, start: sentence.start + from, end: sentence.start + from + text.length };
  });
}

/** Whether nearly all longer words are capitalised. */
function isTitleCase(text: string): boolean {
  const words = text.match(/[\p{L}][\p{L}'’-]{3,}/gu) ?? [];
  if (words.length < 3 || words.length > 30) return false;
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capital / words.length > 0.75;
}

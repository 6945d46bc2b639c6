// The words of an item, as places at which it may be split.

import type { Letters } from "./letters";
import { countLetters } from "./letters";

export interface Word {
  start: number;
  text: string;
}

/** Return the words of a stretch with the places where they begin. */
export function wordsOf(letters: Letters, start: number, end: number): Word[] {
  const told = letters.slice(start, end);
  return [...told.matchAll(/\S+/g)].map((found) => ({ start: start + countLetters(told.slice(0, found.index)), text: found[0] }));
}

/** Return which word a place stands in or before; the middle one where it stands in none. */
export function wordAt(words: readonly Word[], place: number | null): number {
  const middle = Math.max(1, Math.floor(words.length / 2));
  if (place === null || words.length === 0) return middle;
  const at = words.findLastIndex((word) => word.start <= place);
  const last = words.at(-1)!;
  return at < 1 || place > last.start + countLetters(last.text) ? middle : at;
}

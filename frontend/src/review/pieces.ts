// A document as what is drawn of it: groups of sentences, cut where any proposal begins or ends.

import type { Item, Sentence } from "../api/documents";
import type { Letters } from "./letters";

/** A stretch of a text that is marked in one way. */
export interface Piece {
  start: number;
  end: number;
  text: string;
  /** The shortest item that holds it. */
  item: Item | null;
  /** The items that begin here. */
  begins: readonly Item[];
  sentence: Sentence | null;
}

/** What is set apart from the rest, or stands with it. */
export interface Group {
  start: number;
  repeated: boolean;
  boilerplate: boolean;
  pieces: Piece[];
}

/** Tell whether an item still stands for itself: one that was split or merged stands in others. */
export function isLive(item: Item): boolean {
  return item.state !== "split" && item.state !== "merged";
}

/** Part a text into groups; only space between sentences is left out. */
export function grouped(letters: Letters, sentences: readonly Sentence[], items: readonly Item[]): Group[] {
  const groups: Group[] = [];
  let between: Piece[] = [];
  for (const piece of cut(letters, sentences, items)) {
    const last = groups.at(-1);
    if (piece.sentence === null) between.push(piece);
    else if (last && belongs(last, piece)) {
      last.pieces.push(...between, piece);
      between = [];
    } else {
      groups.push(...loose(between), begun(piece));
      between = [];
    }
  }
  return [...groups, ...loose(between)];
}

function belongs(group: Group, piece: Piece): boolean {
  const [of, to] = [group.pieces.at(-1)?.sentence, piece.sentence];
  if (!of || !to) return false;
  return of.passage === to.passage && of.repeated === to.repeated && of.boilerplate === to.boilerplate;
}

function begun(piece: Piece): Group {
  return { start: piece.start, repeated: piece.sentence?.repeated ?? false, boilerplate: piece.sentence?.boilerplate ?? false, pieces: [piece] };
}

/** Words that belong to no sentence stand for themselves: nothing of a text is left out. */
function loose(between: readonly Piece[]): Group[] {
  const words = between.filter((piece) => piece.text.trim() !== "");
  return words.length ? [{ start: words[0]!.start, repeated: false, boilerplate: false, pieces: words }] : [];
}

function cut(letters: Letters, sentences: readonly Sentence[], items: readonly Item[]): Piece[] {
  const ends = [...sentences, ...items].flatMap((one) => [one.start, one.end]);
  const places = [...new Set([0, ...ends, letters.length])].filter((place) => place >= 0 && place <= letters.length).sort((a, b) => a - b);
  const live = items.filter(isLive);
  const order = [...sentences].sort((a, b) => a.start - b.start);
  let at = 0;
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1]!;
    while (at < order.length && order[at]!.end <= start) at += 1;
    const sentence = order[at];
    const holds = live.filter((one) => one.start <= start && end <= one.end);
    return {
      start,
      end,
      text: letters.slice(start, end),
      item: holds.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null,
      begins: live.filter((one) => one.start === start),
      sentence: sentence && sentence.start <= start ? sentence : null,
    };
  });
}

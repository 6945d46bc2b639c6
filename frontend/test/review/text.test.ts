// A text and its proposals: places count characters, and nothing of the text is left out.

import { describe, expect, it } from "vitest";
import type { Item, ReviewDocument, Sentence } from "../../src/api/documents";
import { countLetters, Letters } from "../../src/review/letters";
import { wordAt, wordsOf } from "../../src/review/marks";
import { grouped } from "../../src/review/pieces";
import { nextItem, nextSentence, selected, selecting, within } from "../../src/review/places";

const sentence = (start: number, end: number, more: Partial<Sentence> = {}): Sentence => ({ start, end, passage: 0, repeated: false, boilerplate: false, ...more });
const item = (start: number, end: number, more: Partial<Item> = {}) => ({ id: `${start}-${end}`, start, end, state: "open", ...more }) as Item;
const view = (sentences: Sentence[], items: Item[]) => ({ sentences, items }) as unknown as ReviewDocument;

describe("letters", () => {
  it("count a sign of two units once, wherever it stands", () => {
    const letters = new Letters("Talks 🕊️ went on 😀. Bravia agreed.");
    expect(letters.length).toBe(Array.from(letters.text).length);
    expect(letters.slice(19, 34)).toBe(Array.from(letters.text).slice(19, 34).join(""));
    expect(letters.slice(0, letters.length)).toBe(letters.text);
    expect(countLetters("😀a😀")).toBe(3);
  });

  it("are the units of a string where no sign takes two", () => {
    const letters = new Letters("plain");
    expect([letters.length, letters.slice(1, 3), letters.unit(99)]).toEqual([5, "la", 5]);
  });
});

describe("a text in groups", () => {
  const text = "😀 One. Two, three.\n\nOne again.\nfooter words";
  const letters = new Letters(text);
  const sentences = [sentence(0, 6), sentence(7, 18), sentence(20, 30, { passage: 0, repeated: true })];
  const items = [item(7, 10), item(12, 17), item(7, 18, { state: "split" })];

  it("leaves nothing out but the space between groups", () => {
    const told = grouped(letters, sentences, items).map((group) => group.pieces.map((piece) => piece.text).join(""));
    expect(told).toEqual(["😀 One. Two, three.", "One again.", "\nfooter words"]);
  });

  it("sets apart what is repeated, and marks what still stands for itself", () => {
    const groups = grouped(letters, sentences, items);
    expect(groups.map((group) => group.repeated)).toEqual([false, true, false]);
    const marked = groups[0]!.pieces.filter((piece) => piece.item).map((piece) => [piece.item!.id, piece.text, piece.begins.length]);
    expect(marked).toEqual([
      ["7-10", "Two", 1],
      ["12-17", "three", 1],
    ]);
  });

  it("gives a piece to the shortest item that holds it", () => {
    const [group] = grouped(new Letters("abcdef"), [sentence(0, 6)], [item(0, 6), item(2, 4)]);
    expect(group!.pieces.map((piece) => piece.item!.id)).toEqual(["0-6", "2-4", "0-6"]);
  });
});

describe("what is selected", () => {
  const one = view([sentence(0, 10), sentence(11, 30), sentence(31, 40)], [item(11, 18), item(20, 30), item(11, 30, { state: "split" }), item(31, 40)]);
  const at = (query: string) => selected(one, new URLSearchParams(query));

  it("stands in the address, and what is no such thing selects nothing", () => {
    expect(at("item=20-30")?.one).toBe(one.items[1]);
    expect(at("sentence=31")?.one).toBe(one.sentences[2]);
    expect([at("item=1-2"), at("sentence=x"), at("")]).toEqual([null, null, null]);
    expect(selecting(new URLSearchParams("marked=a&item=b&show=split"), at("sentence=31")).toString()).toBe("marked=a&sentence=31");
    expect(selecting(new URLSearchParams(), at("item=11-18"), "drafts").toString()).toBe("item=11-18&show=drafts");
  });

  it("goes on to the next proposal, past what was split", () => {
    expect(nextItem(one, null, 1)?.one).toBe(one.items[0]);
    expect(nextItem(one, at("item=20-30"), 1)?.one).toBe(one.items[3]);
    expect(nextItem(one, at("item=31-40"), 1)).toBeNull();
    expect(nextItem(one, at("sentence=11"), 1)?.one).toBe(one.items[0]);
    expect(nextItem(one, at("sentence=31"), -1)?.one).toBe(one.items[1]);
  });

  it("goes through every sentence; from a clause first to the one that goes on after it", () => {
    expect(nextSentence(one, null, -1)?.one).toBe(one.sentences[2]);
    expect(nextSentence(one, at("item=11-18"), 1)?.one).toBe(one.sentences[1]);
    expect(nextSentence(one, at("item=20-30"), 1)?.one).toBe(one.sentences[2]);
    expect(nextSentence(one, at("item=20-30"), -1)?.one).toBe(one.sentences[1]);
    expect(nextSentence(one, at("sentence=11"), -1)?.one).toBe(one.sentences[0]);
  });

  it("tells what is proposed of a sentence", () => {
    expect(within(one.items, one.sentences[1]!).map((each) => each.id)).toEqual(["11-18", "20-30"]);
    expect(within(one.items, one.sentences[0]!)).toEqual([]);
  });
});

describe("words at which an item is split", () => {
  const words = wordsOf(new Letters("So 😀 he refuses, but helps."), 5, 27);

  it("begin where they stand in the whole text", () => {
    expect(words).toEqual([
      { start: 5, text: "he" },
      { start: 8, text: "refuses," },
      { start: 17, text: "but" },
      { start: 21, text: "helps." },
    ]);
  });

  it("are found by the caret; without one the middle is proposed", () => {
    expect([wordAt(words, 18), wordAt(words, null), wordAt(words, 5), wordAt(words, 99)]).toEqual([2, 2, 2, 2]);
    expect(wordAt(words, 21)).toBe(3);
  });
});

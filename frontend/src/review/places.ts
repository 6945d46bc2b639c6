// What is selected stands in the address; where the keys lead from there.

import type { Item, ReviewDocument, Sentence } from "../api/documents";
import { isLive } from "./pieces";

export type Selected = { kind: "item"; one: Item } | { kind: "sentence"; one: Sentence };
/** What is shown of an item instead of its form. */
export type Shown = "form" | "split" | "drafts";
/** The names of the address that say what is selected, and what is shown of it. */
export const SELECTING = ["item", "sentence", "show", "draft"] as const;

/** Return what an address selects; nothing where the document has no such thing. */
export function selected(view: ReviewDocument, query: URLSearchParams): Selected | null {
  const item = view.items.find((one) => one.id === query.get("item"));
  if (item) return { kind: "item", one: item };
  const sentence = view.sentences.find((one) => String(one.start) === query.get("sentence"));
  return sentence ? { kind: "sentence", one: sentence } : null;
}

/** Return a query that selects something, or nothing. */
export function selecting(query: URLSearchParams, to: Selected | null, show: Shown = "form"): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const name of SELECTING) next.delete(name);
  if (to?.kind === "item") next.set("item", to.one.id);
  if (to?.kind === "sentence") next.set("sentence", String(to.one.start));
  if (show !== "form") next.set("show", show);
  return next;
}

export function shownOf(query: URLSearchParams): Shown {
  const show = query.get("show");
  return show === "split" || show === "drafts" ? show : "form";
}

/** Return the item after or before what is selected; from a sentence the next is the first in it. */
export function nextItem(view: ReviewDocument, from: Selected | null, by: 1 | -1): Selected | null {
  const one = next(view.items.filter(isLive), from, by, (each, { start }) => each.start >= start);
  return one ? { kind: "item", one } : null;
}

/** Return the sentence after or before what is selected; a clause lies within the one that goes on. */
export function nextSentence(view: ReviewDocument, from: Selected | null, by: 1 | -1): Selected | null {
  const one = next(view.sentences, from, by, (each, { end }) => each.end > end);
  return one ? { kind: "sentence", one } : null;
}

type Stretch = Pick<Sentence, "start" | "end">;

function next<T extends Stretch>(all: readonly T[], from: Selected | null, by: 1 | -1, isAfter: (each: T, from: Stretch) => boolean): T | undefined {
  if (from === null) return all.at(by > 0 ? 0 : -1);
  const at = all.findIndex((each) => (each as Stretch) === from.one);
  if (at >= 0) return all[at + by];
  return by > 0 ? all.find((each) => isAfter(each, from.one)) : all.findLast((each) => each.start < from.one.start);
}

/** Return the live items that stand in a sentence, at least in part. */
export function within(items: readonly Item[], sentence: Sentence): Item[] {
  return items.filter((one) => isLive(one) && one.start < sentence.end && sentence.start < one.end);
}

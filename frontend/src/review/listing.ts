// The list of documents: narrowed by words and by what is left to do; nothing of it is asked anew.

import type { Counted } from "../api/documents";

export const LEFT = ["waiting", "all"] as const;
export type Left = (typeof LEFT)[number];
const COUNTED = ["open", "awaiting", "accepted", "rejected"] as const;
/** How many documents are listed before somebody asks for all. */
export const MOST = 200;

/** Return what a document is called: by its title, else by the file that it was read from. */
export function titleOf(document: Pick<Counted, "title" | "read_from" | "id">): string {
  return document.title || document.read_from || document.id;
}

/** Return the documents that hold all words of a text, and of which something waits if asked so. */
export function listedDocuments(documents: readonly Counted[], text: string, left: Left): Counted[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return documents.filter((one) => {
    const told = [one.title, one.read_from, one.site, one.id, one.source].join(" ").toLowerCase();
    return words.every((word) => told.includes(word)) && (left === "all" || waits(one));
  });
}

/** Tell whether anybody's word on a document is waited for; it may be where nobody looked yet. */
export function waits(document: Counted): boolean {
  return document.open === null || document.open + document.awaiting > 0 || document.published_on === null;
}

/** Return how many proposals of a document are in each state, without those in which none is. */
export function countsOf(document: Counted): [(typeof COUNTED)[number], number][] {
  return COUNTED.flatMap((state) => (document[state] ? [[state, document[state]]] : []));
}

// What rests on a statement, and where it is shown; a text with its passage.

import type { Rest } from "../api/documents";
import type { Screen } from "../state/address";

/** Return the screen that shows something that rests on a statement, or `null` where none does. */
export function screenOf(kind: Rest["kind"]): Screen | null {
  switch (kind) {
    case "offer":
    case "term":
      return "ledger";
    case "party":
    case "party_term":
      return "party";
    case "proposition":
    case "record":
      return "what-if";
    case "event":
    case "arrangement":
      return "timeline";
    default:
      return null;
  }
}

/** Part a text at a passage, whose ends count Unicode characters, not the units of a string. */
export function parted(text: string, passage: readonly number[] | null): { before: string; passage: string; after: string } {
  const [from, until] = passage ?? [];
  if (from === undefined || until === undefined) return { before: text, passage: "", after: "" };
  const letters = Array.from(text);
  const piece = (start: number, end?: number) => letters.slice(start, end).join("");
  return { before: piece(0, from), passage: piece(from, until), after: piece(until) };
}

// Which words of the text are selected with the mouse, or where the caret stands in them.

import { countLetters } from "./letters";

/** Return the places of the words that are selected in the text; one place twice for a caret. */
export function chosenWords(): [number, number] | null {
  const selection = getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return null;
  const from = placeOf(selection.anchorNode, selection.anchorOffset);
  const to = placeOf(selection.focusNode, selection.focusOffset);
  if (from === null || to === null) return null;
  return from <= to ? [from, to] : [to, from];
}

/** Return the place in the document of a place in a node of its text. */
function placeOf(node: Node, offset: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]");
  if (!piece) return null;
  const before = node instanceof Text ? node.data.slice(0, offset) : "";
  return Number(piece.dataset["start"]) + countLetters(before);
}

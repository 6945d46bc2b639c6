// Which key does what with the document on the desk.

import type { Desk } from "./desk.svelte";
import { chosenWords } from "./words-chosen";

const UP_DOWN = ["ArrowDown", "ArrowUp"];

/** Return what a key does here; nothing where it belongs to the control that has the focus. */
export function actFor(event: KeyboardEvent, desk: Desk): (() => void) | null {
  const { key } = event;
  const target = event.target as HTMLElement;
  if (UP_DOWN.includes(key) && target.closest("input, .scroll, [role=group]")) return null;
  if (key === "Enter") return enter(target, desk);
  return ACTS[key]?.bind(null, desk) ?? null;
}

const ACTS: Record<string, (desk: Desk) => void> = {
  j: (desk) => desk.goItem(1),
  k: (desk) => desk.goItem(-1),
  ArrowDown: (desk) => desk.goSentence(1),
  ArrowUp: (desk) => desk.goSentence(-1),
  a: (desk) => void desk.accept(),
  e: (desk) => desk.edit(),
  r: (desk) => void desk.reject(),
  s: (desk) => desk.show("split"),
  x: (desk) => desk.mark(),
  m: (desk) => void desk.merge(),
  n: add,
  "+": add,
  u: (desk) => void desk.undo(),
  d: (desk) => desk.show("drafts"),
  Escape: (desk) => desk.show("form"),
};

/** Add the words that are selected with the mouse, or else what is selected by keys. */
export function add(desk: Desk): void {
  const chosen = chosenWords();
  if (chosen && chosen[0] < chosen[1]) void desk.add(...chosen);
  else if (desk.selected) void desk.add(desk.selected.one.start, desk.selected.one.end);
}

/** Take the step that is drafted, wherever the focus is but on what Enter opens. */
function enter(target: HTMLElement, desk: Desk): (() => void) | null {
  const form = document.querySelector<HTMLFormElement>("#step");
  if (desk.shown !== "drafts" || !form || form.contains(target) || target.closest("button, summary, a")) return null;
  return () => form.requestSubmit();
}

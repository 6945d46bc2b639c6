// Keys that work anywhere; none does while somebody types.

import type { Screen } from "../state/address";
import { here } from "../state/place.svelte";
import { ASKED_NAMES, NO_SWITCHES, only, withSwitches } from "../state/address";
import { words } from "../words";

interface Key {
  press: string;
  does: string;
}

const GO: Record<string, Screen> = { w: "what-if", l: "ledger", e: "evidence", q: "review", p: "party", t: "timeline", b: "brief" };

export const KEYS: readonly Key[] = [
  { press: "?", does: words.keys.help },
  ...Object.entries(GO).map(([press, screen]) => ({ press: `g ${press}`, does: words.keys.go(words.room.screens[screen]) })),
  { press: "/", does: words.keys.find },
  { press: "0", does: words.keys.reset },
  { press: "Tab, ← → , Space", does: words.keys.move },
  { press: "Esc", does: words.keys.escape },
];

/** The keys of a document in the evidence queue. */
export const REVIEW_KEYS: readonly Key[] = Object.entries(words.review.keys).map(([press, does]) => ({ press, does }));

let before = "";
let ofScreen: ((event: KeyboardEvent) => void) | null = null;

/** Let a screen have the keys that work nowhere else; returns what ends that. */
export function takeKeys(act: (event: KeyboardEvent) => void): () => void {
  ofScreen = act;
  return () => {
    if (ofScreen === act) ofScreen = null;
  };
}

/** Do what a key asks for; `help` is left to the caller. */
export function onKey(event: KeyboardEvent): "help" | null {
  const target = event.target as HTMLElement;
  const types = target.matches("input:not([type=radio], [type=checkbox], [type=range]), select, textarea");
  if (types || event.metaKey || event.ctrlKey || event.altKey) return null;
  const goes = before === "g";
  const screen = goes ? GO[event.key] : undefined;
  before = event.key;
  if (event.key === "?") return "help";
  if (screen) here.go({ screen, item: null, query: only(here.query, [...ASKED_NAMES, "suppose", "decides", "parameter", "scenario"]) });
  else if (event.key === "/") find(event);
  else if (event.key === "0" && here.place.screen === "what-if") here.go({ query: withSwitches(here.query, NO_SWITCHES) });
  else if (event.key === "Escape" && here.query.has("select")) unselect();
  else if (!goes && !target.closest("dialog")) ofScreen?.(event);
  return null;
}

function find(event: KeyboardEvent): void {
  const field = document.querySelector<HTMLInputElement>("input[type=search]");
  if (!field) return;
  event.preventDefault();
  field.focus();
}

function unselect(): void {
  const query = new URLSearchParams(here.query);
  query.delete("select");
  here.go({ query });
}

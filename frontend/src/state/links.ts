// Links to other screens: they keep the view, and how it is asked.

import { ASKED_NAMES, only, readable, SWITCH_NAMES, type Screen } from "./address";
import { here } from "./place.svelte";

const KEPT = [...ASKED_NAMES, ...SWITCH_NAMES, "scenario"];

/** Return the address of a thing on a screen, or of the screen itself. */
export function to(screen: Screen, item: string | null = null, more: Record<string, string> = {}): string {
  const query = only(here.query, KEPT);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  const search = readable(query);
  return `/${screen}${item === null ? "" : `/${encodeURIComponent(item)}`}${search && `?${search}`}`;
}

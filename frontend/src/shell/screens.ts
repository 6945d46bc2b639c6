// Which component shows which screen; each is loaded when it is first gone to.

import type { Component } from "svelte";
import type { Screen } from "../state/address";
import { room } from "../state/room.svelte";
import WhatIf from "../whatif/Room.svelte";

/** Load every screen once there is time, so that none is missing when the server is. */
export function loadAll(): void {
  setTimeout(() => void Promise.all(Object.values(screens).map((load) => load())).catch(() => room.lose()), 1500);
}

export const screens: Record<Screen, () => Promise<{ default: Component }>> = {
  "what-if": () => Promise.resolve({ default: WhatIf }),
  ledger: () => import("../ledger/Screen.svelte"),
  evidence: () => import("../evidence/Screen.svelte"),
  review: () => import("../review/Screen.svelte"),
  party: () => import("../party/Screen.svelte"),
  timeline: () => import("../timeline/Screen.svelte"),
  brief: () => import("../brief/Screen.svelte"),
};

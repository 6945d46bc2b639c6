// Which component shows which screen; each is loaded when it is first gone to.

import type { Component } from "svelte";
import type { Screen } from "../state/address";
import WhatIf from "../whatif/Screen.svelte";

export const screens: Record<Screen, () => Promise<{ default: Component }>> = {
  "what-if": () => Promise.resolve({ default: WhatIf }),
  ledger: () => import("../ledger/Screen.svelte"),
  evidence: () => import("../evidence/Screen.svelte"),
  party: () => import("../party/Screen.svelte"),
  timeline: () => import("../timeline/Screen.svelte"),
  brief: () => import("../brief/Screen.svelte"),
};

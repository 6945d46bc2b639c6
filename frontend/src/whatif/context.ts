// The what-if that a screen's parts share.

import { getContext, setContext, type Component } from "svelte";
import type { WhatIf } from "./model.svelte";

/** What only a room with a server has. */
export interface Parts {
  asks?: Component;
  map?: Component;
}

const KEY = Symbol("what-if");

export const setWhatIf = (model: WhatIf): WhatIf => setContext(KEY, model);
export const getWhatIf = (): WhatIf => getContext<WhatIf>(KEY);

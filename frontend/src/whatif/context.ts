// The what-if that a screen's parts share.

import { getContext, setContext } from "svelte";
import type { WhatIf } from "./model.svelte";

const KEY = Symbol("what-if");

export const setWhatIf = (model: WhatIf): WhatIf => setContext(KEY, model);
export const getWhatIf = (): WhatIf => getContext<WhatIf>(KEY);

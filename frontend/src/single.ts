import WhatIf from "./whatif/Screen.svelte";
export { WhatIf };

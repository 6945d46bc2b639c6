// The words that the room speaks; the one place that knows which language.

import { en } from "./en";

export const words = en;
export * from "./chances";
export * from "./figures";
export * from "./links";
export * from "./rungs";

// The documents of the API under their own names.

export type * from "./types";

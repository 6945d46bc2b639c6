// How far a party has bound itself, firmest first; a firmness that nobody disclosed comes last.

export const LADDER: readonly string[] = ["delivered", "committed", "allocated", "pledged", "signalled", "floated"];
export const RUNGS: readonly string[] = [...LADDER, "undisclosed"];

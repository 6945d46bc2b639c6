/** Ids told by what they are. */

import type { Structure } from "./structure";

/** Ids by what they are, each kind in the order of the document. */
export interface Ids {
  propositions: string[];
  parties: string[];
  contributions: string[];
}

/** Return the ids of some places. */
export function idsAt(structure: Structure, places: Iterable<number>): Ids {
  const { firstParty, firstOffer, names } = structure;
  const chosen = new Set(places);
  const between = (from: number, until: number): string[] =>
    names.slice(from, until).filter((_, index) => chosen.has(from + index));
  return {
    propositions: between(0, firstParty),
    parties: between(firstParty, firstOffer),
    contributions: between(firstOffer, names.length),
  };
}

/** Return the ids that are in one and not in the other. */
export function without(some: Ids, others: Ids): Ids {
  const left = (kind: keyof Ids): string[] => {
    const known = new Set(others[kind]);
    return some[kind].filter((name) => !known.has(name));
  };
  return { propositions: left("propositions"), parties: left("parties"), contributions: left("contributions") };
}

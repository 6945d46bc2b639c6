/** Small structures, written in a line each. */

import { prepareStructure, settingsOf } from "../../src/engine";
import type {
  PlainFormula,
  PlainLine,
  PlainOffer,
  PlainParty,
  PlainProposition,
  Settings,
  Structure,
  StructureDocument,
} from "../../src/engine";

/** Return that a proposition is true, a party joins or a contribution stands. */
export const truth = (name: string): PlainFormula => ({ is: "truth", name });
export const not = (name: string): PlainFormula => ({ is: "not", of: [truth(name)] });
export const all = (...of: PlainFormula[]): PlainFormula => ({ is: "all", of });
export const any = (...of: PlainFormula[]): PlainFormula => ({ is: "any", of });

export function proposition(id: string, more: Partial<PlainProposition> = {}): PlainProposition {
  return { id, text: `It is so that ${id}`, settled: null, can: true, open: true, when: null, cases: null, ...more };
}

export function party(code: string, ...terms: PlainFormula[]): PlainParty {
  return { code, name: code, can: true, open: true, terms };
}

/** Return a pledge of troops by the party that its id begins with. */
export function offer(id: string, amount: number, more: Partial<PlainOffer> = {}): PlainOffer {
  return {
    id,
    party: id.slice(0, 3).toUpperCase(),
    capability: "troops",
    unit: "units",
    firmness: "pledged",
    is_offer: true,
    low: amount,
    high: amount,
    disclosed: true,
    basis: "stated",
    fulfils: true,
    part_of: null,
    there: true,
    caveats: [],
    terms: [],
    ...more,
  };
}

/** What an offer is of which nobody said how much. */
export const HIDDEN = { low: 0, high: null, disclosed: false, basis: "undisclosed" } as const;

export function line(id: string, need: number | null, more: Partial<PlainLine> = {}): PlainLine {
  return {
    id,
    capability: "troops",
    need: { low: need, high: need },
    unit: "units",
    priority: "essential",
    excluded_caveats: [],
    ...more,
  };
}

interface Parts {
  propositions?: PlainProposition[];
  parties?: PlainParty[];
  offers?: PlainOffer[];
  lines?: PlainLine[];
  more?: Partial<StructureDocument>;
}

/** Return a structure with one requirement set, `main`; the parties of offers are there by themselves. */
export function small({ propositions = [], parties = [], offers = [], lines = [], more = {} }: Parts): Structure {
  const known = new Set(parties.map((one) => one.code));
  const others = [...new Set(offers.map((one) => one.party))].filter((code) => !known.has(code));
  return prepareStructure({
    schema: "guarantor/structure/1",
    operation: "small",
    name: "Small",
    audience: "public",
    as_known_on: "2025-03-01",
    valid_on: null,
    without: [],
    requirement: "main",
    firm: "floated",
    ladder: ["floated", "signalled", "pledged", "allocated", "committed", "delivered"],
    parameters: [],
    propositions,
    parties: [...parties, ...others.map((code) => party(code))],
    offers,
    requirements: [{ name: "main", text: "", lines }],
    per_unit: {},
    ...more,
  });
}

/** Return the operation's own settings with some set otherwise. */
export function settings(structure: Structure, more: Partial<Settings> = {}): Settings {
  return { ...settingsOf(structure), ...more };
}

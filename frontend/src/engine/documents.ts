/** The two documents that the engine reads: the compiled diagram and the structure of a view. */

export type Reading = "nobody_moves_first" | "moving_together";
export type Counting = "disclosed" | "undisclosed_enough";

/** Both readings of circular conditions, in the order in which they are told. */
export const READINGS: readonly Reading[] = ["nobody_moves_first", "moving_together"];

/** Both countings of what nobody disclosed, in the order in which they are told. */
export const COUNTINGS: readonly Counting[] = ["disclosed", "undisclosed_enough"];

/** The firmness floors that are always compared, firmest first. */
export const FLOORS: readonly string[] = ["pledged", "signalled", "floated"];

/** One value for each reading. */
export type ByReading<T> = Record<Reading, T>;

/** One value for each counting. */
export type ByCounting<T> = Record<Counting, T>;

/** The two ends of an interval; `null` leaves an end open. */
export interface Span {
  low: number | null;
  high: number | null;
}

/** The two ends of a chance from 0 to 1, or of a sum. */
export interface Ends {
  low: number;
  high: number;
}

// --- the compiled diagram, schema guarantor/diagram/1 ------------------------------------------

/** An event that can be switched. All cases of a proposition's chance have one switch. */
export interface Variable {
  id: string;
  kind: "proposition" | "case" | "party" | "undisclosed_term";
  owner: string;
  switch: string;
  chance: Ends;
  under_not: boolean;
}

/** Nodes of one kind side by side; `variable` is `null` where they are products. */
export interface PlainLayer {
  variable: number | null;
  low: number[];
  high: number[];
  low_weight: number[];
  high_weight: number[];
}

/** Layers, foundations first, and for each target a weight and a node. */
export interface PlainDiagram {
  layers: PlainLayer[];
  roots: Record<string, [number, number]>;
}

/** A compiled diagram. */
export interface DiagramDocument {
  digest?: string;
  schema: string;
  version: string;
  operation: string;
  name: string;
  requirement: string;
  as_known_on: string;
  valid_on: string | null;
  audience: string;
  firm: string;
  suppose: Record<string, boolean>;
  decides?: string[];
  parameters?: Record<string, number>;
  without: string[];
  parties: { code: string; name: string; fixed: boolean | null }[];
  propositions: { id: string; text: string; derived: boolean; fixed: boolean | null }[];
  lines: { id: string; capability: string; need: Span; unit: string; priority: string }[];
  variables: Variable[];
  diagrams: PlainDiagram[];
  answers: ByReading<{ low: number; high: number }>;
}

// --- the structure of a view, schema guarantor/structure/1 --------------------------------------

/** A number, or the id of an assumed parameter. */
export type Given = number | string;

/** What has to hold, as data: the conditions of the record, not yet resolved. */
export type PlainFormula =
  | { is: "truth"; name: string }
  | { is: "event"; name: string }
  | { is: "all"; of: PlainFormula[] }
  | { is: "any"; of: PlainFormula[] }
  | { is: "not"; of: PlainFormula[] }
  | { is: "at_least"; count: Given; of: string[] }
  | { is: "total"; capability: string; amount: Given };

/** A number of the model that nobody gave, with its range. */
export interface PlainParameter {
  id: string;
  value: number;
  low: number;
  high: number;
  text: string;
  evidence: string[];
}

/** A proposition: its own event, and what has to hold besides. */
export interface PlainProposition {
  id: string;
  text: string;
  settled: boolean | null;
  can: boolean;
  open: boolean;
  when: PlainFormula | null;
  cases: PlainFormula[] | null;
}

/** A party: its decision, and the terms on which it takes part. */
export interface PlainParty {
  code: string;
  name: string;
  can: boolean;
  open: boolean;
  terms: PlainFormula[];
}

/** A contribution as it stands in the view; a `high` of `null` is unbounded. */
export interface PlainOffer {
  id: string;
  party: string;
  capability: string | null;
  unit: string;
  firmness: string;
  is_offer: boolean;
  low: number;
  high: number | null;
  disclosed: boolean;
  basis: "stated" | "reported" | "undisclosed";
  fulfils: boolean;
  part_of: string | null;
  there: boolean | null;
  caveats: string[];
  terms: PlainFormula[];
}

/** A line of a requirement; the need in `unit`. */
export interface PlainLine {
  id: string;
  capability: string;
  need: Span;
  unit: string;
  priority: string;
  excluded_caveats: string[];
}

/** A requirement set. */
export interface PlainRequirement {
  name: string;
  text: string;
  lines: PlainLine[];
}

/** The logic of a view, for whatever is switched. */
export interface StructureDocument {
  schema: string;
  operation: string;
  name: string;
  audience: string;
  as_known_on: string;
  valid_on: string | null;
  without: string[];
  requirement: string;
  firm: string;
  ladder: string[];
  parameters: PlainParameter[];
  propositions: PlainProposition[];
  parties: PlainParty[];
  offers: PlainOffer[];
  requirements: PlainRequirement[];
  per_unit: Record<string, number>;
}

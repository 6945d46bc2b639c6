/**
 * Formulas: conditions of a structure document resolved to places, evaluated over up to 32 cases.
 *
 * A *mask* is a whole number with one bit for each case at hand: in which of them something holds.
 */

import type { Given, PlainFormula } from "./documents";
import { CannotEvaluate } from "./errors";
import { countReaches } from "./sums";

/** A condition whose names are places: of truths, of events and of capabilities. */
export type Formula =
  | { is: "truth"; at: number }
  | { is: "event"; at: number }
  | { is: "all"; of: readonly Formula[] }
  | { is: "any"; of: readonly Formula[] }
  | { is: "not"; of: Formula }
  | { is: "at_least"; count: Given; of: Int32Array }
  | { is: "total"; sum: number };

/** A total that conditions ask for: each is kept once. */
export interface Total {
  capability: string;
  amount: Given;
}

/** The places of names while a document is resolved. */
export interface Places {
  truth: ReadonlyMap<string, number>;
  event(name: string): number;
  total(capability: string, amount: Given): number;
}

/** Everything that formulas read: what happens, what is true so far, and what the settings say. */
export interface Values {
  lanes: number; // the mask in which everything holds
  events: Int32Array;
  truths: Int32Array;
  count(given: Given): number;
  total(sum: number): number;
}

/** Return a formula of a document with its names resolved. */
export function resolved(formula: PlainFormula, places: Places): Formula {
  switch (formula.is) {
    case "truth":
      return { is: "truth", at: placeOf(formula.name, places) };
    case "event":
      return { is: "event", at: places.event(formula.name) };
    case "all":
    case "any":
      return { is: formula.is, of: formula.of.map((part) => resolved(part, places)) };
    case "not":
      return { is: "not", of: resolved(only(formula.of), places) };
    case "at_least":
      return {
        is: "at_least",
        count: formula.count,
        of: Int32Array.from(formula.of, (name) => placeOf(name, places)),
      };
    case "total":
      return { is: "total", sum: places.total(formula.capability, formula.amount) };
  }
}

function placeOf(name: string, places: Places): number {
  const place = places.truth.get(name);
  if (place === undefined) throw new CannotEvaluate("UnknownId", `${name}: a condition names it, and it is not there`);
  return place;
}

function only(parts: readonly PlainFormula[]): PlainFormula {
  const [part, ...others] = parts;
  if (part === undefined || others.length > 0) throw new CannotEvaluate("Unreadable", "a not has one part");
  return part;
}

/** Return in which cases a formula holds. */
export function evaluate(formula: Formula, values: Values): number {
  switch (formula.is) {
    case "truth":
      return values.truths[formula.at]!;
    case "event":
      return values.events[formula.at]!;
    case "all": {
      let mask = values.lanes;
      for (const part of formula.of) {
        if (mask === 0) break;
        mask &= evaluate(part, values);
      }
      return mask;
    }
    case "any": {
      let mask = 0;
      for (const part of formula.of) mask |= evaluate(part, values);
      return mask;
    }
    case "not":
      return values.lanes & ~evaluate(formula.of, values);
    case "at_least":
      return countReaches(formula.of, values.truths, values.count(formula.count), values.lanes);
    case "total":
      return values.total(formula.sum);
  }
}

/** Yield the places of the truths that a formula names, totals left aside, as often as it does. */
export function* truthsIn(formula: Formula): Generator<number> {
  if (formula.is === "truth") yield formula.at;
  else if (formula.is === "at_least") yield* formula.of;
  else if (formula.is === "not") yield* truthsIn(formula.of);
  else if (formula.is === "all" || formula.is === "any") for (const part of formula.of) yield* truthsIn(part);
}

/** Yield the places of the truths that stand under a `not`. No total ever does. */
export function* negatedIn(formula: Formula): Generator<number> {
  if (formula.is === "not") yield* truthsIn(formula.of);
  else if (formula.is === "all" || formula.is === "any") for (const part of formula.of) yield* negatedIn(part);
}

/** Yield the totals that a formula asks for. */
export function* totalsIn(formula: Formula): Generator<number> {
  if (formula.is === "total") yield formula.sum;
  else if (formula.is === "not") yield* totalsIn(formula.of);
  else if (formula.is === "all" || formula.is === "any") for (const part of formula.of) yield* totalsIn(part);
}

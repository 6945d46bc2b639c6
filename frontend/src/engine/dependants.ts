/** Dependants: what the conditions of a thing name, who names it, and all that rests on it. */

import type { PlainFormula } from "./documents";
import { CannotEvaluate } from "./errors";
import { idsAt } from "./ids";
import type { Ids } from "./ids";
import type { Structure } from "./structure";

/**
 * How a thing hangs together with the others, whatever is switched.
 *
 * `names` are the things that its own conditions name, by id or in a group, and `sums` the
 * capabilities that they sum. `named_by` has those whose conditions name it so, `summed_by` those
 * whose conditions sum its capability. `rests_on_it` is everything that any of this reaches, step by
 * step, but the thing itself; a contribution rests on its party, too.
 */
export interface Dependants {
  names: Ids;
  sums: string[];
  named_by: Ids;
  summed_by: Ids;
  rests_on_it: Ids;
}

/**
 * Return how a proposition, party or contribution hangs together with the others.
 *
 * @throws CannotEvaluate if there is no such thing.
 */
export function dependants(structure: Structure, id: string): Dependants {
  const place = structure.at.get(id);
  if (place === undefined) throw new CannotEvaluate("UnknownId", `${id}: no id in this structure`);
  const naming = places(structure).filter((reader) => named(structure, reader).includes(place));
  return {
    names: idsAt(structure, named(structure, place)),
    sums: [...new Set([...structure.sums[place]!].map((sum) => structure.totals[sum]!.capability))],
    named_by: idsAt(structure, naming),
    summed_by: idsAt(structure, summing(structure, place)),
    rests_on_it: idsAt(structure, resting(structure, place)),
  };
}

function places(structure: Structure): number[] {
  return structure.names.map((_, place) => place);
}

/** Return the places that a thing's own conditions name; that a party offers it is no condition. */
function named(structure: Structure, place: number): number[] {
  return conditionsOf(structure, place).flatMap((formula) =>
    [...namesIn(formula)].map((name) => structure.at.get(name)!),
  );
}

function conditionsOf(structure: Structure, place: number): readonly PlainFormula[] {
  const { propositions, parties, offers } = structure.document;
  const { firstParty, firstOffer } = structure;
  if (place >= firstOffer) return offers[place - firstOffer]!.terms;
  if (place >= firstParty) return parties[place - firstParty]!.terms;
  const { when, cases } = propositions[place]!;
  return [...(when === null ? [] : [when]), ...(cases ?? [])];
}

/** Yield the ids that a condition names. */
export function* namesIn(formula: PlainFormula): Generator<string> {
  if (formula.is === "truth") yield formula.name;
  else if (formula.is === "at_least") yield* formula.of;
  else if (formula.is === "all" || formula.is === "any" || formula.is === "not") {
    for (const part of formula.of) yield* namesIn(part);
  }
}

/** Return the things whose conditions sum the capability of a contribution. */
function summing(structure: Structure, place: number): number[] {
  const offer = structure.document.offers[place - structure.firstOffer];
  if (offer === undefined) return [];
  return structure.totals.flatMap((total, sum) =>
    total.capability === offer.capability ? [...structure.totalReaders[sum]!] : [],
  );
}

function resting(structure: Structure, place: number): Set<number> {
  const found = new Set<number>();
  const waiting = [place];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const reader of [...structure.readers[next]!, ...summing(structure, next)]) {
      if (found.has(reader)) continue;
      found.add(reader);
      waiting.push(reader);
    }
  }
  found.delete(place);
  return found;
}

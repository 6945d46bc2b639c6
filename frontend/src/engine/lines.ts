/** Lines: whether a need can be met, what is held against it, what the undisclosed must sum to. */

import type { Ends, PlainLine, PlainOffer, PlainRequirement } from "./documents";
import { inSomeCase } from "./fixpoint";
import type { Solution } from "./fixpoint";
import type { Asked } from "./settings";
import type { State } from "./state";
import type { Structure } from "./structure";
import { lowest } from "./sums";
import { whole } from "./whole";

/**
 * What is held against a line: the offers that can stand, count on it and can be there.
 *
 * What the parties themselves gave and what others gave of them are never added without saying so.
 * `undisclosed_must_reach` is what the undisclosed would have to sum to, all else at its most
 * favourable: 0 where they are not needed, `null` where none of them can stand or nobody said what
 * is needed. `most_fielded` is the most that can be delivered together; `null` is unbounded.
 */
export interface Held {
  stated: Ends;
  reported: Ends;
  undisclosed: string[];
  undisclosed_must_reach: number | null;
  most_fielded: number | null;
}

/** Return the offers that can count on a line, were they to stand, by place. */
export function countingOn(asked: Asked, line: PlainLine): Int32Array {
  const { structure, elsewhere } = asked;
  const places = structure.ofCapability.get(line.capability) ?? new Int32Array(0);
  return places.filter((place) => {
    const offer = offerAt(structure, place);
    const isExcluded = offer.caveats.some((caveat) => line.excluded_caveats.includes(caveat));
    return offer.fulfils && !isExcluded && offer.there !== false && elsewhere[place] === 0;
  });
}

function offerAt(structure: Structure, place: number): PlainOffer {
  return structure.document.offers[place - structure.firstOffer]!;
}

/** Return what a line needs, in small units; `null` where nobody said. */
function needOf(structure: Structure, line: PlainLine): number | null {
  const perUnit = structure.document.per_unit[line.capability] ?? 1;
  return line.need.low === null ? null : whole(line.need.low, perUnit);
}

/** Return in which cases a line is met, quantities and need at their most favourable. */
function lineMet(state: State, line: PlainLine, offers: Int32Array): number {
  const need = needOf(state.asked.structure, line);
  return need === null ? 0 : state.reaches(offers, need);
}

/** Tell whether a line can be met. */
export function canMeetLine(solution: Solution, line: PlainLine): boolean {
  const offers = countingOn(solution.asked, line);
  return inSomeCase(solution, (state) => lineMet(state, line, offers));
}

/** Tell whether every essential line of a requirement can be met at once; there is at least one. */
export function canMeet(solution: Solution, requirement: PlainRequirement): boolean {
  const essential = requirement.lines.filter((line) => line.priority === "essential");
  const offers = essential.map((line) => countingOn(solution.asked, line));
  return (
    essential.length > 0 &&
    inSomeCase(solution, (state) =>
      essential.reduce((mask, line, index) => mask & lineMet(state, line, offers[index]!), state.lanes),
    )
  );
}

/** Return what is held against a line, moving together, the undisclosed enough. */
export function held(solution: Solution, line: PlainLine): Held {
  const { structure } = solution.asked;
  const perUnit = structure.document.per_unit[line.capability] ?? 1;
  const counting = countingOn(solution.asked, line);
  const able = counting.filter((place) => inSomeCase(solution, (state) => state.truths[place]!));
  const offers = [...able].map((place) => offerAt(structure, place));
  const sums = (basis: string): Ends => added(offers.filter((offer) => offer.basis === basis), perUnit);
  const cases = caseSums(solution, able);
  return {
    stated: sums("stated"),
    reported: sums("reported"),
    undisclosed: offers.filter((offer) => !offer.disclosed).map((offer) => offer.id),
    undisclosed_must_reach: inUnits(mustReach(cases, needOf(structure, line)), perUnit),
    most_fielded: inUnits(cases.reduce((most, one) => Math.max(most, one.most), 0), perUnit),
  };
}

function added(offers: readonly PlainOffer[], perUnit: number): Ends {
  const sum = (amount: (offer: PlainOffer) => number | null): number =>
    offers.reduce((total, offer) => total + whole(amount(offer), perUnit), 0) / perUnit;
  return { low: sum((offer) => offer.low), high: sum((offer) => offer.high) };
}

function inUnits(amount: number | null, perUnit: number): number | null {
  return amount === null || amount === Infinity ? null : amount / perUnit;
}

/** What is delivered in one case: what was disclosed, the most of it all, whether some is hidden. */
interface CaseSum {
  disclosed: number;
  most: number;
  isHidden: boolean;
}

function caseSums(solution: Solution, able: Int32Array): CaseSum[] {
  const { structure } = solution.asked;
  return solution.blocks.flatMap((state) => {
    const found: CaseSum[] = [];
    for (let left = state.lanes; left !== 0; left &= left - 1) {
      const one: CaseSum = { disclosed: 0, most: 0, isHidden: false };
      const lane = lowest(left);
      for (const place of able) {
        if (((state.truths[place]! >> lane) & 1) === 0) continue;
        const amount = structure.high[place]!;
        one.most += amount;
        if (offerAt(structure, place).disclosed) one.disclosed += amount;
        else one.isHidden = true;
      }
      found.push(one);
    }
    return found;
  });
}

/** Return the least over the cases in which some undisclosed offer stands, or none is needed. */
function mustReach(cases: readonly CaseSum[], need: number | null): number | null {
  if (need === null) return null;
  if (need === 0) return 0;
  let least: number | null = null;
  for (const { disclosed, isHidden } of cases) {
    const missing = Math.max(need - disclosed, 0);
    if (missing === 0 || isHidden) least = least === null ? missing : Math.min(least, missing);
  }
  return least;
}

/** Fixed points: the least and the greatest coalition whose conditions hold of each other. */

import type { Counting, Reading } from "./documents";
import type { Asked } from "./settings";
import { State } from "./state";

const CASES = 32;

/** What stands in every case: a block of up to 32 cases each. */
export interface Solution {
  asked: Asked;
  counting: Counting;
  reading: Reading;
  blocks: readonly State[];
}

/**
 * Return the fixed point of a structure in every case, all else as favourable as can be.
 *
 * What stands under a `not` is settled first; the rest is monotone and is iterated until nothing
 * changes: from nothing upwards where nobody moves first, from everything downwards where all move
 * together.
 */
export function solve(asked: Asked, counting: Counting, reading: Reading): Solution {
  const blocks: State[] = [];
  for (let block = 0; block * CASES < 2 ** asked.cases.length; block++) {
    const state = new State(asked, counting, block);
    settle(state, reading === "moving_together" ? state.lanes : 0);
    blocks.push(state);
  }
  return { asked, counting, reading, blocks };
}

/** Bring a state to its fixed point, everything starting as a mask. */
export function settle(state: State, start: number): void {
  const { structure, settledFirst } = state.asked;
  state.truths.fill(start);
  const waiting = new Uint8Array(structure.names.length).fill(1);
  const isSettled = new Uint8Array(structure.names.length);
  for (const name of settledFirst) {
    state.set(name, state.value(name));
    waiting[name] = 0;
    isSettled[name] = 1;
  }
  let left = structure.names.length - settledFirst.length;
  while (left > 0) {
    for (let name = 0; name < waiting.length; name++) {
      if (waiting[name] === 0) continue;
      waiting[name] = 0;
      left--;
      const mask = state.value(name);
      if (mask === state.truths[name]) continue;
      state.set(name, mask);
      forEachReader(state, name, (reader) => {
        if (waiting[reader] === 1 || isSettled[reader] === 1) return;
        waiting[reader] = 1;
        left++;
      });
    }
  }
}

/** Go through the truths whose equations read a truth, by name or in a total. */
function forEachReader(state: State, name: number, told: (reader: number) => void): void {
  const { structure } = state.asked;
  structure.readers[name]!.forEach(told);
  const offer = structure.document.offers[name - structure.firstOffer];
  if (offer === undefined) return;
  structure.totals.forEach((total, place) => {
    if (total.capability === offer.capability) structure.totalReaders[place]!.forEach(told);
  });
}

/** Tell whether something holds in some case. */
export function inSomeCase(solution: Solution, mask: (state: State) => number): boolean {
  return solution.blocks.some((state) => mask(state) !== 0);
}

/** Tell whether a truth holds in some case. */
export function canBe(solution: Solution, name: number): boolean {
  return inSomeCase(solution, (state) => state.truths[name]!);
}

/** Return in which places of a range something can be true, as names. */
export function namesThatCan(solution: Solution, from: number, until: number): string[] {
  const { names } = solution.asked.structure;
  const found: string[] = [];
  for (let name = from; name < until; name++) if (canBe(solution, name)) found.push(names[name]!);
  return found;
}

/** What happens and what is true so far, in up to 32 cases of a structure under some settings. */

import type { Counting, Given } from "./documents";
import { evaluate } from "./formulas";
import type { Values } from "./formulas";
import type { Asked } from "./settings";
import { amountReaches } from "./sums";

const CASES = 32;

/**
 * The truths of one block of cases while they are worked out.
 *
 * Every uncertain event goes well; what stands under a `not` goes each way, case by case.
 */
export class State implements Values {
  readonly lanes: number;
  readonly events: Int32Array;
  readonly truths: Int32Array;
  private readonly amounts: Float64Array;
  private readonly known: Int32Array; // by total: in which cases it was reached
  private readonly isKnown: Uint8Array; // by total: whether nothing it sums has changed since

  constructor(
    readonly asked: Asked,
    readonly counting: Counting,
    readonly block: number,
  ) {
    const { structure, cases } = asked;
    const many = Math.min(2 ** cases.length - block * CASES, CASES);
    this.lanes = many === CASES ? -1 : (1 << many) - 1;
    this.events = eventMasks(asked, block * CASES, many, this.lanes);
    this.truths = new Int32Array(structure.names.length);
    this.amounts = counting === "disclosed" ? structure.disclosed : structure.high;
    this.known = new Int32Array(structure.totals.length);
    this.isKnown = new Uint8Array(structure.totals.length);
  }

  /** Return in which cases the equation of a truth holds now, or what it is set to. */
  value(name: number): number {
    const constant = this.asked.constant[name]!;
    if (constant >= 0) return constant === 1 ? this.lanes : 0;
    return evaluate(this.asked.structure.equations[name]!, this);
  }

  /** Set in which cases a truth holds. */
  set(name: number, mask: number): void {
    this.truths[name] = mask;
    if (name >= this.asked.structure.firstOffer) this.forget(name);
  }

  /** Return the same truths in the same cases, quantities counted another way. */
  countedAs(counting: Counting): State {
    const state = new State(this.asked, counting, this.block);
    state.truths.set(this.truths);
    return state;
  }

  private forget(name: number): void {
    const { document, firstOffer, totals } = this.asked.structure;
    const { capability } = document.offers[name - firstOffer]!;
    totals.forEach((total, place) => {
      if (total.capability === capability) this.isKnown[place] = 0;
    });
  }

  count(given: Given): number {
    return Math.trunc(this.asked.given(given));
  }

  total(sum: number): number {
    if (this.isKnown[sum] === 0) {
      const { totals, ofCapability } = this.asked.structure;
      const offers = ofCapability.get(totals[sum]!.capability);
      const need = this.asked.needs[sum]!;
      this.known[sum] = this.reaches(offers ?? NOTHING, need);
      this.isKnown[sum] = 1;
    }
    return this.known[sum]!;
  }

  /** Return in which cases some contributions that stand sum to a need. */
  reaches(offers: Int32Array, need: number): number {
    return amountReaches(offers, this.truths, this.amounts, this.asked.elsewhere, need, this.lanes);
  }
}

const NOTHING = new Int32Array(0);

/** Return in which cases each event happens; of the first case everything does. */
function eventMasks(asked: Asked, first: number, many: number, lanes: number): Int32Array {
  const { can, cases } = asked;
  const masks = Int32Array.from(can, (possible) => (possible === 1 ? lanes : 0));
  cases.forEach((event, index) => {
    let mask = 0;
    for (let lane = 0; lane < many; lane++) {
      if (happensIn(first + lane, index, cases.length)) mask |= 1 << lane;
    }
    masks[event] = mask;
  });
  return masks;
}

/** Tell whether the event of a place happens in a case; the last event changes fastest. */
export function happensIn(number: number, place: number, many: number): boolean {
  return ((number >> (many - 1 - place)) & 1) === 0;
}

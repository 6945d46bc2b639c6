/** Counting and adding up over up to 32 cases at once: in which of them is enough there? */

const CASES = 32;
const hits = new Int32Array(CASES);
const sums = new Float64Array(CASES);

/** Return in which cases at least `count` of some truths hold. */
export function countReaches(members: Int32Array, masks: Int32Array, count: number, lanes: number): number {
  let everywhere = 0;
  let mixed = false;
  for (let index = 0; index < members.length; index++) {
    const mask = masks[members[index]!]!;
    if (mask === lanes) everywhere++;
    else if (mask !== 0) {
      if (!mixed) hits.fill(0);
      mixed = true;
      for (let left = mask; left !== 0; left &= left - 1) hits[lowest(left)]!++;
    }
  }
  if (everywhere >= count) return lanes;
  return mixed ? where(lanes, (lane) => everywhere + hits[lane]! >= count) : 0;
}

/**
 * Return in which cases the amounts of what holds sum to a need.
 *
 * Amounts and the need are whole numbers, so that sums are exact up to 2^53; an amount of `Infinity`
 * is enough for any need.
 */
export function amountReaches(
  members: Int32Array,
  masks: Int32Array,
  amounts: Float64Array,
  leftOut: Uint8Array,
  need: number,
  lanes: number,
): number {
  let everywhere = 0;
  let mixed = false;
  for (let index = 0; index < members.length; index++) {
    const member = members[index]!;
    const mask = masks[member]!;
    if (mask === 0 || leftOut[member] === 1) continue;
    if (mask === lanes) everywhere += amounts[member]!;
    else {
      if (!mixed) sums.fill(0);
      mixed = true;
      for (let left = mask; left !== 0; left &= left - 1) sums[lowest(left)]! += amounts[member]!;
    }
  }
  if (everywhere >= need) return lanes;
  return mixed ? where(lanes, (lane) => everywhere + sums[lane]! >= need) : 0;
}

/** Return the place of the lowest bit of a mask. */
export function lowest(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}

function where(lanes: number, holds: (lane: number) => boolean): number {
  let found = 0;
  for (let left = lanes; left !== 0; left &= left - 1) {
    const lane = lowest(left);
    if (holds(lane)) found |= 1 << lane;
  }
  return found;
}

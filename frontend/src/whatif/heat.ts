// How warm a cell of the heat map is: how much of the need a sum covers.

/** Return what share of a need a sum covers, `null` where either is unknown. */
export function coverage(sum: number | null, need: number | null): number | null {
  if (sum === null || need === null) return null;
  return need === 0 ? 1 : sum / need;
}

/** Return the step of the scale, 0 for nothing to 4 for all of it. */
export function heat(share: number | null): 0 | 1 | 2 | 3 | 4 {
  if (share === null || share <= 0) return 0;
  if (share >= 1) return 4;
  return share < 1 / 3 ? 1 : share < 2 / 3 ? 2 : 3;
}

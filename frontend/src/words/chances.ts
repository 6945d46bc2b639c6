// How chances are said: a word with its numbers where one fits, exactly as the brief says them.

import { sayNumber } from "./figures";

export const UNBOUNDED = "the public record does not bound it";
export const EXCLUDED = "excluded on the terms stated";
export const CERTAIN = "certain on the terms stated";
const NOWHERE_NEAR = 1e-12; // sums of chances that are certain lose this much to rounding
const EDGE = 1e-9; // and may miss the edge of a band by this much

/** The bands of ICD 203 (2015), the less likely word first at a shared edge. */
const BANDS: readonly [string, number, number][] = [
  ["almost no chance", 0.01, 0.05],
  ["very unlikely", 0.05, 0.2],
  ["unlikely", 0.2, 0.45],
  ["roughly even", 0.45, 0.55],
  ["likely", 0.55, 0.8],
  ["very likely", 0.8, 0.95],
  ["almost certain", 0.95, 0.99],
];

export interface Interval {
  low: number;
  high: number;
}

/** Return a chance in a word with its numbers, or in numbers where no word fits. */
export function sayChance({ low, high }: Interval): string {
  if (high === 0) return EXCLUDED;
  if (low >= 1 - NOWHERE_NEAR) return CERTAIN;
  if (low === 0 && high >= 1 - NOWHERE_NEAR) return UNBOUNDED;
  const word = BANDS.find(([, from, to]) => from - EDGE <= low && high <= to + EDGE)?.[0];
  const percent = sayPercent({ low, high });
  return word === undefined ? percent : `${word} (${percent})`;
}

/** Return a chance that was sampled; what no run or every run showed is not certain. */
export function saySampled({ low, high }: Interval, runs: number): string {
  if (high === 0) return `in none of ${sayNumber(runs)} runs`;
  if (low === 1) return `in all of ${sayNumber(runs)} runs`;
  return sayChance({ low, high });
}

/** Return an interval in whole percents; one number where both ends read alike. */
export function sayPercent({ low, high }: Interval): string {
  const ends = new Set([percent(low), percent(high)]);
  return `${[...ends].join("–")}\u00a0%`; // the sign stays with its number
}

function percent(chance: number): string {
  const text = String(roundHalfEven(chance * 100));
  if (text === "0" && chance > 0) return "<1";
  if (text === "100" && chance < 1 - NOWHERE_NEAR) return ">99";
  return text;
}

function roundHalfEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  if (rest !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
}

/** Tell whether an interval says nothing. */
export function isUnbounded({ low, high }: Interval): boolean {
  return low === 0 && high >= 1 - NOWHERE_NEAR;
}

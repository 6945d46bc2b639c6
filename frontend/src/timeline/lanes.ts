// Events laid out along a line of days, so that no two marks of a lane touch.

import type { TimelineEvent } from "../api/documents";
import { along, dayOf, numberOf } from "../parts/days";

export interface Placed {
  event: TimelineEvent;
  from: number;
  until: number;
  lane: number;
}

const LONG = 120; // days: a longer line is cut where it is nearly empty
const NEARLY_ALL = 0.9;

/**
 * Return the first and the last day of a line that holds the day asked from and everything; where
 * nearly everything lies in the last months, only those.
 */
export function span(days: readonly string[], asked: string): [string, string] {
  const sorted = [...days, asked].sort();
  const last = sorted.at(-1) ?? asked;
  const recent = dayOf(numberOf(last) - LONG);
  const late = sorted.filter((day) => day >= recent);
  const first = (late.length >= NEARLY_ALL * sorted.length ? late : sorted)[0] ?? asked;
  return [dayOf(numberOf(first) - 3), dayOf(numberOf(last) + 3)];
}

/** Return events with their places from 0 to 1 and a lane each; `apart` is the least gap. */
export function laid(events: readonly TimelineEvent[], first: string, last: string, apart: number): Placed[] {
  const ends: number[] = [];
  return events.map((event) => {
    const from = along(event.day, first, last);
    const until = Math.max(from, along(dayOf(numberOf(event.until ?? event.day) - (event.until ? 1 : 0)), first, last));
    const free = ends.findIndex((end) => end + apart <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = until;
    return { event, from, until, lane };
  });
}

// The answer that the what-if shows, whoever worked it out: the page's own engine or the server.

import type { Assessment, LineResult } from "../api/documents";
import type { Interval, OpenInterval } from "../words";

export type ReadingName = "moving_together" | "nobody_moves_first";
export type CountingName = "disclosed" | "undisclosed_enough";
export const READINGS: readonly ReadingName[] = ["moving_together", "nobody_moves_first"];
export const COUNTINGS: readonly CountingName[] = ["disclosed", "undisclosed_enough"];

export type Readings<T> = Record<ReadingName, T>;
export type Countings<T> = Record<CountingName, T>;

/** A requirement line and what is held against it. */
export interface LineAnswer {
  id: string;
  capability: string;
  need: OpenInterval;
  unit: string;
  priority: string;
  stated: OpenInterval;
  reported: OpenInterval;
  undisclosed: readonly string[];
  mustReach: number | null;
  possible: Countings<Readings<boolean>>;
}

/** What logic says: it needs no number that nobody gave. */
export interface Answer {
  standing: Readings<readonly string[]>;
  floors: readonly { floor: string; offers: Readings<readonly string[]> }[];
  possible: Countings<Readings<boolean>>;
  lines: readonly LineAnswer[];
}

/** Chances under the same switches. */
export interface Chances {
  met: Readings<Interval>;
  lines: Record<string, Readings<Interval>>;
  joins: Record<string, Readings<Interval>>;
  contributes: Record<string, Readings<Interval>>;
  method: "exact" | "sampled";
  standardError: number | null;
  runs: number | null;
}

/** Return the logic of an assessment as the page shows it. */
export function answerOf(document: Assessment): Answer {
  const floor = document.by_firmness.find((one) => one.floor === document.firm);
  const { moving_together: logic, nobody_moves_first: first } = document.logic.disclosed;
  const enough = document.logic.undisclosed_enough;
  return {
    standing: floor?.offers ?? standingOf(document),
    floors: document.by_firmness,
    possible: {
      disclosed: { moving_together: logic.possible, nobody_moves_first: first.possible },
      undisclosed_enough: { moving_together: enough.moving_together.possible, nobody_moves_first: enough.nobody_moves_first.possible },
    },
    lines: document.lines.map(lineOf),
  };
}

/** Return the offers that can stand where the floor asked about is none of the three. */
function standingOf(document: Assessment): Readings<string[]> {
  const able = (reading: ReadingName) => document.offers.filter((one) => one.can_stand[reading]).map((one) => one.id);
  return { moving_together: able("moving_together"), nobody_moves_first: able("nobody_moves_first") };
}

function lineOf(line: LineResult): LineAnswer {
  return {
    id: line.id,
    capability: line.capability,
    need: line.need,
    unit: line.unit,
    priority: line.priority,
    stated: line.stated,
    reported: line.reported,
    undisclosed: line.undisclosed,
    mustReach: line.undisclosed_must_reach,
    possible: line.possible,
  };
}

/** Return the chances of an assessment as the page shows them. */
export function chancesOf(document: Assessment): Chances {
  const { moving_together: together } = document.chance;
  const errors = together.standard_error;
  return {
    met: document.chance,
    lines: Object.fromEntries(document.lines.map((line) => [line.id, closed(line.met)])),
    joins: Object.fromEntries(document.parties.map((party) => [party.code, closed(party.joins)])),
    contributes: Object.fromEntries(document.parties.map((party) => [party.code, closed(party.contributes)])),
    method: together.method === "sampled" ? "sampled" : "exact",
    standardError: errors ? Math.max(errors.low ?? 0, errors.high ?? 0) : null,
    runs: together.runs ?? null,
  };
}

function closed(given: Readings<OpenInterval> | undefined): Readings<Interval> {
  const end = ({ low, high }: OpenInterval): Interval => ({ low: low ?? 0, high: high ?? 1 });
  return {
    moving_together: end(given?.moving_together ?? { low: 0, high: 1 }),
    nobody_moves_first: end(given?.nobody_moves_first ?? { low: 0, high: 1 }),
  };
}

/** What changed between two answers, moving together. */
export interface Difference {
  lost: string[];
  regained: string[];
  linesLost: string[];
  linesRegained: string[];
}

/** Return what an answer has lost and regained against another. */
export function difference(before: Answer, after: Answer): Difference {
  const then = new Set(before.standing.moving_together);
  const now = new Set(after.standing.moving_together);
  const could = new Set(before.lines.filter(canBeMet).map((line) => line.id));
  const can = new Set(after.lines.filter(canBeMet).map((line) => line.id));
  return {
    lost: [...then].filter((id) => !now.has(id)),
    regained: [...now].filter((id) => !then.has(id)),
    linesLost: [...could].filter((id) => !can.has(id)),
    linesRegained: [...can].filter((id) => !could.has(id)),
  };
}

/** Tell whether a line can be met at all: moving together, the undisclosed enough. */
export function canBeMet(line: LineAnswer): boolean {
  return line.possible.undisclosed_enough.moving_together;
}

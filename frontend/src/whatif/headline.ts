// The answer in one sentence, for the live region: what a screen reader hears after a flip.

import { RUNGS, sayChance, words } from "../words";
import { canBeMet, difference, type Answer, type Chances } from "./answer";

/** Return the answer as a sentence, with what changed against all as stated. */
export function headline(before: Answer, now: Answer, chances: Chances | null): string {
  const { lost, regained } = difference(before, now);
  const change = [lost.length ? `${lost.length} ${words.whatIf.lostBy}` : "", regained.length ? `${regained.length} ${words.whatIf.regained}` : ""]
    .filter(Boolean)
    .join(", ");
  const short = now.lines.filter((line) => !canBeMet(line)).length;
  const chance = chances ? sayChance(chances.met.moving_together) : words.room.loading;
  return words.whatIf.spoken(now.standing.moving_together.length, change, short, chance);
}

/** Return how many of some offers there are by firmness, firmest first. */
export function byFirmness(ids: readonly string[], firmness: (id: string) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(firmness(id), (counts.get(firmness(id)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => RUNGS.indexOf(a) - RUNGS.indexOf(b));
}

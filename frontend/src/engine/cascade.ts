/** The cascade: who follows, round by round, when something is switched; and who comes back. */

import type { Reading } from "./documents";
import { canBe, settle, solve } from "./fixpoint";
import type { Solution } from "./fixpoint";
import { idsAt, without } from "./ids";
import type { Ids } from "./ids";
import { ask } from "./settings";
import type { Asked, Settings } from "./settings";
import { State } from "./state";
import type { Structure } from "./structure";

const TOGETHER: Reading = "moving_together";

/**
 * What follows from a change of settings.
 *
 * `rounds` is the downward iteration: the first round is what is made to fail itself, and in each
 * other one propositions settle, then parties, then contributions. `lost` could stand before and
 * cannot now, `regained` the other way round: each with all else as favourable as can be, moving
 * together, the undisclosed enough. `lost_by_firmness` has the lost contributions.
 */
export interface Cascade {
  rounds: Ids[];
  lost: Ids;
  regained: Ids;
  lost_by_firmness: Record<string, string[]>;
}

/**
 * Return what follows when one question becomes another.
 *
 * The iteration goes down from the state in which all move together under `base`. What `now` lets
 * rise has risen before anything fails; then everything that `now` makes fail fails at once, and the
 * rest follows. Where propositions under a `not` leave several cases, the one in which most
 * contributions stand under `base` is followed, the first of equals.
 *
 * @throws CannotEvaluate as `outlook` does.
 */
export function cascade(structure: Structure, base: Settings, now: Settings): Cascade {
  const before = solve(ask(structure, base), "undisclosed_enough", TOGETHER);
  const after = solve(ask(structure, now), "undisclosed_enough", TOGETHER);
  const could = idsAt(structure, standing(before));
  const can = idsAt(structure, standing(after));
  const lost = without(could, can);
  return {
    rounds: rounds(before, after.asked),
    lost,
    regained: without(can, could),
    lost_by_firmness: byFirmness(structure, lost.contributions),
  };
}

function standing(solution: Solution): number[] {
  const { names } = solution.asked.structure;
  return names.flatMap((_, place) => (canBe(solution, place) ? [place] : []));
}

function byFirmness(structure: Structure, offers: readonly string[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const name of offers) {
    const { firmness } = structure.document.offers[structure.at.get(name)! - structure.firstOffer]!;
    (found[firmness] ??= []).push(name);
  }
  return found;
}

/** Return the rounds; none where nothing is made to fail and nothing falls. */
function rounds(before: Solution, now: Asked): Ids[] {
  const { structure } = now;
  const { truths, events } = followed(before, now);
  const failing = structure.names.flatMap((_, name) => (truths[name] === 1 && now.constant[name] === 0 ? [name] : []));
  const state = oneCase(now, events);
  const risen = oneCase(ask(structure, stillStanding(now, failing)), events);
  settle(risen, risen.lanes);
  structure.names.forEach((_, name) => state.set(name, truths[name]! | risen.truths[name]!));
  for (const name of failing) state.set(name, 0);
  const fallen = [failing];
  for (let next = fall(state); next.length > 0; next = fall(state)) fallen.push(next);
  return toldRounds(structure, fallen, truths);
}

/** Return the rounds as ids: what stood before, for what rose and fell again was never there. */
function toldRounds(structure: Structure, fallen: readonly number[][], before: Uint8Array): Ids[] {
  const [failing, ...others] = fallen.map((places) => places.filter((place) => before[place] === 1));
  const following = others.filter((places) => places.length > 0);
  if (failing!.length === 0 && following.length === 0) return [];
  return [failing!, ...following].map((places) => idsAt(structure, places));
}

/** Return the settings in which what is to fail has not failed yet. */
function stillStanding({ structure, settings }: Asked, failing: readonly number[]): Settings {
  const standing = Object.fromEntries(failing.map((name) => [structure.names[name]!, true]));
  return { ...settings, suppose: { ...settings.suppose, ...standing } };
}

/** The case that is followed: what stood in it, and which events happen in it from now on. */
interface Followed {
  truths: Uint8Array;
  events: Uint8Array;
}

/** Return the case in which most contributions stand, the first of equals. */
function followed(before: Solution, now: Asked): Followed {
  const { firstOffer } = now.structure;
  let most = -1;
  let found: Followed = { truths: new Uint8Array(0), events: new Uint8Array(0) };
  for (const state of before.blocks) {
    for (let lane = 0; lane < 32 && ((state.lanes >> lane) & 1) === 1; lane++) {
      const count = state.truths.subarray(firstOffer).reduce((sum, mask) => sum + ((mask >> lane) & 1), 0);
      if (count <= most) continue;
      most = count;
      found = { truths: inLane(state.truths, lane), events: eventsFrom(state, lane, now) };
    }
  }
  return found;
}

function inLane(masks: Int32Array, lane: number): Uint8Array {
  return Uint8Array.from(masks, (mask) => (mask >> lane) & 1);
}

/** Return the events of a case: all go well, but what is a case goes as it went, or was set. */
function eventsFrom(state: State, lane: number, now: Asked): Uint8Array {
  const base = state.asked;
  const events = now.can.slice();
  for (const name of now.cases) {
    if (base.constant[name]! >= 0) events[name] = base.constant[name]!;
  }
  for (const name of base.cases) events[name] = (state.events[name]! >> lane) & 1;
  return events;
}

function oneCase(now: Asked, events: Uint8Array): State {
  const state = new State({ ...now, cases: [] }, "undisclosed_enough", 0);
  state.events.set(events);
  return state;
}

/** Settle propositions, then parties, then contributions, and return what fell. */
function fall(state: State): number[] {
  const { firstParty, firstOffer, names } = state.asked.structure;
  const fallen: number[] = [];
  for (const [from, until] of [[0, firstParty], [firstParty, firstOffer], [firstOffer, names.length]] as const) {
    const fell: number[] = [];
    for (let name = from; name < until; name++) {
      if (state.truths[name] === 1 && state.value(name) === 0) fell.push(name);
    }
    for (const name of fell) state.set(name, 0);
    fallen.push(...fell);
  }
  return fallen;
}

/** The outlook: all that the page shows of logic, read at its most favourable. */

import { COUNTINGS, FLOORS, READINGS } from "./documents";
import type { ByCounting, ByReading, Counting, PlainRequirement, Reading } from "./documents";
import { canBe, namesThatCan, solve } from "./fixpoint";
import type { Solution } from "./fixpoint";
import { canMeet, canMeetLine, held } from "./lines";
import type { Held } from "./lines";
import { ask } from "./settings";
import type { Asked, Settings } from "./settings";
import type { Structure } from "./structure";

/** Whether something is possible, on what was disclosed and if the undisclosed were enough. */
export type Possible = ByCounting<ByReading<boolean>>;

/** A line: whether it can be met, and what is held against it. */
export interface LineOutlook extends Held {
  id: string;
  possible: Possible;
}

/** A requirement set: whether it can be met, and its lines. */
export interface RequirementOutlook {
  name: string;
  possible: Possible;
  lines: LineOutlook[];
}

/** From one firmness upwards: the offers that can stand, and which requirement sets can be met. */
export interface FloorOutlook {
  floor: string;
  offers: ByReading<string[]>;
  possible: Record<string, Possible>;
}

/**
 * What can be, each thing with all else as favourable as can be.
 *
 * `requirement` is the one asked about and stands among `requirements` too. `contributes` are the
 * parties of which some offer can stand, `joins` those that can take part.
 */
export interface Outlook {
  requirement: RequirementOutlook;
  requirements: RequirementOutlook[];
  propositions: ByReading<string[]>;
  joins: ByReading<string[]>;
  contributes: ByReading<string[]>;
  offers: ByReading<string[]>;
  floors: FloorOutlook[];
}

/** The solutions of one question: both readings in both countings. */
type Solutions = ByCounting<ByReading<Solution>>;

/**
 * Return what can be under some settings.
 *
 * @throws CannotEvaluate if the settings name what is not there, or more than 12 uncertain
 *   propositions stand under a `not`.
 */
export function outlook(structure: Structure, settings: Settings): Outlook {
  const asked = ask(structure, settings);
  const solutions = solved(asked);
  const high = solutions.undisclosed_enough;
  const requirements = structure.document.requirements.map((one) => requirementOutlook(solutions, one));
  return {
    requirement: requirements.find((one) => one.name === settings.requirement)!,
    requirements,
    propositions: byReading((reading) => namesThatCan(high[reading], 0, structure.firstParty)),
    joins: byReading((reading) => namesThatCan(high[reading], structure.firstParty, structure.firstOffer)),
    contributes: byReading((reading) => contributing(high[reading])),
    offers: standing(high),
    floors: FLOORS.map((floor) => {
      const there = floor === settings.firm ? solutions : solved(ask(structure, { ...settings, firm: floor }));
      return floorOutlook(there, floor);
    }),
  };
}

/** Return the offers that can stand under some settings, moving together or not. */
export function standing(solutions: ByReading<Solution>): ByReading<string[]> {
  return byReading((reading) => {
    const { firstOffer, names } = solutions[reading].asked.structure;
    return namesThatCan(solutions[reading], firstOffer, names.length);
  });
}

function solved(asked: Asked): Solutions {
  const high = byReading((reading) => solve(asked, "undisclosed_enough", reading));
  const hasTotal = asked.structure.sums.some((sums, name) => sums.length > 0 && asked.constant[name] === -1);
  // Only a total makes what stands depend on how quantities count.
  const disclosed = byReading((reading) =>
    hasTotal ? solve(asked, "disclosed", reading) : recounted(high[reading]),
  );
  return { disclosed, undisclosed_enough: high };
}

/** Return the same solution, quantities counted as disclosed. */
function recounted(solution: Solution): Solution {
  const blocks = solution.blocks.map((state) => state.countedAs("disclosed"));
  return { ...solution, counting: "disclosed", blocks };
}

function floorOutlook(solutions: Solutions, floor: string): FloorOutlook {
  const { requirements } = solutions.disclosed.moving_together.asked.structure.document;
  return {
    floor,
    offers: standing(solutions.undisclosed_enough),
    possible: Object.fromEntries(
      requirements.map((one) => [one.name, possible(solutions, (solution) => canMeet(solution, one))]),
    ),
  };
}

function requirementOutlook(solutions: Solutions, requirement: PlainRequirement): RequirementOutlook {
  return {
    name: requirement.name,
    possible: possible(solutions, (solution) => canMeet(solution, requirement)),
    lines: requirement.lines.map((line) => ({
      id: line.id,
      possible: possible(solutions, (solution) => canMeetLine(solution, line)),
      ...held(solutions.undisclosed_enough.moving_together, line),
    })),
  };
}

function possible(solutions: Solutions, can: (solution: Solution) => boolean): Possible {
  return byCounting((counting) => byReading((reading) => can(solutions[counting][reading])));
}

function contributing(solution: Solution): string[] {
  const { document, firstOffer } = solution.asked.structure;
  const able = document.offers.filter((_, index) => canBe(solution, firstOffer + index));
  const parties = new Set(able.map((offer) => offer.party));
  return document.parties.map((party) => party.code).filter((code) => parties.has(code));
}

function byReading<T>(value: (reading: Reading) => T): ByReading<T> {
  return Object.fromEntries(READINGS.map((reading) => [reading, value(reading)])) as ByReading<T>;
}

function byCounting<T>(value: (counting: Counting) => T): ByCounting<T> {
  return Object.fromEntries(COUNTINGS.map((counting) => [counting, value(counting)])) as ByCounting<T>;
}

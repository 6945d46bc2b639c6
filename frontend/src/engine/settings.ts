/** The settings under which a structure is asked, and what follows from them before any solving. */

import type { Given } from "./documents";
import { CannotEvaluate } from "./errors";
import type { Structure } from "./structure";
import { wholeReaching } from "./whole";

/** Most uncertain propositions under a `not` that are taken case by case. */
export const MOST_CASES = 12;

/**
 * What is asked of a structure.
 *
 * `requirement` is the requirement set asked about and `firm` the rung from which offers count;
 * `suppose` sets truths whatever else holds; the parties of `decides` decide to take part, and their
 * terms must still hold; `parameters` sets assumed parameters to other values.
 */
export interface Settings {
  requirement: string;
  firm: string;
  suppose: Readonly<Record<string, boolean>>;
  decides: readonly string[];
  parameters: Readonly<Record<string, number>>;
}

/** Return the settings of the operation itself: nothing is switched. */
export function settingsOf(structure: Structure): Settings {
  const { requirement, firm } = structure.document;
  return { requirement, firm, suppose: {}, decides: [], parameters: {} };
}

/** A structure under some settings. */
export interface Asked {
  structure: Structure;
  settings: Settings;
  constant: Int8Array; // by truth: 1 or 0 where it is set, -1 where its equation counts
  can: Uint8Array; // by event: whether it can happen
  open: Uint8Array; // by event: whether it can go either way
  elsewhere: Uint8Array; // by truth: whether another contribution already counts this one
  settledFirst: readonly number[]; // what stands under a not with all it rests on, foundations first
  cases: readonly number[]; // the events of those that can go either way, each way a case
  needs: Float64Array; // by total: what has to be reached, in small units
  given(number: Given): number;
}

/**
 * Return a structure under some settings.
 *
 * @throws CannotEvaluate if the settings name what is not there, or more than 12 uncertain
 *   propositions stand under a `not`.
 */
export function ask(structure: Structure, settings: Settings): Asked {
  check(structure, settings);
  const given = numbers(structure, settings);
  const constant = constants(structure, settings);
  const { can, open } = events(structure, settings);
  const settledFirst = settled(structure, constant);
  const cases = settledFirst.filter((name) => constant[name] === -1 && open[name] === 1);
  if (cases.length > MOST_CASES) {
    throw new CannotEvaluate(
      "TooLarge",
      `${cases.length} uncertain propositions stand under a not; at most ${MOST_CASES} are taken case by case: ` +
        "suppose some of them",
    );
  }
  return {
    structure,
    settings,
    constant,
    can,
    open,
    elsewhere: countedElsewhere(structure, settings),
    settledFirst,
    cases,
    needs: Float64Array.from(structure.totals, ({ capability, amount }) =>
      wholeReaching(given(amount), structure.document.per_unit[capability] ?? 1),
    ),
    given,
  };
}

function check(structure: Structure, settings: Settings): void {
  const { parties, parameters, ladder } = structure.document;
  const known: [string, Iterable<string>, (name: string) => boolean][] = [
    ["requirement", [settings.requirement], (name) => structure.requirements.has(name)],
    ["rung of the ladder", [settings.firm], (name) => ladder.includes(name)],
    ["id", Object.keys(settings.suppose), (name) => structure.at.has(name)],
    ["party", settings.decides, (name) => parties.some((one) => one.code === name)],
    ["parameter", Object.keys(settings.parameters), (name) => parameters.some((one) => one.id === name)],
  ];
  for (const [kind, names, isKnown] of known) {
    for (const name of names) {
      if (!isKnown(name)) throw new CannotEvaluate("UnknownId", `${name}: no ${kind} in this structure`);
    }
  }
}

function numbers(structure: Structure, settings: Settings): (given: Given) => number {
  const values = new Map(structure.document.parameters.map((one) => [one.id, one.value]));
  for (const [name, value] of Object.entries(settings.parameters)) values.set(name, value);
  return (given) => {
    const value = typeof given === "number" ? given : values.get(given);
    if (value === undefined) throw new CannotEvaluate("UnknownId", `${given}: no parameter in this structure`);
    return value;
  };
}

/** Return what is set: supposed, settled by the record, or an offer below the floor. */
function constants(structure: Structure, settings: Settings): Int8Array {
  const { propositions, offers } = structure.document;
  const constant = new Int8Array(structure.names.length).fill(-1);
  propositions.forEach((one, place) => {
    if (one.settled !== null) constant[place] = one.settled ? 1 : 0;
  });
  offers.forEach((offer, index) => {
    if (!isOnFloor(structure, offer.firmness, settings.firm)) constant[structure.firstOffer + index] = 0;
  });
  for (const [name, holds] of Object.entries(settings.suppose)) {
    constant[structure.at.get(name)!] = holds ? 1 : 0;
  }
  return constant;
}

/** Tell whether a firmness is on or above a floor; undisclosed firmness counts as floated. */
export function isOnFloor(structure: Structure, firmness: string, floor: string): boolean {
  const { ladder } = structure.document;
  const rung = ladder.indexOf(firmness === "undisclosed" ? ladder[0]! : firmness);
  return rung >= 0 && rung >= ladder.indexOf(floor);
}

/** Return which events can happen, and which can go either way; undisclosed terms can. */
function events(structure: Structure, settings: Settings): { can: Uint8Array; open: Uint8Array } {
  const { propositions, parties } = structure.document;
  const can = new Uint8Array(structure.events.length).fill(1);
  const open = new Uint8Array(structure.events.length).fill(1);
  [...propositions, ...parties].forEach((one, place) => {
    can[place] = Number(one.can);
    open[place] = Number(one.open);
  });
  for (const code of settings.decides) {
    const place = structure.at.get(code)!;
    can[place] = 1;
    open[place] = 0;
  }
  return { can, open };
}

/** Return which contributions another one that can be offered already counts. */
function countedElsewhere(structure: Structure, settings: Settings): Uint8Array {
  const { offers } = structure.document;
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const found = new Uint8Array(structure.names.length);
  offers.forEach((offer, index) => {
    const larger = byId.get(offer.part_of ?? "");
    if (larger === undefined) return;
    const isOffered = settings.suppose[larger.id] ?? isOnFloor(structure, larger.firmness, settings.firm);
    found[structure.firstOffer + index] = Number(isOffered);
  });
  return found;
}

/** Return what stands under a `not` with all that it rests on, each after what it rests on. */
function settled(structure: Structure, constant: Int8Array): number[] {
  const waiting: number[] = [];
  structure.negated.forEach((names, place) => {
    if (constant[place] === -1) waiting.push(...names);
  });
  const restsOn = new Map<number, readonly number[]>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (restsOn.has(name)) continue;
    const read = constant[name] === -1 ? [...structure.reads[name]!] : [];
    restsOn.set(name, read);
    waiting.push(...read);
  }
  return foundationsFirst(restsOn);
}

/** Return names so that each comes after what it rests on, else in the order of the map. */
function foundationsFirst(restsOn: ReadonlyMap<number, readonly number[]>): number[] {
  const before = new Map<number, number>();
  const after = new Map<number, number[]>();
  for (const [name, read] of restsOn) {
    for (const one of [name, ...read]) {
      if (!before.has(one)) before.set(one, 0);
      if (!after.has(one)) after.set(one, []);
    }
    before.set(name, read.length);
    for (const one of read) after.get(one)!.push(name);
  }
  const order = [...before.keys()].filter((name) => before.get(name) === 0);
  for (let index = 0; index < order.length; index++) {
    for (const name of after.get(order[index]!)!) {
      const left = before.get(name)! - 1;
      before.set(name, left);
      if (left === 0) order.push(name);
    }
  }
  if (order.length < before.size) {
    throw new CannotEvaluate("Unreadable", "what stands under a not rests on itself; such conditions have no meaning");
  }
  return order;
}

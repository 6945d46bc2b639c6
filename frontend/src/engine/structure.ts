/** The structure of a view, resolved once: what every truth rests on, before anything is switched. */

import type { Given, PlainFormula, PlainOffer, PlainRequirement, StructureDocument } from "./documents";
import { CannotEvaluate } from "./errors";
import { negatedIn, resolved, totalsIn, truthsIn } from "./formulas";
import type { Formula, Places, Total } from "./formulas";
import { whole } from "./whole";

const SCHEMA = "guarantor/structure/1";

/**
 * What every truth rests on.
 *
 * A truth is a proposition, a party or a contribution; each has a place, in this order. The own
 * event of a proposition and the decision of a party have the same place among the events; the
 * undisclosed terms follow.
 */
export interface Structure {
  document: StructureDocument;
  names: readonly string[];
  at: ReadonlyMap<string, number>;
  firstParty: number;
  firstOffer: number;
  equations: readonly Formula[];
  reads: readonly Int32Array[]; // the truths that each equation names, each once, totals left aside
  negated: readonly Int32Array[]; // those under a not, in order, as often as it names them
  readers: readonly Int32Array[]; // the truths whose equations name each truth
  sums: readonly Int32Array[]; // the totals that each equation asks for, each once
  totals: readonly Total[];
  totalReaders: readonly Int32Array[]; // the truths whose equations ask for each total
  ofCapability: ReadonlyMap<string, Int32Array>; // the contributions of each capability
  events: readonly string[];
  requirements: ReadonlyMap<string, PlainRequirement>;
  high: Float64Array; // by truth, the amount of a contribution in small units, at its most
  disclosed: Float64Array; // the same, what nobody disclosed at its stated least
}

/** Return a structure document resolved. */
export function prepareStructure(document: StructureDocument): Structure {
  if (document.schema !== SCHEMA) {
    throw new CannotEvaluate("Unreadable", `its schema is ${document.schema}, and ${SCHEMA} is read here`);
  }
  const { propositions, parties, offers } = document;
  const names = [
    ...propositions.map((one) => one.id),
    ...parties.map((one) => one.code),
    ...offers.map((one) => one.id),
  ];
  const at = new Map(names.map((name, place) => [name, place]));
  const firstOffer = propositions.length + parties.length;
  const found = new Found(at, names.slice(0, firstOffer));
  const equations = allEquations(document, found);
  const sums = equations.map((formula) => once(totalsIn(formula)));
  const reads = equations.map((formula) => once(truthsIn(formula)));
  return {
    document,
    names,
    at,
    firstParty: propositions.length,
    firstOffer,
    equations,
    reads,
    negated: equations.map((formula) => Int32Array.from(negatedIn(formula))),
    readers: inverse(reads, names.length),
    sums,
    totals: found.totals,
    totalReaders: inverse(sums, found.totals.length),
    ofCapability: byCapability(offers, firstOffer),
    events: found.events,
    requirements: new Map(document.requirements.map((one) => [one.name, one])),
    high: amounts(document, firstOffer, (offer) => offer.high),
    disclosed: amounts(document, firstOffer, (offer) => (offer.disclosed ? offer.high : offer.low)),
  };
}

/** Hands out the places of undisclosed terms and of totals, each once. */
class Found implements Places {
  readonly events: string[];
  readonly totals: Total[] = [];
  private readonly eventPlaces = new Map<string, number>();
  private readonly totalPlaces = new Map<string, number>();

  constructor(
    readonly truth: ReadonlyMap<string, number>,
    own: readonly string[],
  ) {
    this.events = [...own];
  }

  event(name: string): number {
    return place(this.eventPlaces, name, () => this.events.push(name) - 1);
  }

  total(capability: string, amount: Given): number {
    return place(this.totalPlaces, `${capability} ${amount}`, () => this.totals.push({ capability, amount }) - 1);
  }
}

function place(places: Map<string, number>, key: string, made: () => number): number {
  const known = places.get(key) ?? made();
  places.set(key, known);
  return known;
}

/** Return, in order of place, what makes every truth true. */
function allEquations(document: StructureDocument, found: Found): Formula[] {
  const all = (of: Formula[]): Formula => ({ is: "all", of });
  const terms = (formulas: readonly PlainFormula[]): Formula[] => formulas.map((one) => resolved(one, found));
  const equations: Formula[] = [];
  for (const { when, cases } of document.propositions) {
    const own: Formula[] = [{ is: "event", at: equations.length }];
    if (cases !== null) own.push({ is: "any", of: terms(cases) });
    if (when !== null) own.push(resolved(when, found));
    equations.push(all(own));
  }
  for (const party of document.parties) {
    equations.push(all([{ is: "event", at: equations.length }, ...terms(party.terms)]));
  }
  for (const offer of document.offers) {
    equations.push(all([resolved({ is: "truth", name: offer.party }, found), ...terms(offer.terms)]));
  }
  return equations;
}

function once(places: Iterable<number>): Int32Array {
  return Int32Array.from(new Set(places));
}

/** Return for each place the lists that it stands in. */
function inverse(lists: readonly Int32Array[], length: number): Int32Array[] {
  const found: number[][] = Array.from({ length }, () => []);
  lists.forEach((list, reader) => list.forEach((read) => found[read]!.push(reader)));
  return found.map((readers) => Int32Array.from(readers));
}

function byCapability(offers: readonly PlainOffer[], firstOffer: number): Map<string, Int32Array> {
  const found = new Map<string, number[]>();
  offers.forEach((offer, index) => {
    if (offer.capability === null) return;
    const known = found.get(offer.capability) ?? [];
    known.push(firstOffer + index);
    found.set(offer.capability, known);
  });
  return new Map([...found].map(([capability, places]) => [capability, Int32Array.from(places)]));
}

/** Return by place the amount of each contribution in small units; nothing for other truths. */
function amounts(
  document: StructureDocument,
  firstOffer: number,
  amount: (offer: PlainOffer) => number | null,
): Float64Array {
  const found = new Float64Array(firstOffer + document.offers.length);
  document.offers.forEach((offer, index) => {
    const perUnit = document.per_unit[offer.capability ?? ""] ?? 1;
    found[firstOffer + index] = whole(amount(offer), perUnit);
  });
  return found;
}

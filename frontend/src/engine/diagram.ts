/**
 * The evaluator of a compiled diagram: the chance of every target under whatever is switched.
 *
 * It says what the reference evaluator of the format says (`evaluate_diagram.py`), many times as
 * fast: nodes lie in typed arrays, and what stands below the first change is not gone through again.
 */

import { READINGS } from "./documents";
import type { ByReading, DiagramDocument, Ends, PlainDiagram, Variable } from "./documents";
import { CannotEvaluate } from "./errors";

const SCHEMA = "guarantor/diagram/1";

/** Most cases gone through at one end where intervals stand under a `not`. */
export const MOST_DIAGRAM_CASES = 4096;

/** For each switch that is changed, the low and the high end of its chance. */
export type Changes = ReadonlyMap<string, readonly [number, number]>;

/** The chance of every target, in both readings. */
export type Chances = ByReading<Record<string, Ends>>;

/** A diagram in typed arrays. Node 0 is worth 0, node 1 is worth 1; the others follow. */
interface Sweep {
  variables: Int32Array; // of each layer; -1 where its nodes are products
  starts: Int32Array; // the first node of each layer, and the end of the last
  weighted: Int32Array; // how many nodes of each layer, its first, have weights
  low: Int32Array;
  high: Int32Array;
  lowWeight: Float64Array;
  highWeight: Float64Array;
  worth: Float64Array;
  seen: Float64Array; // the chance of each layer's variable at which `worth` was worked out
  roots: Int32Array; // the node of each target
  rootWeights: Float64Array;
  least: Float64Array; // of each target, over the cases gone through
  most: Float64Array;
}

/** A compiled diagram, ready to be evaluated; evaluating reuses its arrays. */
export interface Prepared {
  document: DiagramDocument;
  targets: readonly string[];
  switches: ReadonlySet<string>;
  sweeps: readonly Sweep[];
  places: ByReading<{ low: number; high: number }>;
  chances: Float64Array; // of each variable, in the case at hand
  both: Int32Array; // variables of which either end is a case, in the evaluation at hand
  lows: Float64Array;
  highs: Float64Array;
}

/** Return a compiled diagram decoded into typed arrays. */
export function prepare(document: DiagramDocument): Prepared {
  if (document.schema !== SCHEMA) {
    throw new CannotEvaluate("Unreadable", `its schema is ${document.schema}, and ${SCHEMA} is read here`);
  }
  const targets = Object.keys(document.diagrams[0]?.roots ?? {});
  const count = document.variables.length;
  return {
    document,
    targets,
    switches: new Set(document.variables.map((one) => one.switch)),
    sweeps: document.diagrams.map((diagram) => decoded(diagram, targets)),
    places: document.answers,
    chances: new Float64Array(count),
    both: new Int32Array(count),
    lows: new Float64Array(count),
    highs: new Float64Array(count),
  };
}

function decoded(diagram: PlainDiagram, targets: readonly string[]): Sweep {
  const { layers, roots } = diagram;
  const nodes = layers.reduce((sum, layer) => sum + layer.low.length, 2);
  const sweep: Sweep = {
    variables: Int32Array.from(layers, (layer) => layer.variable ?? -1),
    starts: new Int32Array(layers.length + 1),
    weighted: new Int32Array(layers.length),
    low: new Int32Array(nodes),
    high: new Int32Array(nodes),
    lowWeight: new Float64Array(nodes).fill(1),
    highWeight: new Float64Array(nodes).fill(1),
    worth: new Float64Array(nodes),
    seen: new Float64Array(layers.length).fill(NaN),
    roots: Int32Array.from(targets, (name) => roots[name]?.[1] ?? 0),
    rootWeights: Float64Array.from(targets, (name) => roots[name]?.[0] ?? 0),
    least: new Float64Array(targets.length),
    most: new Float64Array(targets.length),
  };
  sweep.worth[1] = 1;
  let start = 2;
  layers.forEach((layer, place) => {
    sweep.starts[place] = start;
    sweep.weighted[place] = Math.max(layer.low_weight.length, layer.high_weight.length);
    sweep.low.set(layer.low, start);
    sweep.high.set(layer.high, start);
    sweep.lowWeight.set(layer.low_weight, start);
    sweep.highWeight.set(layer.high_weight, start);
    start += layer.low.length;
  });
  sweep.starts[layers.length] = start;
  return sweep;
}

/**
 * Return the low and the high chance of every target, in both readings.
 *
 * A variable under a `not` whose chance is an interval is taken at either end, case by case.
 *
 * @throws CannotEvaluate if a change names no switch, a chance is none, or there are more than
 *   4,096 cases.
 */
export function chances(prepared: Prepared, changes: Changes): Chances {
  setChances(prepared, changes);
  const found = {} as Chances;
  for (const reading of READINGS) {
    const { low, high } = prepared.places[reading];
    found[reading] = targetsOf(prepared, low, high);
  }
  return found;
}

/** Set the ends of every variable, and note of which either end is a case. */
function setChances(prepared: Prepared, changes: Changes): void {
  for (const [name, [low, high]] of changes) {
    if (!prepared.switches.has(name)) {
      throw new CannotEvaluate("UnknownId", `${name}: no switch of this diagram; compile anew to suppose it`);
    }
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new CannotEvaluate("BadChance", `${name}: ${low}..${high}; give one number, 0 to 1`);
    }
  }
  prepared.document.variables.forEach((one: Variable, place) => {
    const changed = changes.get(one.switch);
    prepared.lows[place] = changed ? changed[0] : one.chance.low;
    prepared.highs[place] = changed ? changed[1] : one.chance.high;
  });
}

/** Return how many variables have either end for a case; they are noted in `both`. */
function countBoth(prepared: Prepared): number {
  let count = 0;
  prepared.document.variables.forEach((one, place) => {
    if (one.under_not && prepared.lows[place] !== prepared.highs[place]) prepared.both[count++] = place;
  });
  if (2 ** count > MOST_DIAGRAM_CASES) {
    const most = MOST_DIAGRAM_CASES.toLocaleString("en");
    throw new CannotEvaluate(
      "TooLarge",
      `${count} chances under a not are intervals, which is more than ${most} cases: switch some of them`,
    );
  }
  return count;
}

function targetsOf(prepared: Prepared, lowPlace: number, highPlace: number): Record<string, Ends> {
  // One diagram may serve both ends: what the low end found is read before the high end is swept.
  const atLow = overCases(prepared, lowPlace, prepared.lows).least.slice();
  const high = overCases(prepared, highPlace, prepared.highs);
  const found: Record<string, Ends> = {};
  prepared.targets.forEach((name, target) => {
    found[name] = {
      low: Math.min(atLow[target]!, high.least[target]!),
      high: high.most[target]!,
    };
  });
  return found;
}

/** Go through every case at one end; the cases that change the topmost layers follow each other. */
function overCases(prepared: Prepared, place: number, ends: Float64Array): Sweep {
  const sweep = prepared.sweeps[place]!;
  const count = countBoth(prepared);
  sweep.least.fill(Infinity);
  sweep.most.fill(-Infinity);
  prepared.chances.set(ends);
  for (let number = 0; number < 2 ** count; number++) {
    for (let bit = 0; bit < count; bit++) {
      const variable = prepared.both[bit]!;
      const side = (number >> bit) & 1 ? prepared.highs : prepared.lows;
      prepared.chances[variable] = side[variable]!;
    }
    run(sweep, prepared.chances);
    gather(sweep);
  }
  return sweep;
}

/** Work out what every node is worth, from the first layer whose chance has changed. */
function run(sweep: Sweep, given: Float64Array): void {
  const { variables, starts, seen } = sweep;
  let layer = 0;
  while (layer < variables.length) {
    const variable = variables[layer]!;
    if (variable >= 0 && seen[layer] !== given[variable]) break;
    layer++;
  }
  for (; layer < variables.length; layer++) {
    const variable = variables[layer]!;
    if (variable < 0) {
      multiply(sweep, starts[layer]!, starts[layer + 1]!);
      continue;
    }
    const chance = given[variable]!;
    seen[layer] = chance;
    const plain = starts[layer]! + sweep.weighted[layer]!;
    mixWeighted(sweep, starts[layer]!, plain, chance);
    mix(sweep, plain, starts[layer + 1]!, chance);
  }
}

function multiply({ low, high, worth }: Sweep, from: number, until: number): void {
  for (let node = from; node < until; node++) worth[node] = worth[low[node]!]! * worth[high[node]!]!;
}

function mix({ low, high, worth }: Sweep, from: number, until: number, chance: number): void {
  const other = 1 - chance;
  for (let node = from; node < until; node++) {
    worth[node] = other * worth[low[node]!]! + chance * worth[high[node]!]!;
  }
}

function mixWeighted(sweep: Sweep, from: number, until: number, chance: number): void {
  const { low, high, lowWeight, highWeight, worth } = sweep;
  const other = 1 - chance;
  for (let node = from; node < until; node++) {
    worth[node] =
      other * lowWeight[node]! * worth[low[node]!]! + chance * highWeight[node]! * worth[high[node]!]!;
  }
}

function gather({ roots, rootWeights, worth, least, most }: Sweep): void {
  for (let target = 0; target < roots.length; target++) {
    const chance = Math.min(rootWeights[target]! * worth[roots[target]!]!, 1);
    if (chance < least[target]!) least[target] = chance;
    if (chance > most[target]!) most[target] = chance;
  }
}

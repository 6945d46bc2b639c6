// What is switched, parted into what the page's diagram can evaluate and what has to be compiled.

import type { DiagramDocument } from "../engine";
import { settingOf, type Switches } from "../state/address";

/** Changes of the chances of a diagram, by the name of the switch. */
export type Changes = Map<string, readonly [number, number]>;

export interface Parted {
  /** What the diagram at hand evaluates. */
  changes: Changes;
  /** What another diagram has to be compiled for. */
  compiled: Switches;
}

/**
 * Part switches by what a diagram compiled without any of them can evaluate: a proposition's own
 * event, a party's decision. That something holds whatever its terms, a single offer and a number
 * are compiled anew.
 */
export function part(switches: Switches, diagram: DiagramDocument): Parted {
  const changes: Changes = new Map();
  const compiled: Switches = { suppose: {}, decides: [], parameters: { ...switches.parameters } };
  const parties = new Set(diagram.parties.map((party) => party.code));
  const propositions = new Map(diagram.propositions.map((one) => [one.id, one]));
  const own = new Map<string, string>(diagram.variables.map((one) => [one.switch, one.kind]));
  const hasTerms = (id: string) => propositions.get(id)?.derived !== false || own.get(id) !== "proposition";
  for (const [id, truth] of Object.entries(switches.suppose)) {
    const isOwnEvent = own.has(id) && (truth ? !parties.has(id) && !hasTerms(id) : true);
    if (isOwnEvent) changes.set(id, truth ? [1, 1] : [0, 0]);
    else compiled.suppose[id] = truth;
  }
  for (const code of switches.decides) {
    if (settingOf(switches, code) !== "decides") continue; // a supposition on it counts
    if (own.has(code)) changes.set(code, [1, 1]);
    else compiled.decides.push(code);
  }
  return { changes, compiled };
}

/** Tell whether nothing has to be compiled anew. */
export function isInPage({ compiled }: Parted): boolean {
  return ![compiled.suppose, compiled.decides, compiled.parameters].some((one) => Object.keys(one).length);
}

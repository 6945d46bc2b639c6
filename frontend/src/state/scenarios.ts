// Scenarios that are kept side by side, each as one value of the address:
// `Title~us_backstop-~un_mandate+~DEU*~others:3`. An id followed by `-` fails or stays out, by `+`
// holds whatever its terms, by `*` decides; a parameter carries its value.

import { NO_SWITCHES, type Switches } from "./address";

export const MOST_SCENARIOS = 4;

/** Switches under a title. */
export interface Scenario {
  title: string;
  switches: Switches;
}

/** Return a scenario as a value of the address. */
export function writeScenario(scenario: Scenario): string {
  const { suppose, decides, parameters } = scenario.switches;
  return [
    scenario.title.replaceAll("~", "-"),
    ...Object.entries(suppose).map(([id, truth]) => `${id}${truth ? "+" : "-"}`),
    ...decides.map((code) => `${code}*`),
    ...Object.entries(parameters).map(([name, value]) => `${name}:${value}`),
  ].join("~");
}

/** Read a scenario from a value of the address; what cannot be read is left out. */
export function readScenario(text: string): Scenario {
  const [title = "", ...parts] = text.split("~");
  const switches: Switches = structuredClone(NO_SWITCHES);
  for (const part of parts) {
    const id = part.slice(0, -1);
    const colon = part.indexOf(":");
    const value = Number(part.slice(colon + 1));
    if (colon > 0 && Number.isFinite(value)) switches.parameters[part.slice(0, colon)] = value;
    else if (part.endsWith("+") || part.endsWith("-")) switches.suppose[id] = part.endsWith("+");
    else if (part.endsWith("*")) switches.decides.push(id);
  }
  return { title, switches };
}

/** Return the scenarios that a query keeps, at most four. */
export function readScenarios(query: URLSearchParams): Scenario[] {
  return query.getAll("scenario").slice(0, MOST_SCENARIOS).map(readScenario);
}

/** Return a query that keeps other scenarios. */
export function withScenarios(query: URLSearchParams, scenarios: Scenario[]): URLSearchParams {
  const next = new URLSearchParams(query);
  next.delete("scenario");
  for (const one of scenarios.slice(0, MOST_SCENARIOS)) next.append("scenario", writeScenario(one));
  return next;
}

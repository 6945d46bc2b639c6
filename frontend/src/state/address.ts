// The address is the state: what is shown, and with which switches, is read from it and written
// to it, in the same names as the command line and the API.

export const SCREENS = ["what-if", "ledger", "evidence", "review", "party", "timeline", "brief"] as const;
export type Screen = (typeof SCREENS)[number];

/** Where one is: a screen, the thing that it is about, and the rest of the state. */
export interface Place {
  screen: Screen;
  item: string | null;
  query: URLSearchParams;
}

/** What is set otherwise than stated. */
export interface Switches {
  suppose: Record<string, boolean>;
  decides: string[];
  parameters: Record<string, number>;
}

const PATH = /^\/([a-z-]*)(?:\/([^/]+))?\/?$/;

/** Return the place that a path and a query name; a path that names none is the first screen. */
export function readPlace(path: string, search: string): Place {
  const query = new URLSearchParams(search);
  const [, name = "", item] = PATH.exec(path) ?? [];
  const screen = SCREENS.find((one) => one === name) ?? "what-if";
  return { screen, item: item === undefined ? null : decoded(item), query };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // an address that somebody mistyped
  }
}

/** Return a place as an address within the room. */
export function writePlace(place: Place): string {
  const item = place.item === null ? "" : `/${encodeURIComponent(place.item)}`;
  const search = readable(place.query);
  return `/${place.screen}${item}${search && `?${search}`}`;
}

/** Return a query as text in which `=`, `,` and `:` inside values stay readable. */
export function readable(query: URLSearchParams): string {
  return query.toString().replaceAll("%3D", "=").replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%7E", "~");
}

/** The names that say which view is asked for, whatever is switched in it. */
export const VIEW_NAMES = ["as_known_on", "valid_on", "without"] as const;
/** The names that say how the view is asked, switches aside. */
export const ASKED_NAMES = [...VIEW_NAMES, "requirement", "firm"] as const;
/** The names of switches. */
export const SWITCH_NAMES = ["suppose", "decides", "parameter"] as const;

/** Return only some names of a query, in a settled order. */
export function only(query: URLSearchParams, names: readonly string[]): URLSearchParams {
  const kept = new URLSearchParams();
  for (const name of names) for (const value of query.getAll(name)) kept.append(name, value);
  return kept;
}

/** Return what the API is asked with: the view, how it is asked, and the switches. */
export function asked(query: URLSearchParams): URLSearchParams {
  return only(query, [...ASKED_NAMES, ...SWITCH_NAMES]);
}

/** Read the switches of a query; what cannot be read is left out. */
export function readSwitches(query: URLSearchParams): Switches {
  const suppose: Record<string, boolean> = {};
  for (const text of query.getAll("suppose")) {
    const [id, truth] = split(text);
    if (truth === "true" || truth === "false") suppose[id] = truth === "true";
  }
  const parameters: Record<string, number> = {};
  for (const text of query.getAll("parameter")) {
    const [name, value] = split(text);
    if (value !== "" && Number.isFinite(Number(value))) parameters[name] = Number(value);
  }
  return { suppose, decides: [...new Set(query.getAll("decides"))], parameters };
}

function split(text: string): [string, string] {
  const at = text.lastIndexOf("=");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

/** Return a query with other switches in place of its own. */
export function withSwitches(query: URLSearchParams, switches: Switches): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const name of SWITCH_NAMES) next.delete(name);
  for (const [id, truth] of Object.entries(switches.suppose)) next.append("suppose", `${id}=${truth}`);
  for (const code of switches.decides) next.append("decides", code);
  for (const [name, value] of Object.entries(switches.parameters)) next.append("parameter", `${name}=${value}`);
  return next;
}

export type Setting = "as stated" | "true" | "false" | "decides";

/** Return how one thing is switched. */
export function settingOf(switches: Switches, id: string): Setting {
  const truth = switches.suppose[id];
  if (truth !== undefined) return truth ? "true" : "false";
  return switches.decides.includes(id) ? "decides" : "as stated";
}

/** Return the switches with one thing set; nothing else changes. */
export function setOne(switches: Switches, id: string, setting: Setting): Switches {
  const { [id]: _, ...suppose } = switches.suppose;
  const decides = switches.decides.filter((code) => code !== id);
  if (setting === "true" || setting === "false") suppose[id] = setting === "true";
  if (setting === "decides") decides.push(id);
  return { ...switches, suppose, decides };
}

/** Return the switches with a parameter set; `null` sets it back to what the operation says. */
export function setParameter(switches: Switches, name: string, value: number | null): Switches {
  const { [name]: _, ...parameters } = switches.parameters;
  if (value !== null) parameters[name] = value;
  return { ...switches, parameters };
}

export const NO_SWITCHES: Switches = { suppose: {}, decides: [], parameters: {} };

/** Return how many things are switched. */
export function countSwitches(switches: Switches): number {
  return Object.keys(switches.suppose).length + switches.decides.length + Object.keys(switches.parameters).length;
}

// What a click on the what-if does: it writes the address, and everything follows from that.

import { setOne, setParameter, withSwitches, type Setting, type Switches } from "../state/address";
import { here } from "../state/place.svelte";

/** Set one switch. */
export function flip(switches: Switches, id: string, setting: Setting): void {
  here.go({ query: withSwitches(here.query, setOne(switches, id, setting)) });
}

/** Set a parameter; while its slider moves, the history keeps one entry. */
export function slide(switches: Switches, name: string, value: number | null, isMoving: boolean): void {
  here.go({ query: withSwitches(here.query, setParameter(switches, name, value)) }, { replace: isMoving });
}

/** Set other switches altogether. */
export function setAll(switches: Switches): void {
  here.go({ query: withSwitches(here.query, switches) });
}

/** Set one name of the address; `null` leaves it out. */
export function set(name: string, value: string | null, { replace = false } = {}): void {
  const query = new URLSearchParams(here.query);
  if (value === null || value === "") query.delete(name);
  else query.set(name, value);
  here.go({ query }, { replace });
}

/** Select something to be explained, or put it away when it is selected already. */
export function select(id: string): void {
  set("select", here.query.get("select") === id ? null : id);
}

// What the ledger asks of the API, and what its controls write to the address.

import { ASKED_NAMES, only } from "../state/address";
import { here } from "../state/place.svelte";

const NAMES = [...ASKED_NAMES, "party", "capability", "firmness", "basis", "text", "sort", "compare"];

/** Return what the ledger is asked with. */
export function ledgerQuery(query: URLSearchParams): URLSearchParams {
  return only(query, NAMES);
}

/** Set one name of the address; `null` or nothing leaves it out. */
export function set(name: string, value: string | null): void {
  const query = new URLSearchParams(here.query);
  if (value) query.set(name, value);
  else query.delete(name);
  here.go({ query });
}

/** Return the address of one offer, or of the list, all else as it is. */
export function offerAddress(id: string | null): string {
  const search = here.query.toString();
  return `/ledger${id === null ? "" : `/${encodeURIComponent(id)}`}${search && `?${search}`}`;
}

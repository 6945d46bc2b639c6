// The parties with how much of each is on record.

import type { LedgerView } from "../api/documents";

const RUNGS = ["delivered", "committed", "allocated", "pledged", "signalled", "floated", "undisclosed"];

export interface Entry {
  code: string;
  name: string;
  offers: number;
  firmest: string | null;
}

/** Tell whether an id is the code of a party: of a country, or `X…` of an organisation. */
export function isPartyCode(id: string): boolean {
  return /^[A-Z][A-Z0-9]{2}$/.test(id);
}

/** Return every party by name, with its contributions and its firmest offer. */
export function partyEntries(view: LedgerView, names: Record<string, string>): Entry[] {
  const codes = new Set([...Object.keys(names).filter(isPartyCode), ...view.rows.map((row) => row.party)]);
  const entries = [...codes].map((code) => {
    const rows = view.rows.filter((row) => row.party === code);
    const rungs = rows.filter((row) => row.is_offer).map((row) => RUNGS.indexOf(row.firmness)).filter((rung) => rung >= 0);
    return {
      code,
      name: names[code] ?? rows[0]?.party_name ?? code,
      offers: rows.length,
      firmest: rungs.length ? (RUNGS[Math.min(...rungs)] ?? null) : null,
    };
  });
  return entries.sort((a, b) => a.name.localeCompare(b.name));
}

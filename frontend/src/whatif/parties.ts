// The rows of the parties' table, and their order.

import type { Assessment, OnRecord } from "../api/documents";
import { RUNGS, type Interval } from "../words";
import type { Answer, Chances } from "./answer";

export interface PartyLine {
  code: string;
  name: string;
  firmest: string | null;
  offers: number;
  standing: number;
  terms: number;
  canContribute: boolean;
  couldContribute: boolean;
  chance: Interval | null;
  /** Offers, its own and others', that are lost when it stays out, as everything was stated. */
  lost: number | null;
  importance: number | null;
}

/** Return a row for every party. */
export function partyRows(
  record: OnRecord,
  stated: Assessment | null,
  before: Answer,
  now: Answer,
  chances: Chances | null,
): PartyLine[] {
  const [was, is] = [new Set(before.standing.moving_together), new Set(now.standing.moving_together)];
  const lost = new Map((stated?.hangs_on ?? []).map((row) => [row.id, row.lost.length]));
  const importance = new Map((stated?.importance ?? []).map((row) => [row.id, row.shapley.moving_together.at_high]));
  return record.party_rows.map((party) => {
    const all = record.offers.filter((offer) => offer.party === party.code);
    const offers = all.filter((offer) => offer.is_offer);
    const rungs = offers.map((offer) => RUNGS.indexOf(offer.firmness)).filter((rung) => rung >= 0);
    const own = offers.reduce((sum, offer) => sum + offer.terms.length, 0);
    return {
      code: party.code,
      name: party.name,
      firmest: rungs.length ? (RUNGS[Math.min(...rungs)] ?? null) : null,
      offers: offers.length,
      standing: all.filter((offer) => is.has(offer.id)).length,
      terms: own + party.terms.length,
      canContribute: all.some((offer) => is.has(offer.id)),
      couldContribute: all.some((offer) => was.has(offer.id)),
      chance: chances?.contributes[party.code]?.moving_together ?? null,
      lost: stated && (lost.get(party.code) ?? 0),
      importance: importance.get(party.code) ?? null,
    };
  });
}

/** Return rows in the order of a column, `-` in front for the other way; equals by name. */
export function sorted(rows: readonly PartyLine[], sort: string): PartyLine[] {
  const column = sort.replace(/^-/, "");
  const way = sort.startsWith("-") ? -1 : 1;
  return [...rows].sort((a, b) => way * compare(keyOf(a, column), keyOf(b, column)) || a.name.localeCompare(b.name));
}

function keyOf(row: PartyLine, column: string): number | string {
  switch (column) {
    case "firmest":
      return row.firmest === null ? -1 : RUNGS.length - RUNGS.indexOf(row.firmest);
    case "standing":
      return row.standing;
    case "terms":
      return row.terms;
    case "contributes":
      return Number(row.canContribute) + Number(row.offers > 0) / 2;
    case "chance":
      return row.chance?.high ?? -1;
    case "importance":
      return row.importance ?? -1;
    case "lost":
      return row.lost ?? -1;
    default:
      return row.name;
  }
}

function compare(a: number | string, b: number | string): number {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
}

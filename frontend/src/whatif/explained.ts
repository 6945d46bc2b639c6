// What there is to say of one thing, out of the assessment and the logic.

import type { OnRecord, RecordRow, TermRow } from "../api/documents";
import { dependants, type Ids, type StructureDocument } from "../engine";
import { sayInterval, spaced, words } from "../words";
import { prepared } from "./logic";

export interface Explained {
  kind: "proposition" | "party" | "offer";
  title: string;
  terms: readonly Pick<TermRow, "sentence" | "basis" | "common">[];
  record: readonly RecordRow[];
  firmness: string | null;
  amount: string;
  note: string;
  evidence: readonly string[];
}

/** Return what there is to say of an id, or `null` where nothing in view has it. */
export function explained(document: OnRecord, id: string): Explained | null {
  const evidence = document.evidence[id] ?? [];
  const proposition = document.propositions.find((one) => one.id === id);
  if (proposition) {
    const { when_sentence: when, basis, text, record, note } = proposition;
    const terms = when ? [{ sentence: when, basis: basis ?? "", common: false }] : [];
    return { kind: "proposition", title: text, terms, record, firmness: null, amount: "", note, evidence };
  }
  const party = document.party_rows.find((one) => one.code === id);
  if (party) {
    const { name, terms, note } = party;
    const said = evidence.length ? evidence : party.statements;
    return { kind: "party", title: name, terms, record: [], firmness: null, amount: "", note, evidence: said };
  }
  const offer = document.offers.find((one) => one.id === id);
  if (!offer) return null;
  const whose = document.party_rows.find((one) => one.code === offer.party)?.name ?? offer.party;
  const isHidden = offer.quantity_basis === "undisclosed";
  const amount = isHidden
    ? `${offer.quantity}${offer.quantity_high === null ? "" : `, ${sayInterval({ low: offer.quantity_low, high: offer.quantity_high })} ${offer.unit}`}`
    : `${offer.quantity} ${offer.unit}, ${offer.quantity_basis}`;
  return {
    kind: "offer",
    title: `${spaced(offer.capability ?? words.ledger.undisclosed)} of ${whose}`,
    terms: offer.terms,
    record: [],
    firmness: offer.firmness,
    amount,
    note: offer.note,
    evidence,
  };
}

/** Return what rests on an id: what names it itself, and what rests on that in turn. */
export function dependence(document: StructureDocument, id: string): { direct: string[]; further: string[] } {
  const structure = prepared(document);
  if (!structure.at.has(id)) return { direct: [], further: [] };
  const found = dependants(structure, id);
  const all = ({ propositions, parties, contributions }: Ids) => [...propositions, ...parties, ...contributions];
  const direct = new Set([...all(found.named_by), ...all(found.summed_by)]);
  return { direct: [...direct], further: all(found.rests_on_it).filter((one) => !direct.has(one)) };
}

// Drafts of steps as small forms, and forms as the steps that are taken.

import type { StatementRow, StepDraftOutput } from "../api/documents";
import { sayDay, words } from "../words";

export type Draft = StepDraftOutput;
type Content = Record<string, unknown>;

/** What of a step is mended in its form, as text. */
export interface StepForm {
  of: string;
  since: string;
  /** The firmness of a step, the state of a record. */
  degree: string;
  quantity: string;
  unit: string;
  capability: string;
  term: string;
  basis: string;
  note: string;
}

export const BASES = ["stated", "reported", "read", "assumed"] as const;

/** Return the form of a draft. */
export function formOf(draft: Draft): StepForm {
  const step = stepOf(draft);
  const [term] = termsOf(step);
  return {
    of: draft.of,
    since: text(step.since),
    degree: text(draft.kind === "record" ? step.is : step.firmness),
    quantity: sayQuantity(step.quantity),
    unit: text(draft.content.unit),
    capability: text(draft.content.capability),
    term: text(term?.if),
    basis: text(term?.basis) || "reported",
    note: text(step.note),
  };
}

/** Return a draft as its form has it; what the form does not show stays as it was. */
export function draftOf(draft: Draft, form: StepForm): Draft {
  const step: Content = { ...stepOf(draft), since: form.since };
  if (draft.kind === "record") return { ...draft, of: form.of, content: filled({ ...step, is: form.degree, note: form.note }) };
  const whole = filled({ ...step, firmness: form.degree, quantity: form.quantity === sayQuantity(step.quantity) ? step.quantity : quantityOf(form.quantity), terms: termsWith(step, form), note: form.note });
  if (draft.kind === "step") return { ...draft, of: form.of, content: whole };
  const content = filled({ ...draft.content, id: form.of, unit: form.unit, capability: form.capability });
  return { ...draft, of: form.of, content: { ...content, steps: [whole] } };
}

/** Return everything that a draft says, each with its name, to be read and not mended. */
export function told(draft: Draft): [string, string][] {
  const say = words.review.drafts;
  const { id: _id, steps: _steps, ...whole } = draft.kind === "contribution" ? draft.content : {};
  const { since, firmness, is, quantity, terms, ...others } = stepOf(draft);
  const named: Content = { [say.of[draft.kind]]: draft.of, [say.since]: since && sayDay(text(since)), [say.degree[draft.kind]]: firmness ?? is, [say.quantity]: quantity, [say.term]: terms };
  for (const [name, value] of Object.entries({ ...whole, ...others })) named[say.keys[name as keyof typeof say.keys] ?? name.replaceAll("_", " ")] = value;
  return Object.entries(filled(named)).map(([name, value]) => [name, plain(value)]);
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join("; ");
  if (typeof value !== "object" || value === null) return text(value);
  const { low, high, ...more } = value as Content;
  const range = low !== undefined && high !== undefined ? [`${text(low)}-${text(high)}`] : [];
  return [...range, ...Object.entries(range.length ? more : value).map(([name, one]) => `${name.replaceAll("_", " ")} ${plain(one)}`)].join(", ");
}

/** Return the drafts that somebody writes where none was drafted, or none fits. */
export function blank(said: StatementRow, titles: Record<Draft["kind"], string>): Draft[] {
  const evidence = [said.id];
  const step = filled({ since: said.published_on, firmness: said.firmness, evidence });
  const party = said.about[0] ?? said.speaker_parties[0] ?? "";
  return [
    { kind: "step", of: "", title: titles.step, why: "", content: step },
    { kind: "contribution", of: "", title: titles.contribution, why: "", content: { id: "", party, steps: [step] } },
    { kind: "record", of: "", title: titles.record, why: "", content: { since: said.published_on, is: "", evidence } },
  ];
}

/** Read an amount: a number, a low and a high one with a dash between, or a word. */
export function quantityOf(said: string): unknown {
  const plain = said.replaceAll(/[\s,](?=\d{3}\b)/g, "").trim();
  if (plain === "") return undefined;
  const range = /^(\d+(?:\.\d+)?)\s*[-–]\s*(\d+(?:\.\d+)?)$/.exec(plain);
  if (range) return { low: Number(range[1]), high: Number(range[2]) };
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain;
}

/** Return an amount as it is read again; one that is written otherwise is left to the folder. */
export function sayQuantity(quantity: unknown): string {
  if (typeof quantity === "object" && quantity !== null) {
    const { low, high, ...more } = quantity as Content;
    return low !== undefined && high !== undefined && Object.keys(more).length === 0 ? `${text(low)}-${text(high)}` : "";
  }
  return text(quantity);
}

function stepOf(draft: Draft): Content {
  const [first] = draft.kind === "contribution" ? ((draft.content.steps as Content[] | undefined) ?? []) : [draft.content];
  return first ?? {};
}

function termsOf(step: Content): Content[] {
  return Array.isArray(step.terms) ? (step.terms as Content[]) : [];
}

function termsWith(step: Content, form: StepForm): Content[] | undefined {
  const [first, ...others] = termsOf(step);
  const own = form.term.trim() === "" ? [] : [{ evidence: step.evidence, ...first, if: form.term.trim(), basis: form.basis }];
  const terms = [...own, ...others];
  return terms.length ? terms : undefined;
}

/** Leave out what nobody filled in. */
function filled(content: Content): Content {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined && value !== null && value !== ""));
}

function text(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}

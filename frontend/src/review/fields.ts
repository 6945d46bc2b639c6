// The form of a statement: told apart from what was proposed, and its parties by code or name.

import type { FieldsOutput, Named } from "../api/documents";

export type Fields = FieldsOutput;

/** Tell whether two forms say the same. */
export function isSame(one: Fields, other: Fields): boolean {
  return (Object.keys(one) as (keyof Fields)[]).every((name) => String(one[name] ?? "") === String(other[name] ?? ""));
}

/** Return the code that somebody means by a code or a name, or by how one of the two begins. */
export function partyOf(text: string, parties: readonly Named[]): string | null {
  const said = text.trim().toLowerCase();
  if (said === "") return null;
  const whole = parties.find((one) => [one.code, one.name, optionOf(one)].some((word) => word.toLowerCase() === said));
  if (whole) return whole.code;
  const begun = parties.filter((one) => one.name.toLowerCase().startsWith(said) || one.code.toLowerCase().startsWith(said));
  return begun.length === 1 ? begun[0]!.code : null;
}

/** Return a party as it is chosen. */
export function optionOf(party: Named): string {
  return `${party.code} ${party.name}`;
}

/** Return the names of a closed list with one that is not in it, so that a form hides nothing. */
export function withOwn(names: readonly string[], own: string | null): readonly string[] {
  return own === null || own === "" || names.includes(own) ? names : [...names, own];
}

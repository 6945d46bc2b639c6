// In which order switches stand: what most hangs on first.

import type { Assessment } from "../api/documents";

/** Return rows by how many offers are lost with each, then by how many are weakened, then as given;
 * as given where that is not worked out. */
export function byLosses<Row extends { id: string }>(document: Assessment | null, rows: readonly Row[]): Row[] {
  if (document === null) return [...rows];
  const lost = new Map<string, number>();
  for (const row of [...document.hangs_on, ...document.weakens]) lost.set(row.id, row.lost.length + row.weakened.length / 1000);
  return [...rows].sort((a, b) => (lost.get(b.id) ?? 0) - (lost.get(a.id) ?? 0));
}

// Days as places on a line.

const DAY_MS = 86_400_000;

/** Return the number of a day, counted from 1970. */
export function numberOf(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** Return the day of a number. */
export function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** Return where a day lies between two others, from 0 to 1; in the middle where they are one day. */
export function along(day: string, first: string, last: string): number {
  const [from, to] = [numberOf(first), numberOf(last)];
  return from === to ? 0.5 : (numberOf(day) - from) / (to - from);
}

/** Return the first of each month between two days, at most so many, evenly left out. */
export function months(first: string, last: string, most = 12): string[] {
  const found: string[] = [];
  const [year = 0, month = 1] = first.split("-").map(Number);
  for (let index = 0; ; index++) {
    const at = new Date(Date.UTC(year, month + index, 1)).toISOString().slice(0, 10);
    if (at > last || found.length > 600) break;
    found.push(at);
  }
  const every = Math.ceil(found.length / most);
  return found.filter((_, index) => index % every === 0);
}

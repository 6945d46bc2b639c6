// How days, numbers and counts are said, in English; the same as the brief says them.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const NUMBER = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });

/** Return a day of a document as people read it: `2025-03-13` is `13 Mar 2025`. */
export function sayDay(day: string | null | undefined, unknown = "unknown"): string {
  const [year, month, date] = (day ?? "").split("-").map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return name === undefined || year === undefined || date === undefined ? unknown : `${date} ${name} ${year}`;
}

/** Return a moment in UTC to the minute: `2025-03-13T09:05:00+00:00` is `13 Mar 2025, 09:05 UTC`. */
export function sayMoment(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const text = at.toISOString();
  return `${sayDay(text.slice(0, 10))}, ${text.slice(11, 16)} UTC`;
}

/** Return a number with thousands apart and no idle zeros. */
export function sayNumber(amount: number): string {
  return NUMBER.format(amount);
}

export interface OpenInterval {
  low: number | null;
  high: number | null;
}

/** Return an interval of numbers; where neither end is known, that it is not. */
export function sayInterval({ low, high }: OpenInterval, nothing = "unknown"): string {
  if (low === null) return high === null ? nothing : `at most ${sayNumber(high)}`;
  if (high === null) return `at least ${sayNumber(low)}`;
  return low === high ? sayNumber(low) : `${sayNumber(low)}–${sayNumber(high)}`;
}

/** Return so many of something: `no offer`, `1 offer`, `1,200 offers`. */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  if (amount === 0) return `no ${noun}`;
  return amount === 1 ? `1 ${noun}` : `${sayNumber(amount)} ${plural}`;
}

/** Return a change with its sign: `+3`, `−11`, `±0`. */
export function sayChange(change: number): string {
  if (change === 0) return "±0";
  return change > 0 ? `+${sayNumber(change)}` : `−${sayNumber(-change)}`;
}

/** Return an id of the closed or open lists as words: `land_troops` is `land troops`. */
export function spaced(name: string): string {
  return name.replace(/[_\s]+/g, " ").trim();
}

/** Return a text with a capital in front. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Return a list in English. */
export function listed(items: readonly string[], last = "and"): string {
  const before = items.slice(0, -1).join(", ");
  const end = items.at(-1) ?? "";
  return before ? `${before} ${last} ${end}` : end;
}

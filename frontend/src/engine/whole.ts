/**
 * Quantities as whole numbers of one small unit, so that sums of them are exact.
 *
 * A document says for each capability how many of those units make one of its own (`per_unit`).
 */

/** Return an amount as a whole number of small units; `null` is unbounded. */
export function whole(amount: number | null, perUnit: number): number {
  return amount === null ? Infinity : Math.round(amount * perUnit);
}

/**
 * Return the least whole number of small units that reaches an amount.
 *
 * The amount may be finer than the unit, where somebody set a parameter: it is read as the decimal
 * number it is written as, and not as the nearest binary one.
 */
export function wholeReaching(amount: number, perUnit: number): number {
  const { digits, places } = decimal(amount);
  const scale = 10n ** BigInt(places);
  const product = digits * BigInt(perUnit);
  const down = product / scale;
  return Number(product > down * scale ? down + 1n : down);
}

/** Return a number of 0 or more as whole digits and how many of them are decimal places. */
function decimal(amount: number): { digits: bigint; places: number } {
  const [mantissa = "0", exponent = "0"] = String(amount).split("e");
  const [before = "0", after = ""] = mantissa.split(".");
  const places = after.length - Number(exponent);
  const digits = BigInt(before + after);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

/** Comparing what two programs say: names exactly, numbers to 1e-9. */

import { expect } from "vitest";

const TOLERANCE = 1e-9;

/** Expect the same data, every number to within 1e-9. */
export function expectClose(found: unknown, expected: unknown, where: string): void {
  if (typeof expected === "number" && typeof found === "number") {
    if (Math.abs(found - expected) > TOLERANCE) expect(found, where).toBe(expected);
  } else if (expected !== null && typeof expected === "object" && found !== null && typeof found === "object") {
    expect(Object.keys(found).sort(), where).toEqual(Object.keys(expected).sort());
    for (const [key, value] of Object.entries(expected)) {
      expectClose((found as Record<string, unknown>)[key], value, `${where}.${key}`);
    }
  } else if (found !== expected) expect(found, where).toEqual(expected);
}

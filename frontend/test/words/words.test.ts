// What is said is what the brief says: the same examples stand in its docstrings.

import { describe, expect, it } from "vitest";
import { count, listed, sayChance, sayChange, sayDay, sayInterval, sayNumber, sayPercent, saySampled, spaced } from "../../src/words";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("chances", () => {
  it.each([
    [0.2, 0.45, "unlikely (20–45 %)"],
    [0.1, 0.6, "10–60 %"],
    [0, 1, "the public record does not bound it"],
    [0, 0, "excluded on the terms stated"],
    [1, 1, "certain on the terms stated"],
    [0.55, 0.55, "roughly even (55 %)"], // at the edge of two bands the less likely word
    [0.001, 0.002, "<1 %"],
    [0.9999, 0.9999, ">99 %"],
  ])("%f to %f is %s", (low, high, said) => {
    expect(plain(sayChance({ low, high }))).toBe(said);
  });

  it("is never certain where it was sampled", () => {
    expect(saySampled({ low: 0, high: 0 }, 64_000)).toBe("in none of 64,000 runs");
    expect(saySampled({ low: 1, high: 1 }, 64_000)).toBe("in all of 64,000 runs");
    expect(plain(saySampled({ low: 0.2, high: 0.45 }, 64_000))).toBe("unlikely (20–45 %)");
  });

  it("rounds a half to the even number, as Python does", () => {
    expect(plain(sayPercent({ low: 0.125, high: 0.375 }))).toBe("12–38 %");
  });
});

describe("figures", () => {
  it("says days, numbers and intervals", () => {
    expect(sayDay("2025-03-13")).toBe("13 Mar 2025");
    expect(sayDay(null)).toBe("unknown");
    expect(sayNumber(12500.5)).toBe("12,500.5");
    expect(sayInterval({ low: 8000, high: 9000 })).toBe("8,000–9,000");
    expect(sayInterval({ low: null, high: null })).toBe("unknown");
    expect(sayInterval({ low: 2000, high: null })).toBe("at least 2,000");
  });

  it("counts, lists and signs", () => {
    expect([count(0, "party", "parties"), count(1, "offer"), count(1200, "offer")]).toEqual(["no party", "1 offer", "1,200 offers"]);
    expect(listed(["Alfland", "Bravia", "Charland"])).toBe("Alfland, Bravia and Charland");
    expect([sayChange(3), sayChange(-11), sayChange(0)]).toEqual(["+3", "−11", "±0"]);
    expect(spaced("land_troops")).toBe("land troops");
  });
});

// Small things that the screens work out.

import { describe, expect, it } from "vitest";
import { along, dayOf, months, numberOf } from "../../src/parts/days";
import { parted, screenOf } from "../../src/evidence/resting";
import { laid, span } from "../../src/timeline/lanes";
import { coverage, heat } from "../../src/whatif/heat";
import { byFirmness } from "../../src/whatif/headline";

describe("heat", () => {
  it("has five steps, full only where the need is covered", () => {
    expect([0, 0.1, 0.5, 0.9, 1, 3].map(heat)).toEqual([0, 1, 2, 3, 4, 4]);
    expect(heat(coverage(null, 100))).toBe(0);
    expect(coverage(9000, 0)).toBe(1);
  });
});

describe("days", () => {
  it("are places on a line", () => {
    expect(dayOf(numberOf("2024-02-29"))).toBe("2024-02-29");
    expect(along("2025-03-16", "2025-03-01", "2025-03-31")).toBe(0.5);
    expect(months("2025-01-15", "2025-04-01")).toEqual(["2025-02-01", "2025-03-01", "2025-04-01"]);
  });

  it("are cut where nearly nothing happened", () => {
    const recent = Array.from({ length: 20 }, (_, place) => `2025-03-${String(place + 1).padStart(2, "0")}`);
    expect(span(["2024-02-01", ...recent], "2025-03-15")).toEqual(["2025-02-26", "2025-03-23"]);
    expect(span(["2024-02-01", "2025-03-01"], "2025-03-15")[0]).toBe("2024-01-29");
  });
});

describe("the timeline", () => {
  const event = (id: string, day: string, until: string | null = null) =>
    ({ id, day, until, kind: "meeting", text: id, participants: [], status: "held", evidence: [], when: "past", participant_names: [] }) as const;

  it("puts events that would touch into lanes of their own", () => {
    const rows = [event("a", "2025-03-01"), event("b", "2025-03-01"), event("c", "2025-03-20")];
    expect(laid(rows as never, "2025-03-01", "2025-03-31", 0.02).map((one) => one.lane)).toEqual([0, 1, 0]);
  });

  it("ends an event on its last day, the day before `until`", () => {
    const [one] = laid([event("a", "2025-03-01", "2025-03-17")] as never, "2025-03-01", "2025-03-31", 0.02);
    expect(one?.until).toBe(0.5);
  });
});

describe("a passage", () => {
  it("counts letters as people do, not the units of a string", () => {
    expect(parted("a😀bcd", [2, 4])).toEqual({ before: "a😀", passage: "bc", after: "d" });
    expect(parted("abc", null)).toEqual({ before: "abc", passage: "", after: "" });
  });

  it("leads to the screen that shows what rests on it", () => {
    expect([screenOf("offer"), screenOf("party_term"), screenOf("record"), screenOf("parameter")]).toEqual(["ledger", "party", "what-if", null]);
  });
});

it("tells what is lost by firmness, firmest first", () => {
  const rungs: Record<string, string> = { a: "floated", b: "pledged", c: "floated" };
  expect(byFirmness(["a", "b", "c"], (id) => rungs[id]!)).toEqual([
    ["pledged", 1],
    ["floated", 2],
  ]);
});

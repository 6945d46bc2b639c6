import { describe, expect, test } from "vitest";
import { outlook } from "../../src/engine";
import type { LineOutlook, Outlook, Settings } from "../../src/engine";
import { HIDDEN, all, any, line, not, offer, party, proposition, settings, small, truth } from "./small";

const of = (structure: ReturnType<typeof small>, more: Partial<Settings> = {}): Outlook =>
  outlook(structure, settings(structure, more));

describe("the two readings", () => {
  test("a pact without ground stands only where all move together", () => {
    const structure = small({
      parties: [party("AAA", truth("BBB")), party("BBB", truth("AAA")), party("CCC", any(truth("AAA"), truth("peace")))],
      propositions: [proposition("peace")],
    });

    const { joins } = of(structure);

    expect(joins.moving_together).toEqual(["AAA", "BBB", "CCC"]);
    expect(joins.nobody_moves_first).toEqual(["CCC"]);
  });

  test("a party contributes where some offer of it can stand", () => {
    const structure = small({ offers: [offer("aaa-one", 1, { terms: [any()] }), offer("bbb-one", 1, { terms: [all()] })] });

    expect(of(structure).joins.moving_together).toEqual(["AAA", "BBB"]);
    expect(of(structure).contributes.moving_together).toEqual(["BBB"]);
  });
});

describe("what excludes each other", () => {
  const structure = small({
    propositions: [proposition("mandate")],
    offers: [offer("aaa-one", 2, { terms: [truth("mandate")] }), offer("bbb-one", 3, { terms: [not("mandate")] })],
    lines: [line("land", 5)],
  });

  test("each can stand, but not both: of 5 needed 3 can be fielded", () => {
    const found = of(structure);

    expect(found.offers.nobody_moves_first).toEqual(["aaa-one", "bbb-one"]);
    expect(found.requirement.possible.undisclosed_enough.moving_together).toBe(false);
    expect(found.requirement.lines[0]!.most_fielded).toBe(3);
    expect(found.requirement.lines[0]!.stated).toEqual({ low: 5, high: 5 });
  });
});

describe("a chance given case by case", () => {
  test("its event happens only in a case that gives it a chance", () => {
    const structure = small({
      propositions: [proposition("mandate"), proposition("ceasefire", { cases: [truth("mandate")] })],
      parties: [party("AAA", truth("ceasefire"))],
    });

    expect(of(structure).joins.moving_together).toEqual(["AAA"]);
    expect(of(structure, { suppose: { mandate: false } }).joins.moving_together).toEqual([]);
  });
});

describe("a line", () => {
  const held = (offers: ReturnType<typeof offer>[], need: number | null, more: Partial<Settings> = {}): LineOutlook =>
    of(small({ offers, lines: [line("land", need, { excluded_caveats: ["rear"] })] }), more).requirement.lines[0]!;

  test("what was stated, reported and not disclosed stays apart", () => {
    const found = held(
      [offer("aaa-one", 2), offer("bbb-one", 3, { high: 4, basis: "reported" }), offer("ccc-one", 0, HIDDEN)],
      10,
    );

    expect(found.stated).toEqual({ low: 2, high: 2 });
    expect(found.reported).toEqual({ low: 3, high: 4 });
    expect(found.undisclosed).toEqual(["ccc-one"]);
    expect(found.undisclosed_must_reach).toBe(4);
    expect(found.most_fielded).toBe(null);
    expect(found.possible.disclosed.moving_together).toBe(false);
    expect(found.possible.undisclosed_enough.moving_together).toBe(true);
  });

  test("an undisclosed quantity counts at its stated least, or at its stated most", () => {
    const bounded = offer("aaa-one", 2, { ...HIDDEN, low: 2, high: 5 });

    expect(held([bounded], 2).possible.disclosed.moving_together).toBe(true);
    expect(held([bounded], 5).possible.disclosed.moving_together).toBe(false);
    expect(held([bounded], 5).possible.undisclosed_enough.moving_together).toBe(true);
    expect(held([bounded], 6).possible.undisclosed_enough.moving_together).toBe(false);
  });

  test.each([
    ["has an excluded caveat", { caveats: ["rear"] }],
    ["is not there yet", { there: false }],
    ["cannot arrive", { fulfils: false }],
    ["is of another kind", { capability: "lift" }],
    ["is of no known kind", { capability: null }],
  ])("what %s does not count", (_, more) => {
    expect(held([offer("aaa-one", 9, more)], 1)).toMatchObject({ most_fielded: 0, undisclosed_must_reach: null });
  });

  test("what is there in doubt counts at its most favourable", () => {
    expect(held([offer("aaa-one", 9, { there: null })], 9).possible.disclosed.moving_together).toBe(true);
  });

  test("what is part of another counts only where that cannot be offered", () => {
    const parts = [offer("aaa-all", 5, { firmness: "signalled" }), offer("aaa-one", 3, { part_of: "aaa-all" })];

    expect(held(parts, 1).most_fielded).toBe(5);
    expect(held(parts, 1, { firm: "pledged" }).most_fielded).toBe(3);
    expect(held(parts, 1, { suppose: { "aaa-all": false } }).most_fielded).toBe(3);
    expect(held(parts, 1, { firm: "pledged", suppose: { "aaa-all": true } }).most_fielded).toBe(5);
  });

  test("nobody said what is needed: it is never met", () => {
    expect(held([offer("aaa-one", 0, HIDDEN)], null)).toMatchObject({
      undisclosed_must_reach: null,
      possible: { undisclosed_enough: { moving_together: false } },
    });
  });

  test("tenths add up: 0.1 + 0.2 reaches 0.3", () => {
    const structure = small({
      offers: [offer("aaa-one", 0.1), offer("bbb-one", 0.2)],
      lines: [line("land", 0.3)],
      more: { per_unit: { troops: 10 } },
    });

    expect(0.1 + 0.2 === 0.3).toBe(false);
    expect(of(structure).requirement.possible.disclosed.moving_together).toBe(true);
    expect(of(structure).requirement.lines[0]!.most_fielded).toBe(0.3);
  });
});

describe("a requirement set", () => {
  const lines = [line("first", 2), line("second", 3), line("wanted", 9, { priority: "desired" })];

  test("its essential lines are held against the same offers; the desired may fall short", () => {
    const structure = small({ offers: [offer("aaa-one", 3)], lines });

    expect(of(structure).requirement.possible.disclosed.nobody_moves_first).toBe(true);
    expect(of(structure).requirement.lines.map((one) => one.possible.disclosed.moving_together)).toEqual([true, true, false]);
  });

  test("without an essential line it is never met", () => {
    const structure = small({ offers: [offer("aaa-one", 9)], lines: lines.slice(2) });

    expect(of(structure).requirement.possible.disclosed.moving_together).toBe(false);
  });
});

describe("totals", () => {
  const waiting = (amount: number | string): ReturnType<typeof small> =>
    small({
      offers: [
        offer("aaa-one", 2),
        offer("bbb-one", 2, { terms: [{ is: "total", capability: "troops", amount }] }),
        offer("ccc-one", 0, HIDDEN),
      ],
      more: { parameters: [{ id: "enough", value: 4, low: 1, high: 9, text: "", evidence: [] }] },
      lines: [line("land", 4)],
    });

  test("one's own offer counts, which only helps where all move together", () => {
    const found = of(waiting(4), { suppose: { "ccc-one": false } });

    expect(found.offers.moving_together).toEqual(["aaa-one", "bbb-one"]);
    expect(found.offers.nobody_moves_first).toEqual(["aaa-one"]);
  });

  test("the undisclosed is enough in one counting and nothing in the other", () => {
    const found = of(waiting(9));

    expect(found.offers.moving_together).toEqual(["aaa-one", "bbb-one", "ccc-one"]);
    expect(found.requirement.possible.disclosed.moving_together).toBe(false);
  });

  test("a parameter finer than every amount is not rounded down", () => {
    const structure = waiting("enough");
    const more = { suppose: { "ccc-one": false } };

    expect(of(structure, { ...more, parameters: { enough: 4 } }).offers.moving_together).toHaveLength(2);
    expect(of(structure, { ...more, parameters: { enough: 4.000001 } }).offers.moving_together).toHaveLength(1);
  });
});

describe("floors", () => {
  test("at each of the three, whatever the floor asked about", () => {
    const structure = small({
      offers: [offer("aaa-one", 2), offer("bbb-one", 2, { firmness: "signalled" }), offer("ccc-one", 2, { firmness: "floated" })],
      lines: [line("land", 4)],
    });

    const { floors } = of(structure, { firm: "delivered" });

    expect(floors.map((one) => [one.floor, one.offers.moving_together.length])).toEqual([
      ["pledged", 1],
      ["signalled", 2],
      ["floated", 3],
    ]);
    expect(floors.map((one) => one.possible["main"]!.disclosed.moving_together)).toEqual([false, true, true]);
  });
});

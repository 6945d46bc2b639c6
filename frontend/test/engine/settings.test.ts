import { describe, expect, test } from "vitest";
import { outlook } from "../../src/engine";
import { ask } from "../../src/engine/settings";
import { not, offer, party, proposition, settings, small, truth } from "./small";

const together = (structure: ReturnType<typeof small>, more: Parameters<typeof settings>[1] = {}): string[] =>
  outlook(structure, settings(structure, more)).offers.moving_together;

describe("the floor", () => {
  const structure = small({
    offers: [
      offer("aaa-one", 1, { firmness: "signalled" }),
      offer("aaa-two", 1, { firmness: "undisclosed" }),
      offer("aaa-not", 1, { firmness: "suspended", is_offer: false }),
    ],
  });

  test("undisclosed firmness counts as floated; what is suspended never stands", () => {
    expect(together(structure)).toEqual(["aaa-one", "aaa-two"]);
    expect(together(structure, { firm: "signalled" })).toEqual(["aaa-one"]);
    expect(together(structure, { firm: "delivered" })).toEqual([]);
  });

  test("a supposition revives what lies below it", () => {
    expect(together(structure, { firm: "delivered", suppose: { "aaa-not": true } })).toEqual(["aaa-not"]);
  });
});

describe("what is set", () => {
  test("a supposition goes before the record, and the record before the event", () => {
    const structure = small({
      propositions: [proposition("held", { settled: true, can: false }), proposition("failed", { settled: false })],
    });
    const found = outlook(structure, settings(structure)).propositions.moving_together;
    const supposed = outlook(structure, settings(structure, { suppose: { held: false, failed: true } }));

    expect(found).toEqual(["held"]);
    expect(supposed.propositions.moving_together).toEqual(["failed"]);
  });

  test("a party that decides still has its terms", () => {
    const refusing = { ...party("AAA", truth("peace")), can: false };
    const structure = small({ propositions: [proposition("peace")], parties: [refusing], offers: [offer("aaa-one", 1)] });

    expect(together(structure)).toEqual([]);
    expect(together(structure, { decides: ["AAA"] })).toEqual(["aaa-one"]);
    expect(together(structure, { decides: ["AAA"], suppose: { peace: false } })).toEqual([]);
    expect(together(structure, { suppose: { peace: false, AAA: true } })).toEqual(["aaa-one"]);
  });

  test("conditions count with the value of a parameter", () => {
    const enough = party("BBB", { is: "at_least", count: "others", of: ["aaa-one", "aaa-two"] });
    const structure = small({
      parties: [enough],
      offers: [offer("aaa-one", 1), offer("aaa-two", 1), offer("bbb-one", 1)],
      more: { parameters: [{ id: "others", value: 3, low: 1, high: 3, text: "", evidence: [] }] },
    });

    expect(together(structure)).toEqual(["aaa-one", "aaa-two"]);
    expect(together(structure, { parameters: { others: 2 } })).toEqual(["aaa-one", "aaa-two", "bbb-one"]);
  });
});

describe("what stands under a not", () => {
  test("is settled first, foundations first, and each way it can go is a case", () => {
    const structure = small({
      propositions: [
        proposition("vetoed", { when: not("mandate") }),
        proposition("mandate"),
        proposition("free"),
        proposition("sure", { open: false }),
      ],
      parties: [party("AAA", not("vetoed"), not("sure"), truth("free"))],
    });
    const asked = ask(structure, settings(structure));
    const names = (places: readonly number[]): string[] => places.map((place) => structure.names[place]!);

    expect(names(asked.settledFirst)).toEqual(["mandate", "sure", "vetoed"].sort(byOrder(names(asked.settledFirst))));
    expect(names(asked.settledFirst).indexOf("mandate")).toBeLessThan(names(asked.settledFirst).indexOf("vetoed"));
    expect(new Set(names(asked.cases))).toEqual(new Set(["mandate", "vetoed"]));
  });

  test("an offer below the floor brings nothing under a not", () => {
    const structure = small({
      propositions: [proposition("mandate")],
      offers: [offer("aaa-one", 1, { firmness: "floated", terms: [not("mandate")] })],
    });

    expect(ask(structure, settings(structure)).cases).toHaveLength(1);
    expect(ask(structure, settings(structure, { firm: "pledged" })).cases).toHaveLength(0);
  });

  const many = (count: number): ReturnType<typeof small> => {
    const names = Array.from({ length: count }, (_, place) => `x${place}`);
    return small({ propositions: names.map((name) => proposition(name)), parties: [party("AAA", ...names.map(not))] });
  };

  test("twelve are taken case by case, thirteen are refused", () => {
    expect(outlook(many(12), settings(many(12))).joins.moving_together).toEqual(["AAA"]);
    expect(() => outlook(many(13), settings(many(13)))).toThrow("13 uncertain propositions stand under a not");
    expect(outlook(many(13), settings(many(13), { suppose: { x0: false } })).joins.moving_together).toEqual(["AAA"]);
  });

  test("what rests on its own not has no meaning", () => {
    const structure = small({ propositions: [proposition("liar", { when: not("liar") })] });

    expect(() => ask(structure, settings(structure))).toThrow("rests on itself");
  });
});

function byOrder(order: readonly string[]): (one: string, other: string) => number {
  return (one, other) => order.indexOf(one) - order.indexOf(other);
}

describe("what is not there", () => {
  const structure = small({ parties: [party("AAA")] });

  test.each([
    [{ requirement: "other" }, "other: no requirement"],
    [{ firm: "suspended" }, "suspended: no rung"],
    [{ suppose: { nobody: true } }, "nobody: no id"],
    [{ decides: ["main"] }, "main: no party"],
    [{ parameters: { others: 1 } }, "others: no parameter"],
  ])("%o", (more, message) => {
    expect(() => ask(structure, settings(structure, more))).toThrow(message);
  });
});

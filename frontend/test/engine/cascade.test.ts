import { describe, expect, test } from "vitest";
import { cascade } from "../../src/engine";
import type { Cascade, Settings } from "../../src/engine";
import { HIDDEN, any, not, offer, party, proposition, settings, small, truth } from "./small";

type Small = ReturnType<typeof small>;

function after(structure: Small, now: Partial<Settings>, base: Partial<Settings> = {}): Cascade {
  return cascade(structure, settings(structure, base), settings(structure, { ...base, ...now }));
}

/** Return the rounds as words, one string a round. */
function told({ rounds }: Cascade): string[] {
  return rounds.map(({ propositions, parties, contributions }) => [...propositions, ...parties, ...contributions].join(" "));
}

const chain = small({
  propositions: [proposition("consent"), proposition("peace", { when: truth("consent") })],
  parties: [party("AAA", truth("peace")), party("BBB", truth("aaa-one")), party("CCC")],
  offers: [
    offer("aaa-one", 1),
    offer("bbb-one", 1, { firmness: "signalled" }),
    offer("ccc-one", 1, { terms: [truth("BBB")] }),
    offer("ccc-two", 1),
  ],
});

describe("one thing fails", () => {
  test("propositions settle, then parties, then contributions, round by round", () => {
    expect(told(after(chain, { suppose: { consent: false } }))).toEqual([
      "consent",
      "peace AAA aaa-one",
      "BBB bbb-one ccc-one",
    ]);
  });

  test("what is lost is told by firmness", () => {
    const found = after(chain, { suppose: { consent: false } });

    expect(found.lost_by_firmness).toEqual({ pledged: ["aaa-one", "ccc-one"], signalled: ["bbb-one"] });
    expect(found.lost.parties).toEqual(["AAA", "BBB"]);
    expect(found.regained).toEqual({ propositions: [], parties: [], contributions: [] });
  });

  test("what cannot stand anyway takes nothing with it", () => {
    const base = { suppose: { peace: false } };

    expect(told(after(chain, { suppose: { peace: false, AAA: false } }, base))).toEqual([]);
  });

  test("what has an alternative stays", () => {
    const structure = small({
      propositions: [proposition("mandate"), proposition("backstop")],
      parties: [party("AAA", any(truth("mandate"), truth("backstop")))],
    });

    expect(told(after(structure, { suppose: { mandate: false } }))).toEqual(["mandate"]);
    expect(told(after(structure, { suppose: { mandate: false, backstop: false } }))).toEqual(["mandate backstop", "AAA"]);
  });
});

describe("other switches", () => {
  test("a higher floor makes all below it fail at once", () => {
    expect(told(after(chain, { firm: "pledged" }))).toEqual(["bbb-one"]);
    expect(told(after(chain, { firm: "committed" }))[0]).toBe("aaa-one bbb-one ccc-one ccc-two");
  });

  test("what now holds brings down what stands only without it", () => {
    const structure = small({
      propositions: [proposition("veto"), proposition("blocked", { when: truth("veto"), open: false })],
      offers: [offer("aaa-one", 1, { terms: [not("blocked")] }), offer("bbb-one", 1, { terms: [truth("aaa-one")] })],
    });

    const found = after(structure, { suppose: { veto: true } });

    expect(told(found)).toEqual(["", "aaa-one", "bbb-one"]);
    expect(found.lost.contributions).toEqual(["aaa-one", "bbb-one"]);
  });

  test("what rises with the same switches keeps others from falling, and is regained", () => {
    const structure = small({
      propositions: [proposition("first"), proposition("second", { can: false })],
      parties: [party("AAA", any(truth("first"), truth("BBB"))), party("BBB", truth("second"))],
    });

    const found = after(structure, { suppose: { first: false, second: true } });

    expect(told(found)).toEqual(["first"]);
    expect(found.regained).toEqual({ propositions: ["second"], parties: ["BBB"], contributions: [] });
  });

  test("what rises and falls again was never there, and is not told", () => {
    const structure = small({
      propositions: [proposition("first"), proposition("second", { can: false })],
      parties: [party("AAA", truth("first"), truth("second")), party("BBB", truth("first"))],
    });

    expect(told(after(structure, { suppose: { first: false, second: true } }))).toEqual(["first", "BBB"]);
  });

  test("a lower floor and a decision regain; nothing falls", () => {
    const refusing = { ...party("AAA"), can: false };
    const structure = small({ parties: [refusing], offers: [offer("aaa-one", 1, { firmness: "floated" })] });
    const base = { firm: "pledged" };

    expect(after(structure, { firm: "floated" }, base).regained.contributions).toEqual([]);
    const found = after(structure, { firm: "floated", decides: ["AAA"] }, base);
    expect(found.regained).toEqual({ propositions: [], parties: ["AAA"], contributions: ["aaa-one"] });
    expect(found.rounds).toEqual([]);
  });

  test("a parameter raised strikes what counted with it in the round after", () => {
    const structure = small({
      offers: [offer("aaa-one", 2), offer("bbb-one", 2, { terms: [{ is: "total", capability: "troops", amount: "enough" }] })],
      more: { parameters: [{ id: "enough", value: 4, low: 1, high: 9, text: "", evidence: [] }] },
    });

    expect(told(after(structure, { parameters: { enough: 5 } }))).toEqual(["", "bbb-one"]);
  });

  test("a part counts again once the whole fails", () => {
    const structure = small({
      offers: [
        offer("aaa-all", 2),
        offer("aaa-part", 2, { part_of: "aaa-all" }),
        offer("bbb-one", 1, { terms: [{ is: "total", capability: "troops", amount: 3 }] }),
        offer("ccc-one", 0, { ...HIDDEN, capability: "lift" }),
      ],
    });

    expect(told(after(structure, { suppose: { "aaa-all": false } }))).toEqual(["aaa-all"]);
    expect(told(after(structure, { suppose: { "aaa-all": false, "aaa-part": false } }))).toEqual([
      "aaa-all aaa-part",
      "bbb-one",
    ]);
  });
});

describe("several cases", () => {
  test("the one in which most contributions stand is followed", () => {
    const structure = small({
      propositions: [proposition("mandate")],
      offers: [
        offer("aaa-one", 1, { terms: [truth("mandate")] }),
        offer("bbb-one", 1, { terms: [not("mandate")] }),
        offer("ccc-one", 1, { terms: [not("mandate")] }),
      ],
    });

    expect(told(after(structure, { suppose: { CCC: false } }))).toEqual(["CCC", "ccc-one"]);
    expect(told(after(structure, { suppose: { AAA: false } }))).toEqual(["AAA"]);
    expect(told(after(structure, { suppose: { mandate: true } }))).toEqual(["", "bbb-one ccc-one"]);
    expect(told(after(structure, { suppose: { mandate: false } }))).toEqual([]);
  });
});

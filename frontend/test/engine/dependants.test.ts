import { expect, test } from "vitest";
import { dependants } from "../../src/engine";
import { not, offer, party, proposition, small, truth } from "./small";

const structure = small({
  propositions: [proposition("consent"), proposition("peace", { when: truth("consent"), cases: [not("veto")] }), proposition("veto")],
  parties: [party("AAA", truth("peace")), party("BBB", { is: "at_least", count: 1, of: ["aaa-one", "AAA"] }), party("CCC")],
  offers: [
    offer("aaa-one", 1),
    offer("bbb-one", 1, { capability: "lift" }),
    offer("ccc-one", 1, { capability: "lift", terms: [{ is: "total", capability: "troops", amount: 1 }] }),
  ],
});

test("what a thing's own conditions name, cases and groups included", () => {
  expect(dependants(structure, "peace").names.propositions).toEqual(["consent", "veto"]);
  expect(dependants(structure, "BBB").names).toEqual({ propositions: [], parties: ["AAA"], contributions: ["aaa-one"] });
  expect(dependants(structure, "ccc-one").sums).toEqual(["troops"]);
  expect(dependants(structure, "ccc-one").names).toEqual({ propositions: [], parties: [], contributions: [] });
});

test("who names it, and who sums its capability", () => {
  expect(dependants(structure, "AAA").named_by).toEqual({ propositions: [], parties: ["BBB"], contributions: [] });
  expect(dependants(structure, "aaa-one").summed_by.contributions).toEqual(["ccc-one"]);
  expect(dependants(structure, "bbb-one").summed_by.contributions).toEqual([]);
});

test("all that rests on it, step by step", () => {
  expect(dependants(structure, "consent").rests_on_it).toEqual({
    propositions: ["peace"],
    parties: ["AAA", "BBB"],
    contributions: ["aaa-one", "bbb-one", "ccc-one"],
  });
  expect(dependants(structure, "CCC").rests_on_it.contributions).toEqual(["ccc-one"]);
  expect(dependants(structure, "ccc-one").rests_on_it).toEqual({ propositions: [], parties: [], contributions: [] });
});

test("in a circle a thing does not rest on itself", () => {
  const circle = small({ parties: [party("AAA", truth("BBB")), party("BBB", truth("AAA"))] });

  expect(dependants(circle, "AAA").rests_on_it.parties).toEqual(["BBB"]);
});

test("there is no such thing", () => {
  expect(() => dependants(structure, "nobody")).toThrow("nobody: no id in this structure");
});

/** The pair that the page on the format works by hand, and what an evaluator refuses. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CannotEvaluate, chances, prepare } from "../../src/engine";
import type { DiagramDocument, Variable } from "../../src/engine";

const GOLDEN = new URL("../../../tests/data/golden/", import.meta.url);

function document(name: string): DiagramDocument {
  return JSON.parse(readFileSync(new URL(`${name}.diagram.json`, GOLDEN), "utf8")) as DiagramDocument;
}

describe("the pair", () => {
  const pair = prepare(document("pair"));

  test("1 - (1 - 0.5 x 0.8 x 0.9) x (1 - 0.6) = 0.744, and 0.762 with 0.9 for 0.8", () => {
    const { met } = chances(pair, new Map()).nobody_moves_first;

    expect(met!.low).toBeCloseTo(0.744, 12);
    expect(met!.high).toBeCloseTo(0.762, 12);
  });

  test("with the ceasefire on it is at least 0.888", () => {
    const found = chances(pair, new Map([["ceasefire", [1, 1]]]));

    expect(found.moving_together["met"]!.low).toBeCloseTo(0.888, 12);
  });

  test("an answer does not depend on what was asked before", () => {
    const before = chances(pair, new Map());
    chances(pair, new Map([["ceasefire", [0, 0]], ["ALF", [1, 1]]]));

    expect(chances(pair, new Map())).toEqual(before);
  });

  test("an answer that was given stays as it was given", () => {
    const before = chances(pair, new Map());
    const kept = structuredClone(before);
    chances(pair, new Map([["ceasefire", [0, 0]]]));

    expect(before).toEqual(kept);
  });
});

describe("what is refused", () => {
  const pair = prepare(document("pair"));

  test("a change of what is no switch", () => {
    expect(() => chances(pair, new Map([["nothing", [0, 0]]]))).toThrow("nothing: no switch of this diagram");
  });

  test.each([[-0.1, 0.5], [0.5, 1.1], [0.6, 0.5], [NaN, 1]])("the chance %d..%d", (low, high) => {
    expect(() => chances(pair, new Map([["ceasefire", [low, high]]]))).toThrow(CannotEvaluate);
  });

  test("a document of another format", () => {
    expect(() => prepare({ ...document("pair"), schema: "guarantor/diagram/2" })).toThrow("guarantor/diagram/1");
  });
});

describe("intervals under a not", () => {
  const one = (place: number): Variable => ({
    id: `x${place}`,
    kind: "proposition",
    owner: `x${place}`,
    switch: `x${place}`,
    chance: { low: 0.25, high: 0.5 },
    under_not: true,
  });
  const many = (count: number): DiagramDocument => ({
    ...document("pair"),
    variables: Array.from({ length: count }, (_, place) => one(place)),
    // x0 and not x1: (1 - x1) x0
    diagrams: [
      {
        layers: [
          { variable: 1, low: [1], high: [0], low_weight: [], high_weight: [] },
          { variable: 0, low: [0], high: [2], low_weight: [], high_weight: [] },
        ],
        roots: { met: [1, 3] },
      },
    ],
  });

  test("either end is a case: 0.25 x 0.5 at the least, 0.5 x 0.75 at the most", () => {
    const found = chances(prepare(many(2)), new Map());

    expect(found.moving_together["met"]).toEqual({ low: 0.125, high: 0.375 });
  });

  test("twelve are gone through, thirteen are more than 4,096 cases", () => {
    expect(chances(prepare(many(12)), new Map()).nobody_moves_first["met"]!.high).toBe(0.375);
    expect(() => chances(prepare(many(13)), new Map())).toThrow("more than 4,096 cases");
    expect(chances(prepare(many(13)), new Map([["x7", [1, 1]]])).nobody_moves_first["met"]!.high).toBe(0.375);
  });
});

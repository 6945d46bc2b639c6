// Which switches the page evaluates itself, and which have to be compiled anew.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { DiagramDocument } from "../../src/engine";
import { NO_SWITCHES } from "../../src/state/address";
import { isInPage, part } from "../../src/whatif/settings";

const diagram = JSON.parse(readFileSync(new URL("../../../tests/data/golden/example.diagram.json", import.meta.url), "utf8")) as DiagramDocument;
const supposing = (suppose: Record<string, boolean>) => ({ ...NO_SWITCHES, suppose });

it("evaluates a proposition's own event and a party's decision", () => {
  const parted = part({ suppose: { backstop: false, BRA: false }, decides: ["ALF"], parameters: {} }, diagram);
  expect([...parted.changes]).toEqual([
    ["backstop", [0, 0]],
    ["BRA", [0, 0]],
    ["ALF", [1, 1]],
  ]);
  expect(isInPage(parted)).toBe(true);
});

it.each([
  ["a derived proposition that holds whatever its `when`", supposing({ ceasefire: true })],
  ["a proposition that the record settles", supposing({ south_accepts: false })],
  ["a party that joins whatever its terms", supposing({ BRA: true })],
  ["a single offer", supposing({ "alf-troops": false })],
  ["a number", { ...NO_SWITCHES, parameters: { others: 2 } }],
])("has %s compiled anew", (_, switches) => {
  const parted = part(switches, diagram);
  expect(isInPage(parted)).toBe(false);
  expect(parted.compiled).toEqual(switches);
});

it("evaluates that a derived proposition fails: then it is false whatever its `when`", () => {
  expect(isInPage(part(supposing({ ceasefire: false }), diagram))).toBe(true);
});

it("lets a supposition count before a decision of the same party", () => {
  const parted = part({ suppose: { BRA: false }, decides: ["BRA"], parameters: {} }, diagram);
  expect([...parted.changes]).toEqual([["BRA", [0, 0]]]);
});

// Scenarios survive being written to an address.

import { expect, it } from "vitest";
import { readScenario, readScenarios, withScenarios, writeScenario } from "../../src/state/scenarios";

const scenario = {
  title: "No backstop, but a mandate",
  switches: { suppose: { us_backstop: false, un_mandate: true, "gbr-troops": false }, decides: ["DEU"], parameters: { others: 2.5 } },
};

it("reads what it writes", () => {
  expect(writeScenario(scenario)).toBe("No backstop, but a mandate~us_backstop-~un_mandate+~gbr-troops-~DEU*~others:2.5");
  expect(readScenario(writeScenario(scenario))).toEqual(scenario);
});

it("keeps a title from breaking the value", () => {
  expect(readScenario(writeScenario({ ...scenario, title: "a~b" })).title).toBe("a-b");
});

it("leaves out what cannot be read", () => {
  expect(readScenario("Odd~~x~:3~others:many").switches).toEqual({ suppose: {}, decides: [], parameters: {} });
});

it("keeps at most four", () => {
  const query = withScenarios(new URLSearchParams("tab=scenarios"), Array(6).fill(scenario));
  expect(query.getAll("scenario")).toHaveLength(4);
  expect(readScenarios(query)).toHaveLength(4);
  expect(query.get("tab")).toBe("scenarios");
});

// The map draws Crimea in Ukraine (UN General Assembly resolution 68/262), whatever its source does.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoArea, geoContains } from "d3-geo";
import { describe, expect, it } from "vitest";
import { draw } from "../../src/map/drawing";
import { NUMERIC } from "../../src/map/codes";
import { shapes, type World } from "../../src/map/shapes";

const file = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
const world = JSON.parse(readFileSync(file, "utf8")) as World;
const found = shapes(world);
const country = (digits: string) => found.find((shape) => shape.id === digits)!;
const SIMFEROPOL: [number, number] = [34.1, 44.95];
const SEVASTOPOL: [number, number] = [33.6, 44.6];
const KERCH: [number, number] = [36.3, 45.35];

describe("Crimea", () => {
  it.each([SIMFEROPOL, SEVASTOPOL, KERCH])("lies in Ukraine and not in Russia: %f, %f", (x, y) => {
    expect(geoContains(country("804"), [x, y])).toBe(true);
    expect(geoContains(country("643"), [x, y])).toBe(false);
  });

  it("is one with the rest: nothing is drawn between them at Perekop", () => {
    expect(country("804").geometry.coordinates).toHaveLength(2); // the mainland with Crimea, and one island
  });

  it("leaves the rest of Russia and of Ukraine where it is", () => {
    expect(geoContains(country("643"), [37.6, 55.75])).toBe(true);
    expect(geoContains(country("643"), [38.98, 45.03])).toBe(true); // Krasnodar, over the strait
    expect(geoContains(country("804"), [30.5, 50.45])).toBe(true);
    expect(geoArea(country("804"))).toBeGreaterThan(0.0145); // 603,628 km² are 0.01487 of the unit sphere
    expect(geoArea(country("804"))).toBeLessThan(0.0153);
  });
});

it("draws every country that has a code once", () => {
  const drawn = draw(found, ["UKR", "GBR", "FRA", "DEU", "POL"], true);
  for (const code of ["UKR", "GBR", "FRA", "DEU", "POL"]) {
    expect(drawn.filter((one) => one.digits === NUMERIC.get(code))).toHaveLength(1);
  }
  expect(draw(found, [], false).length).toBeGreaterThan(200);
});

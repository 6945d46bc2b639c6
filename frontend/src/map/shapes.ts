// The shapes of countries. The source draws Crimea in Russia; it is part of Ukraine (UN General
// Assembly resolution 68/262), so its shape is taken from the one and merged into the other.

import type { Feature, MultiPolygon, Polygon } from "geojson";
import { feature, merge } from "topojson-client";
import type { GeometryCollection, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon, Topology } from "topojson-specification";

export interface Named {
  name: string;
}
export type World = Topology<{ countries: GeometryCollection<Named> }>;
export type Shape = Feature<Polygon | MultiPolygon, Named>;

const UKRAINE = "804";
const RUSSIA = "643";
/** The peninsula lies within these degrees: west, south, east, north. */
const CRIMEA = [32, 44, 36.7, 46.5] as const;

/** Return the shape of every country, by its three digits where it has them. */
export function shapes(world: World): Shape[] {
  const { geometries } = world.objects.countries;
  const russia = geometries.find((one) => one.id === RUSSIA);
  const ukraine = geometries.find((one) => one.id === UKRAINE);
  if (russia?.type !== "MultiPolygon" || (ukraine?.type !== "MultiPolygon" && ukraine?.type !== "Polygon")) {
    throw new Error("the map has no shapes of Russia and Ukraine");
  }
  const crimea = russia.arcs.filter((arcs) => liesWithin(world, arcs));
  if (crimea.length !== 1) throw new Error("the map has no shape of Crimea of its own");
  return geometries.map((one): Shape => {
    if (one === russia) return shape(world, { ...russia, arcs: russia.arcs.filter((arcs) => !crimea.includes(arcs)) });
    if (one === ukraine) return merged(world, ukraine, crimea);
    return shape(world, one as TopoMultiPolygon<Named>);
  });
}

function shape(world: World, geometry: TopoPolygon<Named> | TopoMultiPolygon<Named>): Shape {
  return feature(world, geometry) as Shape;
}

function merged(world: World, country: TopoPolygon<Named> | TopoMultiPolygon<Named>, more: number[][][]): Shape {
  const parts = country.type === "Polygon" ? [country.arcs] : country.arcs;
  const polygons = [...parts, ...more].map((arcs): TopoPolygon => ({ type: "Polygon", arcs }));
  const { properties, id } = country;
  const found: Shape = { type: "Feature", properties: properties ?? { name: "Ukraine" }, geometry: merge(world, polygons) };
  if (id !== undefined) found.id = id;
  return found;
}

function liesWithin(world: World, arcs: number[][]): boolean {
  const { coordinates } = (feature(world, { type: "Polygon", arcs }) as Feature<Polygon>).geometry;
  const [west, south, east, north] = CRIMEA;
  return coordinates.flat().every(([x = 0, y = 0]) => west <= x && x <= east && south <= y && y <= north);
}

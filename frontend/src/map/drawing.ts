// How the map is drawn: a projection that shows the parties, and a path for every country.

import { geoAzimuthalEqualArea, geoCentroid, geoDistance, geoNaturalEarth1, geoPath, type GeoProjection } from "d3-geo";
import type { FeatureCollection } from "geojson";
import { NUMERIC } from "./codes";
import type { Shape } from "./shapes";

export const WIDTH = 720;
export const HEIGHT = 400;
const NEAR = 0.5; // radians, some 3,200 km

export interface Country {
  digits: string;
  name: string;
  path: string;
}

/** Return the countries as paths; `near` shows where most parties are, else the whole world. */
export function draw(shapes: readonly Shape[], codes: readonly string[], near: boolean): Country[] {
  const wanted = new Set(codes.map((code) => NUMERIC.get(code)));
  const theirs = shapes.filter((shape) => wanted.has(String(shape.id)));
  const path = geoPath(projection(shapes, near ? closest(theirs) : []), null).digits(1);
  return shapes.flatMap((shape) => {
    const drawn = path(shape);
    return drawn === null ? [] : [{ digits: String(shape.id ?? ""), name: shape.properties.name, path: drawn }];
  });
}

/** Return the shapes around the one that is nearest to all the others. */
function closest(theirs: readonly Shape[]): Shape[] {
  const centres = theirs.map((shape) => geoCentroid(shape));
  const apart = centres.map((one) => centres.reduce((sum, other) => sum + Math.min(geoDistance(one, other), 1), 0));
  const middle = centres[apart.indexOf(Math.min(...apart))];
  return middle ? theirs.filter((_, place) => geoDistance(middle, centres[place]!) < NEAR) : [];
}

function projection(all: readonly Shape[], around: readonly Shape[]): GeoProjection {
  const size: [[number, number], [number, number]] = [[8, 8], [WIDTH - 8, HEIGHT - 8]];
  if (around.length < 2) return geoNaturalEarth1().fitExtent(size, collection(all));
  const points: FeatureCollection = {
    type: "FeatureCollection",
    features: around.map((shape) => ({ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: geoCentroid(shape) } })),
  };
  const [x, y] = geoCentroid(points);
  const room: [[number, number], [number, number]] = [[70, 50], [WIDTH - 70, HEIGHT - 50]];
  return geoAzimuthalEqualArea().rotate([-x, -y]).clipAngle(60).fitExtent(room, points).clipExtent([[0, 0], [WIDTH, HEIGHT]]);
}

function collection(features: readonly Shape[]): FeatureCollection {
  return { type: "FeatureCollection", features: [...features] };
}

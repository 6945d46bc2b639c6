/**
 * How long one flip takes the engine: the median and the 95th percentile, in milliseconds.
 *
 * The documents are made by `python -m benchmarks.web.documents FOLDER`.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cascade, chances, outlook, prepare, prepareStructure, settingsOf } from "../src/engine";
import type { DiagramDocument, Settings, StructureDocument } from "../src/engine";

const WARM = 20;
const FLIPS = 200;
const folder = process.argv[2] ?? ".";

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as T;
}

/** Print how long something takes, over many flips of different things. */
function time(what: string, flip: (number: number) => unknown): void {
  const taken: number[] = [];
  for (let number = 0; number < WARM + FLIPS; number++) {
    const start = performance.now();
    flip(number);
    if (number >= WARM) taken.push(performance.now() - start);
  }
  taken.sort((one, other) => one - other);
  const at = (share: number): string => taken[Math.floor(share * taken.length)]!.toFixed(2);
  console.log(`${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}

function timeDiagram(name: string): void {
  const prepared = prepare(read<DiagramDocument>(`${name}.diagram`));
  const switches = [...prepared.switches];
  time(`${name}: chances of ${prepared.targets.length} targets`, (number) => {
    const end = number % 2;
    return chances(prepared, new Map([[switches[number % switches.length]!, [end, end]]]));
  });
}

function timeLogic(name: string): void {
  const structure = prepareStructure(read<StructureDocument>(`${name}.structure`));
  const base = settingsOf(structure);
  const flipped = (number: number): Settings => {
    const id = structure.names[number % structure.firstOffer]!;
    return { ...base, suppose: { [id]: number % 2 === 1 } };
  };
  time(`${name}: outlook`, (number) => outlook(structure, flipped(number)));
  time(`${name}: cascade`, (number) => cascade(structure, base, flipped(number)));
}

timeDiagram("ukraine-2025");
timeLogic("ukraine-2025");
timeLogic("drawn-60-2000");

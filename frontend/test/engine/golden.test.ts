/**
 * The page's engine says what the Python one says, on the same documents.
 *
 * The committed vectors are made by `python -m tests.web.vectors`; pytest draws a hundred more into a
 * folder that it names in GOLDEN_DIR.
 */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cascade, chances, dependants, outlook, prepare, prepareStructure } from "../../src/engine";
import type { Changes, DiagramDocument, Ids, Settings, StructureDocument } from "../../src/engine";
import { ask } from "../../src/engine/settings";
import { expectClose } from "./close";

type Ends = [number, number];
type Targets = Record<string, Record<string, Ends>>;

interface Vector {
  structure: StructureDocument;
  questions: {
    settings: Settings;
    outlook: unknown;
    breaks: Record<string, { rounds: Ids[]; lost: Ids; regained: Ids }>;
  }[];
  moved: { lost: Ids; regained: Ids }[];
  diagram: {
    document: DiagramDocument;
    vectors: { changes: Record<string, Ends>; chances: Targets }[];
    unchanged: Targets;
  };
}

const COMMITTED = fileURLToPath(new URL("../golden", import.meta.url));
const FORMAT = fileURLToPath(new URL("../../../tests/data/golden", import.meta.url));
const FOLDER = process.env["GOLDEN_DIR"] ?? COMMITTED;

function read<T>(folder: string, file: string): T {
  return JSON.parse(readFileSync(join(folder, file), "utf8")) as T;
}

function changesOf(changes: Record<string, Ends>): Changes {
  return new Map(Object.entries(changes));
}

function everyId({ propositions, parties, contributions }: Ids): string[] {
  return [...propositions, ...parties, ...contributions];
}

/** Expect of some targets the chances that Python found. */
function expectChances(found: ReturnType<typeof chances>, expected: Targets, where: string): void {
  for (const [reading, targets] of Object.entries(expected)) {
    for (const [target, [low, high]] of Object.entries(targets)) {
      const ends = found[reading as keyof typeof found][target];
      expectClose(ends, { low, high }, `${where} ${reading} ${target}`);
    }
  }
}

describe.each(readdirSync(FOLDER).filter((file) => file.endsWith(".json")))("%s", (file) => {
  const vector = read<Vector>(FOLDER, file);
  const structure = prepareStructure(vector.structure);

  test("what can stand, join, be true and be met, line by line and floor by floor", () => {
    vector.questions.forEach(({ settings, outlook: expected }, number) => {
      expectClose(outlook(structure, settings), expected, `question ${number}`);
    });
  });

  test("who follows round by round when any one thing fails, who is lost and who comes back", () => {
    vector.questions.forEach(({ settings, breaks }, number) => {
      for (const [failing, expected] of Object.entries(breaks)) {
        const now = { ...settings, suppose: { ...settings.suppose, [failing]: false } };
        const { lost_by_firmness, ...found } = cascade(structure, settings, now);
        expectClose(found, expected, `question ${number}, ${failing}`);
        expect(Object.values(lost_by_firmness).flat().sort()).toEqual([...expected.lost.contributions].sort());
      }
    });
  });

  test("who is lost and who comes back from one question to the next", () => {
    vector.moved.forEach((expected, number) => {
      const [base, now] = [vector.questions[number]!.settings, vector.questions[number + 1]!.settings];
      const { lost, regained, rounds } = cascade(structure, base, now);
      expectClose({ lost, regained }, expected, `to question ${number + 1}`);
      const isOneCase = [base, now].every((settings) => ask(structure, settings).cases.length === 0);
      if (isOneCase) expect(rounds.flatMap(everyId).sort()).toEqual(everyId(lost).sort());
    });
  });

  test("nothing falls with a thing but what rests on it", () => {
    for (const { breaks } of vector.questions) {
      for (const [failing, { lost }] of Object.entries(breaks)) {
        const resting = dependants(structure, failing).rests_on_it;
        for (const kind of ["propositions", "parties", "contributions"] as const) {
          expect(new Set([failing, ...resting[kind]])).toEqual(new Set([failing, ...resting[kind], ...lost[kind]]));
        }
      }
    }
  });

  test("the chance of every target under every change", () => {
    const prepared = prepare(vector.diagram.document);
    expectChances(chances(prepared, new Map()), vector.diagram.unchanged, "unchanged");
    for (const { changes, chances: expected } of vector.diagram.vectors) {
      expectChances(chances(prepared, changesOf(changes)), expected, JSON.stringify(changes));
    }
  });
});

const DIAGRAMS = readdirSync(FORMAT).filter((file) => file.endsWith(".diagram.json"));

test.each(DIAGRAMS)("the golden vectors of the format: %s", (file) => {
  const prepared = prepare(read<DiagramDocument>(FORMAT, file));
  const vectors = read<{ changes: Record<string, Ends>; chances: Targets }[]>(
    FORMAT,
    file.replace(".diagram.", ".vectors."),
  );
  for (const { changes, chances: expected } of vectors) {
    expectChances(chances(prepared, changesOf(changes)), expected, JSON.stringify(changes));
  }
});

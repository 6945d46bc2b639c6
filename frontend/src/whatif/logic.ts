// The logic of a structure under some settings, as the page shows it; prepared once a structure.

import { CannotEvaluate, cascade, outlook, prepareStructure, type Cascade, type Settings, type Structure, type StructureDocument } from "../engine";
import type { Answer } from "./answer";

const PREPARED = new WeakMap<StructureDocument, Structure>();

/** Return a structure ready to be asked. */
export function prepared(document: StructureDocument): Structure {
  const kept = PREPARED.get(document);
  if (kept) return kept;
  const made = prepareStructure(document);
  PREPARED.set(document, made);
  return made;
}

/** Return what logic says, or why the page cannot say it. */
export function logicAnswer(document: StructureDocument, settings: Settings): Answer | CannotEvaluate {
  try {
    return answerFrom(document, settings);
  } catch (error) {
    if (error instanceof CannotEvaluate) return error;
    throw error;
  }
}

/** Return who follows when one question becomes another, or `null` where the page cannot say it. */
export function whoFollows(document: StructureDocument, base: Settings, now: Settings): Cascade | null {
  try {
    return cascade(prepared(document), base, now);
  } catch (error) {
    if (error instanceof CannotEvaluate) return null;
    throw error;
  }
}

function answerFrom(document: StructureDocument, settings: Settings): Answer {
  const found = outlook(prepared(document), settings);
  const lines = document.requirements.find((one) => one.name === settings.requirement)?.lines ?? [];
  return {
    standing: found.offers,
    floors: found.floors,
    possible: found.requirement.possible,
    lines: lines.map((line, place) => {
      const held = found.requirement.lines[place]!;
      return {
        id: line.id,
        capability: line.capability,
        need: line.need,
        unit: line.unit,
        priority: line.priority,
        stated: held.stated,
        reported: held.reported,
        undisclosed: held.undisclosed,
        mustReach: held.undisclosed_must_reach,
        possible: held.possible,
      };
    }),
  };
}

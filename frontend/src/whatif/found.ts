// Chances as the page shows them, from the page's own evaluator or from the server.

import type { ChanceDocument, RLesserChance } from "../api/documents";
import type { ByReading, Chances as Evaluated, Ends } from "../engine";
import type { Chances, Readings } from "./answer";

/** Return the chances that the diagram gives. */
export function evaluated(found: Evaluated): Chances {
  const targets = Object.keys(found.moving_together);
  const of = (target: string): ByReading<Ends> => ({
    moving_together: found.moving_together[target] ?? { low: 0, high: 1 },
    nobody_moves_first: found.nobody_moves_first[target] ?? { low: 0, high: 1 },
  });
  const under = (prefix: string) =>
    Object.fromEntries(targets.filter((name) => name.startsWith(prefix)).map((name) => [name.slice(prefix.length), of(name)]));
  return {
    met: of("met"),
    lines: under("line "),
    joins: under("joins "),
    contributes: under("contributes "),
    method: "exact",
    standardError: null,
    runs: null,
  };
}

/** Return the chances that the server gives. */
export function servedChances(found: ChanceDocument): Chances {
  const together = found.chance.moving_together;
  const error = together.standard_error;
  return {
    met: found.chance,
    lines: Object.fromEntries(found.lines.map((line) => [line.id, closed(line.met)])),
    joins: Object.fromEntries(found.parties.map((party) => [party.code, closed(party.joins)])),
    contributes: Object.fromEntries(found.parties.map((party) => [party.code, closed(party.contributes)])),
    method: together.method === "sampled" ? "sampled" : "exact",
    standardError: error ? Math.max(error.low ?? 0, error.high ?? 0) : null,
    runs: together.runs ?? null,
  };
}

function closed(given: RLesserChance): Readings<Ends> {
  const { moving_together: together, nobody_moves_first: first } = given;
  return {
    moving_together: { low: together.low ?? 0, high: together.high ?? 1 },
    nobody_moves_first: { low: first.low ?? 0, high: first.high ?? 1 },
  };
}

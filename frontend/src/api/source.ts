// Where the what-if gets its documents: from the server of the room, or out of the file it is in.

import { dataPath, getJson, Refused } from "./client";
import type { Answers, AsksDocument, Assessment, Breaks, ChanceDocument, OperationAbout, OnRecord } from "./documents";
import { waitFor, type Job } from "./job";
import type { DiagramDocument, StructureDocument } from "../engine";

export interface Source {
  /** Whether there is a server that compiles anew what the page cannot evaluate. */
  readonly hasServer: boolean;
  about(query: URLSearchParams, signal: AbortSignal): Promise<OperationAbout>;
  record(query: URLSearchParams, signal: AbortSignal): Promise<OnRecord>;
  assessment(query: URLSearchParams, signal: AbortSignal): Promise<Assessment>;
  /** The same of a large operation, as a job. */
  assessed(query: URLSearchParams, tell: (job: Job) => void, signal: AbortSignal): Promise<Assessment>;
  /** The logic; not for the public where the operation is live. */
  structure(query: URLSearchParams, signal: AbortSignal): Promise<StructureDocument>;
  /** The compiled diagram, as a job; `null` where it is too large. Likewise not for the public. */
  diagram(query: URLSearchParams, tell: (job: Job) => void, signal: AbortSignal): Promise<DiagramDocument | null>;
  chance(query: URLSearchParams, runs: number | null, signal: AbortSignal): Promise<ChanceDocument>;
  answers(query: URLSearchParams, signal: AbortSignal): Promise<Answers>;
  breaks(id: string, query: URLSearchParams, signal: AbortSignal): Promise<Breaks>;
  asks(query: URLSearchParams, tell: (job: Job) => void, signal: AbortSignal): Promise<AsksDocument>;
  /** Where a statement, a party or an offer is shown in full. */
  link(kind: "evidence" | "party" | "ledger", id: string, query: URLSearchParams): string;
}

/** Mistakes by which the server says that there is no diagram to be had, and is to be asked itself. */
const NO_DIAGRAM = ["NotForThePublic", "OutOfTime", "OverBudget", "TooLarge"];

async function compiled(query: URLSearchParams, tell: (job: Job) => void, signal: AbortSignal): Promise<DiagramDocument | null> {
  try {
    return await waitFor("diagram", "/diagram", query, tell, signal);
  } catch (error) {
    if (error instanceof Refused && NO_DIAGRAM.includes(error.kind)) return null;
    throw error;
  }
}

export const server: Source = {
  hasServer: true,
  about: (query, signal) => getJson(dataPath("/operation", query), signal),
  record: (query, signal) => getJson(dataPath("/record", query), signal),
  assessed: (query, tell, signal) => waitFor("assessment", "/what-if", query, tell, signal),
  assessment: (query, signal) => getJson(dataPath("/what-if", query), signal),
  structure: (query, signal) => getJson(dataPath("/structure", query), signal),
  diagram: compiled,
  chance: (query, runs, signal) => {
    const asked = new URLSearchParams(query);
    if (runs !== null) asked.set("runs", String(runs));
    return getJson(dataPath("/chance", asked), signal);
  },
  answers: (query, signal) => getJson(dataPath("/answers", query), signal),
  breaks: (id, query, signal) => getJson(dataPath(`/breaks/${encodeURIComponent(id)}`, query), signal),
  asks: (query, tell, signal) => waitFor("asks", "/asks", query, tell, signal),
  link: (kind, id, query) => `/${kind}/${encodeURIComponent(id)}${query.size ? `?${query}` : ""}`,
};

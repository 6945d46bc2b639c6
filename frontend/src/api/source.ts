// Where the what-if gets its documents: from the server of the room, or out of the file it is in.

import { dataPath, getJson, Refused } from "./client";
import type { Answers, AsksDocument, Assessment, Breaks, ChanceDocument, OperationAbout } from "./documents";
import { waitFor, type Job } from "./job";
import type { DiagramDocument, StructureDocument } from "../engine";

export interface Source {
  /** Whether there is a server that compiles anew what the page cannot evaluate. */
  readonly hasServer: boolean;
  about(query: URLSearchParams, signal: AbortSignal): Promise<OperationAbout>;
  assessment(query: URLSearchParams, signal: AbortSignal): Promise<Assessment>;
  /** The logic; `null` where the public may not have it. */
  structure(query: URLSearchParams, signal: AbortSignal): Promise<StructureDocument | null>;
  /** The compiled diagram; `null` where it is too large, or not for the public. */
  diagram(query: URLSearchParams, signal: AbortSignal): Promise<DiagramDocument | null>;
  chance(query: URLSearchParams, runs: number | null, signal: AbortSignal): Promise<ChanceDocument>;
  answers(query: URLSearchParams, signal: AbortSignal): Promise<Answers>;
  breaks(id: string, query: URLSearchParams, signal: AbortSignal): Promise<Breaks>;
  asks(query: URLSearchParams, tell: (job: Job) => void, signal: AbortSignal): Promise<AsksDocument>;
  /** Where a statement, a party or an offer is shown in full. */
  link(kind: "evidence" | "party" | "ledger", id: string, query: URLSearchParams): string;
}

/** Statuses by which the server says that the page cannot have something, and is to ask for less. */
const WITHHELD = [403, 413];

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused && WITHHELD.includes(error.status)) return null;
    throw error;
  }
}

export const server: Source = {
  hasServer: true,
  about: (query, signal) => getJson(dataPath("/operation", query), signal),
  assessment: (query, signal) => getJson(dataPath("/what-if", query), signal),
  structure: (query, signal) => orNull(getJson(dataPath("/structure", query), signal)),
  diagram: (query, signal) => orNull(getJson(dataPath("/diagram", query), signal)),
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

// Asks the server, says its mistakes in its own words, and tells when it cannot be reached.

import { words } from "../words";

/** A sentence from the server: what is wrong, where, what to do. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly kind: string,
    readonly faults: readonly string[] = [],
  ) {
    super(message);
    this.name = "Refused";
  }
}

/** The server did not answer at all. */
export class Lost extends Error {
  constructor() {
    super(words.room.lost);
    this.name = "Lost";
  }
}

interface Refusal {
  error?: string;
  kind?: string;
  faults?: string[];
}

async function answered(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Lost();
  }
  if (response.ok) return response;
  const said = (await response.json().catch(() => ({}))) as Refusal;
  throw new Refused(said.error ?? words.room.answered(response.status), response.status, said.kind ?? "", said.faults);
}

/** Return the JSON document at a path of the API. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await answered(path, { headers: { accept: "application/json" }, ...(signal && { signal }) });
  return (await response.json()) as T;
}

/** Ask for something to be done and return what the server says of it. */
export async function send<T>(method: "POST" | "DELETE", path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers = { "content-type": "application/json" };
  const response = await answered(path, { method, headers, body: JSON.stringify(body ?? {}), ...(signal && { signal }) });
  return (await response.json()) as T;
}

/** Return a path of the API with a query, as its data: `/ledger` is `/ledger.json`. */
export function dataPath(page: string, query: URLSearchParams, extension = "json"): string {
  const search = query.toString();
  return `${page}.${extension}${search && `?${search}`}`;
}

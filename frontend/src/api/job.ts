// A long question: asked as a job, watched, and given up when nobody waits for it any more.

import { dataPath, getJson, send } from "./client";

export interface Job {
  id: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  label: string;
  done: number;
  total: number;
  error?: string | null;
}

const PAUSE_MS = 250;

/** Return the document that a long question ends with; `tell` hears how far it is. */
export async function waitFor<T>(
  question: string,
  page: string,
  query: URLSearchParams,
  tell: (job: Job) => void,
  signal: AbortSignal,
): Promise<T> {
  let job = await send<Job>("POST", "/jobs", { question, query: query.toString() });
  const cancel = () => void send("DELETE", `/jobs/${job.id}`).catch(() => undefined);
  signal.addEventListener("abort", cancel, { once: true });
  try {
    while (job.state === "waiting" || job.state === "running") {
      tell(job);
      await pause(signal);
      job = await getJson<Job>(`/jobs/${job.id}`, signal);
    }
  } finally {
    signal.removeEventListener("abort", cancel);
  }
  // Failed or not, the data itself says it best.
  return getJson<T>(dataPath(page, query), signal);
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(done, PAUSE_MS);
    signal.addEventListener("abort", () => (clearTimeout(timer), fail(new DOMException("given up", "AbortError"))), { once: true });
  });
}

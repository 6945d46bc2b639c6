// A long question: asked as a job, watched, and given up when nobody waits for it any more.

import { dataPath, getJson, Refused, send } from "./client";
import type { JobDocument } from "./documents";

export type Job = JobDocument;

const FIRST_PAUSE_MS = 40;
const LONGEST_PAUSE_MS = 400;

/**
 * Return the document that a long question ends with; `tell` hears how far it is.
 *
 * It fails as the question itself would: with the server's sentence, and the kind of mistake.
 */
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
    for (let pause = FIRST_PAUSE_MS; job.state === "waiting" || job.state === "running"; pause *= 1.5) {
      tell(job);
      await rest(Math.min(pause, LONGEST_PAUSE_MS), signal);
      job = await getJson<Job>(`/jobs/${job.id}`, signal);
    }
  } finally {
    signal.removeEventListener("abort", cancel);
  }
  if (job.state === "failed" || job.state === "cancelled") throw new Refused(job.error ?? job.state, 0, job.kind ?? "");
  return getJson<T>(dataPath(page, query), signal);
}

function rest(pauseMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(done, pauseMs);
    signal.addEventListener("abort", () => (clearTimeout(timer), fail(new DOMException("given up", "AbortError"))), { once: true });
  });
}

// A document that follows the address: asked for when the query changes, kept until the next is there.

import { Lost, Refused } from "../api/client";
import { room } from "../state/room.svelte";

type Fetch<T> = (query: URLSearchParams, signal: AbortSignal) => Promise<T>;

export class Following<T> {
  data: T | null = $state.raw(null);
  error: Refused | null = $state.raw(null);
  isThere = $state(false);
  isCurrent = $state(false);
  #key = "";
  #abort: AbortController | null = null;
  readonly #fetch: Fetch<T>;
  readonly #restMs: number;

  /** `restMs`: how long the query must have rested before the document is asked for. */
  constructor(fetch: Fetch<T>, restMs = 0) {
    this.#fetch = fetch;
    this.#restMs = restMs;
  }

  ask(query: URLSearchParams, epoch: number): void {
    const key = `${query} ${epoch}`;
    if (key === this.#key) return;
    this.#key = key;
    this.#abort?.abort();
    this.#abort = new AbortController();
    this.isCurrent = false;
    const { signal } = this.#abort;
    const rest = this.isThere ? this.#restMs : 0;
    setTimeout(() => signal.aborted || void this.#load(query, signal), rest);
  }

  /** Give up what is on its way. */
  stop(): void {
    this.#abort?.abort();
    this.#key = "";
  }

  async #load(query: URLSearchParams, signal: AbortSignal): Promise<void> {
    try {
      const data = await this.#fetch(query, signal);
      if (signal.aborted) return;
      this.data = data;
      this.error = null;
      this.isThere = true;
      this.isCurrent = true;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Lost) room.lose();
      else if (error instanceof Refused) this.error = error;
      else throw error;
      if (error instanceof Refused && error.faults.length > 0) room.faulty(error);
    }
  }
}

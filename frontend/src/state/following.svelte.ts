// A document that follows the address: asked for when that changes, kept until the next is there.

import { Lost, Refused } from "../api/client";
import { room } from "./room.svelte";

type Fetch<T, Asked> = (asked: Asked, signal: AbortSignal) => Promise<T>;

/** `Asked`: what is asked for, which tells itself from others as text: a query or a path. */
export class Following<T, Asked extends URLSearchParams | string = URLSearchParams> {
  data: T | null = $state.raw(null);
  error: Refused | null = $state.raw(null);
  isThere = $state(false);
  isCurrent = $state(false);
  #key = "";
  #abort: AbortController | null = null;
  readonly #fetch: Fetch<T, Asked>;
  readonly #restMs: number;

  /** `restMs`: how long the query must have rested before the document is asked for. */
  constructor(fetch: Fetch<T, Asked>, restMs = 0) {
    this.#fetch = fetch;
    this.#restMs = restMs;
  }

  /** Ask for it, unless it is what is there or on its way, and the server did not go meanwhile. */
  ask(asked: Asked): void {
    const key = `${asked} ${room.epoch}`;
    if (key === this.#key) return;
    this.#key = key;
    this.#abort?.abort();
    this.#abort = new AbortController();
    this.isCurrent = false;
    const { signal } = this.#abort;
    const rest = this.isThere ? this.#restMs : 0;
    setTimeout(() => signal.aborted || void this.#load(asked, signal), rest);
  }

  /** Give up what is on its way. */
  stop(): void {
    this.#abort?.abort();
    this.#key = "";
  }

  async #load(asked: Asked, signal: AbortSignal): Promise<void> {
    try {
      const data = await this.#fetch(asked, signal);
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

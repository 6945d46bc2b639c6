// A document of the API as state: asked for again when its address changes, kept while that lasts.

import { getJson, Lost, Refused } from "../api/client";
import { room } from "./room.svelte";

export class Resource<T> {
  data: T | null = $state.raw(null);
  error: Refused | null = $state.raw(null);
  isLoading = $state(false);
  #asked = "";
  #abort: AbortController | null = null;

  /** Ask for a document, unless it is the one that is there or on its way. */
  ask(path: string): void {
    const key = `${path} ${room.epoch}`;
    if (key === this.#asked) return;
    this.#asked = key;
    this.#abort?.abort();
    this.#abort = new AbortController();
    void this.#load(path, this.#abort.signal);
  }

  async #load(path: string, signal: AbortSignal): Promise<void> {
    this.isLoading = true;
    try {
      const data = await getJson<T>(path, signal);
      if (signal.aborted) return;
      this.data = data;
      this.error = null;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Refused) this.error = error;
      if (error instanceof Refused && error.faults.length > 0) room.faulty(error);
      if (error instanceof Lost) room.lose();
      else if (!(error instanceof Refused)) throw error;
    } finally {
      if (!signal.aborted) this.isLoading = false;
    }
  }
}

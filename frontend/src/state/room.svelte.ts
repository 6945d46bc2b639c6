// What every screen shares: which operation this is, and whether its server answers.

import { getJson, Lost, Refused } from "../api/client";
import type { OperationAbout } from "../api/documents";
import { words } from "../words";

const AGAIN_MS = 2000;

class Room {
  about: OperationAbout | null = $state.raw(null);
  error: Refused | null = $state.raw(null);
  /** What the live region says; screen readers hear it. */
  said = $state("");
  isLost = $state(false);
  /** Counts how often everything has to be asked for again. */
  epoch = $state(0);
  #asked = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Ask what this operation is, as known on the day that a query names. */
  async load(search: string): Promise<void> {
    const key = `${search} ${this.epoch}`;
    if (key === this.#asked) return;
    this.#asked = key;
    try {
      const about = await getJson<OperationAbout>(`/operation.json${search && `?${search}`}`);
      if (key !== this.#asked) return;
      this.about = about;
      this.error = null;
      document.title = `${about.name || about.operation} – Guarantor`;
    } catch (error) {
      if (key !== this.#asked) return;
      if (error instanceof Lost) this.lose();
      else if (error instanceof Refused) this.error = error;
      else throw error;
      if (this.error?.faults.length) this.#watch();
    }
  }

  /** Ask what this operation is once more: a decision may have changed it. */
  async again(search: string): Promise<void> {
    this.#asked = "";
    await this.load(search);
  }

  /** Say that the server does not answer, and ask it until it does. */
  lose(): void {
    this.isLost = true;
    this.#watch();
  }

  /** The folder has faults: show them, and ask until they are mended. */
  faulty(error: Refused): void {
    this.error = error;
    this.#watch();
  }

  #watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#retry(), AGAIN_MS);
  }

  async #retry(): Promise<void> {
    try {
      await getJson<OperationAbout>("/operation.json");
    } catch (error) {
      if (error instanceof Refused && error.faults.length === 0) return this.#recover();
      if (error instanceof Refused) this.error = error;
      this.isLost = error instanceof Lost;
      return this.#watch();
    }
    this.#recover();
  }

  #recover(): void {
    if (this.isLost) this.said = words.room.back;
    this.isLost = false;
    this.error = null;
    this.epoch += 1;
  }
}

export const room = new Room();

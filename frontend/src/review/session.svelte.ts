// What lasts as long as the page: who decides, what is mended and not decided, and what was told.

import { SvelteMap } from "svelte/reactivity";
import { Lost, Refused } from "../api/client";
import { decisions } from "../api/review";
import type { Decision, Receipt } from "../api/documents";
import { only, VIEW_NAMES } from "../state/address";
import { here } from "../state/place.svelte";
import { room } from "../state/room.svelte";
import { capital, words } from "../words";
import type { Fields } from "./fields";

/** Where a sentence of the server belongs. */
export type Where = "receive" | "amend" | "item" | "step" | "log";

class Session {
  /** In no address and on no disk: a link must not decide in another's name. */
  who = $state("");
  error: { where: Where | "who"; said: string } | null = $state.raw(null);
  isBusy = $state(false);
  /** Counts decisions: after each everything of the queue is asked for again. */
  version = $state(0);
  receipt: Receipt | null = $state.raw(null);
  readonly mended = new SvelteMap<string, Fields>();
  readonly effects = new SvelteMap<string, Decision>();
  #last: Promise<unknown> = Promise.resolve();

  /** Take a decision after those that are on their way; `null` where it was not taken. */
  async act<T extends Decision | Receipt>(where: Where, decide: (by: string) => Promise<T>): Promise<T | null> {
    const by = this.who.trim();
    if (by === "") {
      this.error = { where: "who", said: words.review.whoFirst };
      room.said = words.review.whoFirst;
      document.querySelector<HTMLInputElement>("#who")?.focus();
      return null;
    }
    const turn = this.#last.then(() => this.#decided(where, () => decide(by)));
    this.#last = turn;
    return turn;
  }

  /** Undo the last decision; where it took a step, what that changed does not stand any more. */
  async undo(where: Where): Promise<Decision | null> {
    const told = await this.act(where, (by) => decisions.undo(by));
    if (told?.statement) this.effects.delete(told.statement);
    return told;
  }

  async #decided<T extends Decision | Receipt>(where: Where, decide: () => Promise<T>): Promise<T | null> {
    this.isBusy = true;
    try {
      const told = await decide();
      this.error = null;
      if ("said" in told) room.said = capital(told.said);
      this.version += 1;
      void room.again(only(here.query, VIEW_NAMES).toString());
      return told;
    } catch (error) {
      if (error instanceof Lost) room.lose();
      else if (error instanceof Refused) {
        this.error = { where, said: capital(error.message) };
        room.said = capital(error.message);
      } else throw error;
      return null;
    } finally {
      this.isBusy = false;
    }
  }
}

export const session = new Session();

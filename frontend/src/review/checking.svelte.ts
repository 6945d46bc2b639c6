// What does not agree with a form as it is mended; nothing is entered by asking that.

import { Lost, Refused } from "../api/client";
import { checkForm } from "../api/review";
import type { CheckedForm, Form, Item } from "../api/documents";
import { room } from "../state/room.svelte";
import { capital, words } from "../words";
import { resting } from "./resting";

export type Held = Pick<Item, "unknown_parties" | "disagreements" | "related">;

/** A form of an item as it is mended; after a decision it is another question. */
export interface Mended {
  document: string;
  item: string;
  form: Form;
  version: number;
}

export class Checking {
  /** Whether the form was mended since what is shown was told. */
  isBehind = $state(false);
  error = $state("");
  #told: { item: string; checked: CheckedForm } | null = $state.raw(null);
  readonly #asking = resting<Mended, CheckedForm>(
    ({ document, form }, signal) => checkForm(document, form, signal),
    (checked, { item }) => this.#tell(item, checked),
    (error) => this.#fail(error),
  );

  /** Ask what does not agree with a form; without one, give up what is on its way. */
  ask(mended: Mended | null): void {
    if (mended) {
      this.isBehind = true;
      this.#asking.ask(mended);
      return;
    }
    this.#asking.stop();
    this.isBehind = false;
    this.error = "";
    this.#told = null;
  }

  /** Return what was told of the form of an item, or else what is stored with it. */
  of(item: Item): Held {
    return this.#told?.item === item.id ? this.#told.checked : item;
  }

  #tell(item: string, checked: CheckedForm): void {
    this.isBehind = false;
    this.error = "";
    this.#told = { item, checked };
    if (checked.disagreements.length) room.said = words.review.compare.disagrees;
  }

  #fail(error: unknown): void {
    this.isBehind = false;
    if (error instanceof Lost) room.lose();
    else if (error instanceof Refused) this.error = capital(error.message);
    else throw error;
  }
}

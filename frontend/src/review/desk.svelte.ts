// A document on the desk: what is selected of it, and what is done with that.

import { decisions } from "../api/review";
import type { Decision, Item, ReviewDocument, ReviewQueue } from "../api/documents";
import { here } from "../state/place.svelte";
import { room } from "../state/room.svelte";
import { words } from "../words";
import { Checking, type Mended } from "./checking.svelte";
import { isSame, type Fields } from "./fields";
import { nextItem, nextSentence, selected, selecting, shownOf, type Selected, type Shown } from "./places";
import { session } from "./session.svelte";

const CLOSED: readonly Item["state"][] = ["accepted", "rejected", "split", "merged"];

export class Desk {
  /** Counts what keys did, after which the selected words have the focus. */
  moves = $state(0);
  /** Counts how often the form was gone to. */
  edits = $state(0);
  /** How often it had the focus for that. */
  edited = 0;
  readonly checking = new Checking();
  readonly #queue: () => ReviewQueue;
  readonly #view: () => ReviewDocument;
  readonly view: ReviewDocument = $derived.by(() => this.#view());
  readonly queue: ReviewQueue = $derived.by(() => this.#queue());
  readonly selected: Selected | null = $derived.by(() => selected(this.view, here.query));
  readonly item: Item | null = $derived(this.selected?.kind === "item" ? this.selected.one : null);
  readonly isOpen: boolean = $derived(this.item !== null && !CLOSED.includes(this.item.state));
  readonly canDecide: boolean = $derived(this.queue.may_write && this.isOpen);
  readonly fields: Fields | null = $derived(this.item && (session.mended.get(this.#key(this.item)) ?? this.item.fields));
  readonly isMended: boolean = $derived(this.item !== null && this.fields !== null && !isSame(this.fields, this.item.fields));
  readonly mended: Mended | null = $derived.by(() => {
    const { item, fields } = this;
    if (!item || !fields || !this.isOpen || !this.isMended) return null;
    return { document: this.view.document.id, item: item.id, form: { start: item.start, end: item.end, fields }, version: session.version };
  });
  readonly marked: readonly string[] = $derived(here.query.getAll("marked").filter((id) => this.view.items.some((one) => one.id === id && !CLOSED.includes(one.state))));
  readonly shown: Shown = $derived.by(() => {
    const shown = shownOf(here.query);
    if (shown === "split") return this.canDecide ? shown : "form";
    return shown === "drafts" && this.queue.may_write && this.item?.statement ? shown : "form";
  });

  constructor(queue: () => ReviewQueue, view: () => ReviewDocument) {
    this.#queue = queue;
    this.#view = view;
  }

  /** Let the selected words have the focus. */
  attend(): void {
    this.moves += 1;
  }

  /** Select something; what a key selects is no entry of the history of its own. */
  select(to: Selected | null, show: Shown = "form", { replace = true } = {}): void {
    session.error = null;
    here.go({ query: selecting(here.query, to, show) }, { replace });
  }

  show(show: Shown): void {
    if (show === "split" && !this.canDecide) return;
    if (show === "drafts" && !(this.queue.may_write && this.item?.statement)) return;
    this.select(this.selected, show);
    if (show === "form") this.attend();
  }

  goItem(by: 1 | -1): void {
    this.#go(nextItem(this.view, this.selected, by));
  }

  goSentence(by: 1 | -1): void {
    this.#go(nextSentence(this.view, this.selected, by));
  }

  #go(to: Selected | null): void {
    if (to === null) {
      room.said = words.review.document.noFurther;
      return;
    }
    this.select(to);
    this.attend();
    room.said = this.told(to);
  }

  /** Where what is selected stands among its like. */
  get place(): string {
    return this.selected ? this.#placeOf(this.selected) : "";
  }

  /** Return where something stands, and what was decided on it, as it is spoken. */
  told(to: Selected): string {
    if (to.kind === "sentence") return `${this.#placeOf(to)}.`;
    const warned = to.one.disagreements.length ? ` ${words.review.compare.disagrees}.` : "";
    return `${this.#placeOf(to)}, ${words.review.states[to.one.state]}.${warned}`;
  }

  #placeOf(to: Selected): string {
    const { place, sentence } = words.review.document;
    const { items, sentences } = this.view;
    if (to.kind === "sentence") return sentence(sentences.indexOf(to.one) + 1, sentences.length);
    return place(items.indexOf(to.one) + 1, items.length);
  }

  edit(): void {
    if (this.canDecide) this.edits += 1;
  }

  mend(fields: Fields): void {
    if (this.item) session.mended.set(this.#key(this.item), fields);
  }

  revert(): void {
    if (this.item) session.mended.delete(this.#key(this.item));
  }

  async accept(): Promise<void> {
    const { item, fields } = this;
    if (!item || !this.canDecide) return;
    const mended = this.isMended && fields ? { fields } : {};
    const told = await this.#decide("accept", { items: [item.id], ...mended });
    if (told) session.mended.delete(this.#key(item));
  }

  async reject(): Promise<void> {
    if (this.item && this.canDecide) await this.#decide("reject", { items: [this.item.id] });
  }

  async split(at: number[]): Promise<void> {
    const { item } = this;
    if (!item || at.length === 0) return;
    const told = await this.#decide("split", { items: [item.id], at });
    if (told) this.#show(item.id, told.item);
  }

  mark(): void {
    const { item } = this;
    if (!item || !this.canDecide) return;
    const query = new URLSearchParams(here.query);
    query.delete("marked");
    const others = this.marked.filter((id) => id !== item.id);
    for (const id of this.marked.includes(item.id) ? others : [...others, item.id]) query.append("marked", id);
    here.go({ query }, { replace: true });
  }

  async merge(): Promise<void> {
    const items = this.marked.length < 2 && this.item && this.canDecide ? [...new Set([...this.marked, this.item.id])] : [...this.marked];
    if (items.length === 0) return;
    const told = await this.#decide("merge", { items });
    if (!told) return;
    const query = new URLSearchParams(here.query);
    query.delete("marked");
    here.go({ query }, { replace: true });
    this.#show(this.item?.id ?? null, told.item);
  }

  /** Add a stretch of the text, which waits as an open item, and go to its form; a sentence that is
   * proposed whole is not added once more. */
  async add(start: number, end: number): Promise<void> {
    if (!this.queue.may_write) return;
    const whole = this.view.items.find((one) => one.start === start && one.end === end && !CLOSED.includes(one.state));
    if (whole && this.selected?.kind === "sentence") {
      this.select({ kind: "item", one: whole });
      this.edits += 1;
      return;
    }
    const before = here.query.toString();
    const told = await this.#decide("add", { start, end });
    if (!told?.item || here.query.toString() !== before) return;
    this.#show(null, told.item);
    this.edits += 1;
  }

  async undo(): Promise<void> {
    if (!this.queue.may_write) return;
    const told = await session.undo("item");
    if (told?.document === this.view.document.id && told.item) this.#show(null, told.item);
    this.attend();
  }

  async #decide(action: "accept" | "reject" | "split" | "merge" | "add", more: object): Promise<Decision | null> {
    const told = await session.act("item", (by) => decisions.onItems({ by, document: this.view.document.id, action, ...more }));
    if (told && action !== "add") this.attend(); // of what is added the form has the focus
    return told;
  }

  /** Go to an item that is on its way, unless somebody went elsewhere meanwhile. */
  #show(from: string | null, id: string | null): void {
    if (id === null || (from !== null && here.query.get("item") !== from)) return;
    const query = selecting(here.query, null);
    query.set("item", id);
    here.go({ query }, { replace: true });
  }

  #key(item: Item): string {
    return `${this.view.document.id} ${item.id}`;
  }
}

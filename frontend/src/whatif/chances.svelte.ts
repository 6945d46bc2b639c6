// Chances under switches: from a compiled diagram in the page where one is there, else the server.

import { Lost, Refused } from "../api/client";
import type { ChanceDocument } from "../api/documents";
import type { Job } from "../api/job";
import type { Source } from "../api/source";
import { chances, prepare, type DiagramDocument, type Prepared } from "../engine";
import { withSwitches, type Switches } from "../state/address";
import { room } from "../state/room.svelte";
import type { Chances } from "./answer";
import { evaluated, servedChances } from "./found";
import { isInPage, part } from "./settings";

const DIAGRAMS_KEPT = 4; // a megabyte or more each
const ANSWERS_KEPT = 16;
const FIRST_RUNS = 1 << 13;
const MORE_RUNS = 1 << 19;

interface Compiled {
  document: DiagramDocument;
  prepared: Prepared;
}

interface Served {
  chances: Chances;
  isFinal: boolean;
}

export class ChanceDesk {
  /** Diagrams by the query that they were compiled for; `null` where there is none to be had. */
  #diagrams: ReadonlyMap<string, Compiled | null> = $state.raw(new Map());
  #served: ReadonlyMap<string, Served> = $state.raw(new Map());
  #base: URLSearchParams = $state.raw(new URLSearchParams());
  error: Refused | null = $state.raw(null);
  /** How far a diagram is that is being compiled. */
  job: Job | null = $state.raw(null);
  #epoch = 0;
  #asked = "";
  #abort = new AbortController();

  constructor(readonly source: Source) {}

  /**
   * Ask for what the switches need: a diagram, or chances from the server. The public is given no
   * diagram of a live operation (`isGuarded`).
   */
  ask(base: URLSearchParams, switches: Switches, epoch: number, isGuarded: boolean): void {
    const key = `${withSwitches(base, switches)} ${epoch} ${isGuarded}`;
    if (key === this.#asked) return;
    this.#asked = key;
    this.#base = base;
    this.job = null;
    if (epoch !== this.#epoch) [this.#diagrams, this.#served, this.#epoch] = [new Map(), new Map(), epoch];
    this.#abort.abort();
    this.#abort = new AbortController();
    void this.#load(base, switches, isGuarded, this.#abort.signal);
  }

  isRefining(switches: Switches): boolean {
    return this.inPage(switches) === null && this.#servedFor(switches)?.isFinal === false;
  }

  /** Return the chances that the page itself can work out, at once. */
  inPage(switches: Switches): Chances | null {
    const base = this.#diagrams.get(this.#base.toString());
    if (!base) return null;
    const { changes, compiled } = part(switches, base.document);
    const found = this.#diagrams.get(withSwitches(this.#base, compiled).toString());
    return found ? evaluated(chances(found.prepared, changes)) : null;
  }

  /** Return the chances under switches: current ones, else `null`. */
  now(switches: Switches): Chances | null {
    return this.inPage(switches) ?? this.#servedFor(switches)?.chances ?? null;
  }

  #servedFor(switches: Switches): Served | undefined {
    return this.#served.get(withSwitches(this.#base, switches).toString());
  }

  async #load(base: URLSearchParams, switches: Switches, isGuarded: boolean, signal: AbortSignal): Promise<void> {
    try {
      const stated = isGuarded ? null : await this.#diagram(base, signal);
      if (stated === null) return await this.#serve(withSwitches(base, switches), signal);
      const parted = part(switches, stated.document);
      if (isInPage(parted) || !this.source.hasServer) return;
      const other = await this.#diagram(withSwitches(base, parted.compiled), signal);
      if (other === null) await this.#serve(withSwitches(base, switches), signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Lost) room.lose();
      else if (error instanceof Refused) this.error = error;
      else throw error;
    }
  }

  async #diagram(query: URLSearchParams, signal: AbortSignal): Promise<Compiled | null> {
    const key = query.toString();
    const kept = this.#diagrams.get(key);
    if (kept !== undefined) return kept;
    const document = await this.source.diagram(query, (job) => (this.job = job), signal);
    signal.throwIfAborted();
    this.job = null;
    const found = document && { document, prepared: prepare(document) };
    const base = this.#base.toString();
    const others = [...this.#diagrams].filter(([name]) => name !== key && name !== base).slice(2 - DIAGRAMS_KEPT);
    const first = [...this.#diagrams].filter(([name]) => name === base && name !== key);
    this.#diagrams = new Map([...first, ...others, [key, found]]);
    this.error = null;
    return found;
  }

  /** Ask the server, first for few runs so that it answers at once, then for more. */
  async #serve(query: URLSearchParams, signal: AbortSignal): Promise<void> {
    if (!this.source.hasServer || this.#served.get(query.toString())?.isFinal) return;
    const first = await this.source.chance(query, FIRST_RUNS, signal);
    const isSampled = first.chance.moving_together.method === "sampled";
    this.#tell(query, first, !isSampled, signal);
    if (isSampled) this.#tell(query, await this.source.chance(query, MORE_RUNS, signal), true, signal);
  }

  #tell(query: URLSearchParams, found: ChanceDocument, isFinal: boolean, signal: AbortSignal): void {
    signal.throwIfAborted();
    const key = query.toString();
    const others = [...this.#served].filter(([name]) => name !== key).slice(1 - ANSWERS_KEPT);
    this.#served = new Map([...others, [key, { chances: servedChances(found), isFinal }]]);
    this.error = null;
  }
}

// Chances under switches: from a compiled diagram in the page where one is there, else the server.

import { Lost, Refused } from "../api/client";
import type { ChanceDocument } from "../api/documents";
import type { Source } from "../api/source";
import { chances, prepare, type DiagramDocument, type Prepared } from "../engine";
import { withSwitches, type Switches } from "../state/address";
import { room } from "../state/room.svelte";
import type { Chances } from "./answer";
import { evaluated, servedChances } from "./found";
import { isInPage, part } from "./settings";

const KEPT = 4; // compiled diagrams, a megabyte or more each
const FIRST_RUNS = 1 << 13;
const MORE_RUNS = 1 << 19;

interface Compiled {
  document: DiagramDocument;
  prepared: Prepared;
}

export class ChanceDesk {
  /** Diagrams by the query that they were compiled for; `null` where there is none to be had. */
  #diagrams: ReadonlyMap<string, Compiled | null> = $state.raw(new Map());
  #served: { key: string; chances: Chances; isFinal: boolean } | null = $state.raw(null);
  #base: URLSearchParams = $state.raw(new URLSearchParams());
  error: Refused | null = $state.raw(null);
  #asked = "";
  #abort = new AbortController();

  constructor(readonly source: Source) {}

  /** Ask for what the switches need: a diagram, or chances from the server. */
  ask(base: URLSearchParams, switches: Switches, epoch: number): void {
    const key = `${withSwitches(base, switches)} ${epoch}`;
    if (key === this.#asked) return;
    if (`${base} ${epoch}` !== this.#asked.split(" & ")[0]) this.#diagrams = new Map(this.#diagrams);
    this.#asked = key;
    this.#base = base;
    this.#abort.abort();
    this.#abort = new AbortController();
    void this.#load(base, switches, this.#abort.signal);
  }

  /** Whether the page waits for a diagram or for the server. */
  isWaiting(switches: Switches): boolean {
    return this.inPage(switches) === null && this.#servedFor(switches) === null;
  }

  isRefining(switches: Switches): boolean {
    return this.inPage(switches) === null && this.#servedFor(switches)?.isFinal === false;
  }

  /** Whether a diagram of the question as stated can be had at all. */
  get isTooLarge(): boolean {
    return this.#diagrams.get(this.#base.toString()) === null;
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

  #servedFor(switches: Switches): { chances: Chances; isFinal: boolean } | null {
    return this.#served?.key === withSwitches(this.#base, switches).toString() ? this.#served : null;
  }

  async #load(base: URLSearchParams, switches: Switches, signal: AbortSignal): Promise<void> {
    try {
      const stated = await this.#diagram(base, signal);
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
    const document = await this.source.diagram(query, signal);
    signal.throwIfAborted();
    const found = document && { document, prepared: prepare(document) };
    const base = this.#base.toString();
    const others = [...this.#diagrams].filter(([name]) => name !== base && name !== key).slice(-KEPT + 2);
    const first = this.#diagrams.get(base);
    this.#diagrams = new Map([...(first === undefined ? [] : [[base, first] as const]), ...others, [key, found]]);
    this.error = null;
    return found;
  }

  /** Ask the server, first for few runs so that it answers at once, then for more. */
  async #serve(query: URLSearchParams, signal: AbortSignal): Promise<void> {
    const tell = (found: ChanceDocument, isFinal: boolean) => {
      signal.throwIfAborted();
      this.#served = { key: query.toString(), chances: servedChances(found), isFinal };
      this.error = null;
    };
    const first = await this.source.chance(query, FIRST_RUNS, signal);
    const isSampled = first.chance.moving_together.method === "sampled";
    tell(first, !isSampled);
    if (isSampled) tell(await this.source.chance(query, MORE_RUNS, signal), true);
  }
}


// The what-if as state: documents as they arrive, and the answer under the switches of the address.

import { Lost, Refused } from "../api/client";
import type { Answers, Assessment, OperationAbout } from "../api/documents";
import type { Source } from "../api/source";
import { asked, ASKED_NAMES, NO_SWITCHES, only, readSwitches, VIEW_NAMES, withSwitches, type Switches } from "../state/address";
import { here } from "../state/place.svelte";
import { room } from "../state/room.svelte";
import type { Settings, StructureDocument } from "../engine";
import { answerOf, chancesOf, type Answer, type Chances } from "./answer";
import { ChanceDesk } from "./chances.svelte";
import { Following } from "./following.svelte";
import { logicAnswer } from "./logic";

export class WhatIf {
  readonly source: Source;
  readonly #about: Following<OperationAbout>;
  readonly #stated: Following<Assessment>;
  readonly #structure: Following<StructureDocument | null>;
  readonly #served: Following<Assessment>;
  readonly #answers: Following<Answers>;
  readonly desk: ChanceDesk;

  constructor(source: Source) {
    this.source = source;
    this.#about = new Following((query, signal) => source.about(query, signal));
    this.#stated = new Following((query, signal) => source.assessment(query, signal));
    this.#structure = new Following((query, signal) => source.structure(query, signal));
    this.#served = new Following((query, signal) => source.assessment(query, signal));
    this.#answers = new Following((query, signal) => source.answers(query, signal), 400);
    this.desk = new ChanceDesk(source);
  }

  /** Ask for what the address needs; to be called from an effect. */
  follow(): void {
    const { query } = here;
    this.#about.ask(only(query, VIEW_NAMES), room.epoch);
    this.#stated.ask(only(query, ASKED_NAMES), room.epoch);
    this.#structure.ask(only(query, VIEW_NAMES), room.epoch);
    if (this.isGuarded && this.isSwitched) this.#served.ask(asked(query), room.epoch);
    if (this.source.hasServer) this.#answers.ask(asked(query), room.epoch);
    this.desk.ask(only(query, ASKED_NAMES), this.switches, room.epoch);
  }

  get about(): OperationAbout | null {
    return this.#about.data;
  }

  /** The assessment as everything was stated: names, terms, statements, importance. */
  get stated(): Assessment | null {
    return this.#stated.data;
  }

  get structure(): StructureDocument | null {
    return this.#structure.data;
  }

  /** Whether the page may not have the logic, so that the server answers each flip. */
  get isGuarded(): boolean {
    return this.#structure.isThere && this.#structure.data === null;
  }

  readonly switches: Switches = $derived(readSwitches(here.query));
  readonly isSwitched: boolean = $derived(withSwitches(new URLSearchParams(), this.switches).size > 0);

  settings(switches: Switches): Settings | null {
    const { query } = here;
    const document = this.structure;
    if (document === null) return null;
    return {
      firm: query.get("firm") ?? document.firm,
      requirement: query.get("requirement") ?? document.requirement,
      ...switches,
    };
  }

  /** The answer as everything was stated. */
  readonly before: Answer | null = $derived(this.#logic(NO_SWITCHES) ?? (this.stated && answerOf(this.stated)));

  /** The answer under the switches of the address. */
  readonly now: Answer | null = $derived.by(() => {
    if (!this.isSwitched) return this.before;
    const served = this.#served.isCurrent ? this.#served.data : null;
    return this.#logic(this.switches) ?? (served && answerOf(served)) ?? this.before;
  });

  readonly chancesBefore: Chances | null = $derived.by(
    () => this.desk.inPage(NO_SWITCHES) ?? (this.stated && chancesOf(this.stated)),
  );

  readonly chances: Chances | null = $derived.by(() => (this.isSwitched ? this.desk.now(this.switches) : this.chancesBefore));

  /** Return the logic under some switches, if the page may work it out. */
  logic(switches: Switches): Answer | null {
    return this.#logic(switches);
  }

  #logic(switches: Switches): Answer | null {
    const settings = this.settings(switches);
    return settings && this.structure ? logicAnswer(this.structure, settings) : null;
  }

  /** The brief's sentences for these switches; those of other switches until they arrive. */
  get answers(): Answers | null {
    return this.#answers.data;
  }

  get isRewriting(): boolean {
    return !this.#answers.isCurrent;
  }

  /** The first mistake that the server named, if any. */
  get trouble(): Error | null {
    return [this.#stated, this.#structure, this.#about].map((one) => one.error).find((one) => one !== null) ?? this.desk.error;
  }
}

export function isServersFault(error: unknown): error is Refused | Lost {
  return error instanceof Refused || error instanceof Lost;
}

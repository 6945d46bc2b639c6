// The what-if as state: documents as they arrive, and the answer under the switches of the address.

import type { Answers, Assessment, OperationAbout, OnRecord } from "../api/documents";
import type { Source } from "../api/source";
import { CannotEvaluate, type Settings, type StructureDocument } from "../engine";
import { asked, ASKED_NAMES, countSwitches, NO_SWITCHES, only, readSwitches, VIEW_NAMES, type Switches } from "../state/address";
import { here } from "../state/place.svelte";
import { room } from "../state/room.svelte";
import { answerOf, chancesOf, type Answer, type Chances } from "./answer";
import { ChanceDesk } from "./chances.svelte";
import { Following } from "../state/following.svelte";
import { logicAnswer } from "./logic";

/** From so many contributions on, an assessment takes long and is only made when asked for. */
const LARGE = 400;
const REST_MS = 400;

export class WhatIf {
  readonly source: Source;
  readonly desk: ChanceDesk;
  readonly #about: Following<OperationAbout>;
  readonly #record: Following<OnRecord>;
  readonly #stated: Following<Assessment>;
  readonly #structure: Following<StructureDocument>;
  readonly #served: Following<Assessment>;
  readonly #answers: Following<Answers>;

  constructor(source: Source) {
    this.source = source;
    this.desk = new ChanceDesk(source);
    this.#about = new Following((query, signal) => source.about(query, signal));
    this.#record = new Following((query, signal) => source.record(query, signal));
    this.#stated = new Following((query, signal) => source.assessment(query, signal));
    this.#structure = new Following((query, signal) => source.structure(query, signal));
    this.#served = new Following((query, signal) => source.assessment(query, signal));
    this.#answers = new Following((query, signal) => source.answers(query, signal), REST_MS);
  }

  /** Ask for what the address needs; to be called from an effect. */
  follow(): void {
    const { query } = here;
    const view = only(query, VIEW_NAMES);
    const question = only(query, ASKED_NAMES);
    this.#about.ask(view);
    this.#record.ask(question);
    if (this.about === null) return;
    if (!this.isGuarded) this.#structure.ask(view);
    this.desk.ask(question, this.switches, room.epoch, this.isGuarded);
    if (this.record === null || this.isLarge) return;
    this.#stated.ask(question);
    if (this.isGuarded && this.isSwitched) this.#served.ask(asked(query));
    if (this.source.hasServer) this.#answers.ask(asked(query));
  }

  get about(): OperationAbout | null {
    return this.#about.data;
  }

  /** What is on record: names, terms, statements. */
  get record(): OnRecord | null {
    return this.#record.data;
  }

  /** The assessment as everything was stated: what hangs on what, importance, sets. */
  get stated(): Assessment | null {
    return this.#stated.data;
  }

  get structure(): StructureDocument | null {
    return this.#structure.data;
  }

  get isLarge(): boolean {
    return (this.record?.offers.length ?? 0) > LARGE;
  }

  /** Whether the page may not have the logic, so that the server answers each flip. */
  get isGuarded(): boolean {
    return this.about?.is_discreet ?? false;
  }

  readonly switches: Switches = $derived(readSwitches(here.query));
  readonly isSwitched: boolean = $derived(countSwitches(this.switches) > 0);

  /** Return how the logic is asked under some switches, once it is there. */
  settings(switches: Switches): Settings | null {
    const { structure: document } = this;
    if (document === null) return null;
    const { query } = here;
    const requirement = query.get("requirement") ?? document.requirement;
    return { firm: query.get("firm") ?? document.firm, requirement, ...switches };
  }

  /** Return the logic under some switches, if the page may work it out. */
  logic(switches: Switches): Answer | null {
    const found = this.#logic(switches);
    return found instanceof CannotEvaluate ? null : found;
  }

  #logic(switches: Switches): Answer | CannotEvaluate | null {
    const settings = this.settings(switches);
    return settings && this.structure ? logicAnswer(this.structure, settings) : null;
  }

  readonly #found: Answer | CannotEvaluate | null = $derived(this.#logic(this.switches));

  /** The answer as everything was stated. */
  readonly before: Answer | null = $derived(this.logic(NO_SWITCHES) ?? (this.stated && answerOf(this.stated)));

  /** The answer under the switches of the address; what cannot be worked out yet is the last one. */
  readonly now: Answer | null = $derived.by(() => {
    if (!this.isSwitched) return this.before;
    const served = this.#served.isCurrent ? this.#served.data : null;
    const found = this.#found instanceof CannotEvaluate ? null : this.#found;
    return found ?? (served && answerOf(served)) ?? this.before;
  });

  /** Whether what is shown is not yet of these switches: the server is still asked. */
  readonly isOld: boolean = $derived.by(() => this.isGuarded && this.isSwitched && !this.#served.isCurrent);

  readonly chancesBefore: Chances | null = $derived.by(
    () => this.desk.now(NO_SWITCHES) ?? (this.stated && chancesOf(this.stated)),
  );

  readonly chances: Chances | null = $derived.by(() => (this.isSwitched ? this.desk.now(this.switches) : this.chancesBefore));

  /** The brief's sentences for these switches; those of other switches until they arrive. */
  get answers(): Answers | null {
    return this.#answers.data;
  }

  get isRewriting(): boolean {
    return !this.#answers.isCurrent;
  }

  /** The first mistake in what is asked, if any. */
  get trouble(): Error | null {
    if (this.#found instanceof CannotEvaluate && this.#found.kind === "UnknownId") return this.#found;
    const errors = [this.#record, this.#structure, this.#about, this.#stated].map((one) => one.error);
    return errors.find((error) => error !== null) ?? this.desk.error;
  }
}

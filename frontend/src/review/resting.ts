// A question that is asked once it has rested; an answer to what is no longer asked is dropped.

export interface Resting<Asked> {
  /** Ask, unless it is asked already; what was asked before is given up. */
  ask(asked: Asked): void;
  stop(): void;
}

/**
 * Return what asks a question that may change faster than it is answered.
 *
 * @param answer Asks it.
 * @param tell Is told each answer that is still waited for.
 * @param fail Is told why there is none.
 */
export function resting<Asked, Told>(
  answer: (asked: Asked, signal: AbortSignal) => Promise<Told>,
  tell: (told: Told, asked: Asked) => void,
  fail: (error: unknown) => void,
  restMs = 300,
): Resting<Asked> {
  let last: string | null = null;
  let abort = new AbortController();

  async function load(asked: Asked, { signal }: AbortController): Promise<void> {
    if (signal.aborted) return;
    try {
      const told = await answer(asked, signal);
      if (!signal.aborted) tell(told, asked);
    } catch (error) {
      if (!signal.aborted) fail(error);
    }
  }
  return {
    ask(asked) {
      const key = JSON.stringify(asked);
      if (key === last) return;
      last = key;
      abort.abort();
      const own = (abort = new AbortController());
      setTimeout(() => void load(asked, own), restMs);
    },
    stop() {
      last = null;
      abort.abort();
    },
  };
}

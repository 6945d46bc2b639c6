// A question that changes faster than it is answered: only its last form is asked and told.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resting } from "../../src/review/resting";

describe("a question", () => {
  const asked: string[] = [];
  const told: string[] = [];
  const failed: unknown[] = [];
  const answers = new Map<string, (told: string) => void>();
  const asking = resting<string, string>(
    (question) => {
      asked.push(question);
      if (question === "wrong") return Promise.reject(new Error("refused"));
      return new Promise((tell) => answers.set(question, tell));
    },
    (answer) => told.push(answer),
    (error) => failed.push(error),
  );
  const rest = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    vi.useFakeTimers();
    asking.stop();
    for (const one of [asked, told, failed]) one.length = 0;
  });
  afterEach(() => void vi.useRealTimers());

  it("is asked once it has rested, and once only", async () => {
    for (const one of ["a", "ab", "abc", "abc"]) {
      asking.ask(one);
      await rest(100);
    }
    expect(asked).toEqual([]);
    await rest(200);
    asking.ask("abc");
    await rest(1000);
    expect(asked).toEqual(["abc"]);
  });

  it("drops what is told too late", async () => {
    asking.ask("old");
    await rest(300);
    asking.ask("new");
    await rest(300);
    answers.get("new")!("to the new");
    answers.get("old")!("to the old");
    await rest(0);
    expect(told).toEqual(["to the new"]);
  });

  it("drops everything once it is stopped, and may be asked again", async () => {
    asking.ask("a");
    await rest(300);
    asking.stop();
    answers.get("a")!("late");
    asking.ask("b");
    asking.stop();
    await rest(1000);
    expect([asked, told]).toEqual([["a"], []]);
    asking.ask("a");
    await rest(300);
    expect(asked).toEqual(["a", "a"]);
  });

  it("tells why it is not answered", async () => {
    asking.ask("wrong");
    await rest(300);
    expect(failed).toEqual([new Error("refused")]);
  });
});

/** What the engine refuses, in one sentence; `kind` is the word that the server uses for it. */
export class CannotEvaluate extends Error {
  constructor(
    readonly kind: "TooLarge" | "UnknownId" | "Unreadable" | "BadChance",
    message: string,
  ) {
    super(message);
    this.name = "CannotEvaluate";
  }
}

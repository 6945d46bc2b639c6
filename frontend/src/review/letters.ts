// Places in a text count Unicode characters, as the server does; a string here counts UTF-16 units,
// of which a character such as an emoji takes two.

const BEYOND = /[\ud800-\udbff][\udc00-\udfff]/;

/** A text that is read by places counted in characters. */
export class Letters {
  readonly length: number;
  readonly #units: Uint32Array | null;

  constructor(readonly text: string) {
    this.#units = BEYOND.test(text) ? begins(text) : null;
    this.length = this.#units ? this.#units.length - 1 : text.length;
  }

  /** Return what stands between two places. */
  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }

  /** Return the UTF-16 unit at which a place begins. */
  unit(place: number): number {
    const within = Math.min(Math.max(place, 0), this.length);
    return this.#units?.[within] ?? within;
  }
}

/** Return how many characters a string has. */
export function countLetters(text: string): number {
  let letters = text.length;
  for (const _ of text.matchAll(new RegExp(BEYOND, "g"))) letters -= 1;
  return letters;
}

/** Return where each character begins, and at last where the text ends. */
function begins(text: string): Uint32Array {
  const found = new Uint32Array(countLetters(text) + 1);
  let unit = 0;
  for (let place = 0; place < found.length; place++) {
    found[place] = unit;
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}

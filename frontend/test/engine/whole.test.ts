import { expect, test } from "vitest";
import { whole, wholeReaching } from "../../src/engine/whole";

test("an amount is a whole number of small units, whatever the binary number next to it", () => {
  expect(1.15 * 100).not.toBe(115);
  expect(whole(1.15, 100)).toBe(115);
  expect(whole(2.3, 100)).toBe(230);
});

test("what nothing bounds is enough for any need", () => {
  expect(whole(null, 10)).toBe(Infinity);
});

test("a need is reached by the least whole number that is no less", () => {
  expect(wholeReaching(1.1, 10)).toBe(11);
  expect(wholeReaching(1.01, 10)).toBe(11);
  expect(wholeReaching(1.000001, 1)).toBe(2);
  expect(wholeReaching(3, 4)).toBe(12);
  expect(wholeReaching(0, 7)).toBe(0);
});

test("numbers that are written with an exponent are read as such", () => {
  expect(wholeReaching(1e-7, 10)).toBe(1);
  expect(wholeReaching(1.5e21, 1)).toBe(1.5e21);
});

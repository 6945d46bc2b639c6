import { expect, test } from "vitest";
import { amountReaches, countReaches, lowest } from "../../src/engine/sums";

const MEMBERS = Int32Array.of(0, 1, 2);
const NONE = new Uint8Array(3);

test("two of three hold in the cases in which two bits are set", () => {
  const masks = Int32Array.of(0b0111, 0b0110, 0b1100);

  expect(countReaches(MEMBERS, masks, 2, 0b1111)).toBe(0b0110);
  expect(countReaches(MEMBERS, masks, 3, 0b1111)).toBe(0b0100);
  expect(countReaches(MEMBERS, masks, 0, 0b1111)).toBe(0b1111);
});

test("what holds everywhere counts everywhere", () => {
  const masks = Int32Array.of(0b11, 0b11, 0b01);

  expect(countReaches(MEMBERS, masks, 3, 0b11)).toBe(0b01);
  expect(countReaches(MEMBERS, masks, 2, 0b11)).toBe(0b11);
});

test("all 32 cases are looked at, the last bit of a word too", () => {
  const masks = Int32Array.of(-1, 1 << 31, 0);

  expect(countReaches(MEMBERS, masks, 2, -1)).toBe(1 << 31);
  expect(lowest(1 << 31)).toBe(31);
});

test("amounts are added case by case, and one without bound is enough", () => {
  const masks = Int32Array.of(0b011, 0b110, 0b100);
  const amounts = Float64Array.of(3, 2, Infinity);

  expect(amountReaches(MEMBERS, masks, amounts, NONE, 5, 0b111)).toBe(0b110);
  expect(amountReaches(MEMBERS, masks, amounts, NONE, 3, 0b111)).toBe(0b111);
});

test("what is counted elsewhere is left out", () => {
  const masks = Int32Array.of(1, 1, 0);
  const amounts = Float64Array.of(3, 2, 1);

  expect(amountReaches(MEMBERS, masks, amounts, Uint8Array.of(0, 1, 0), 5, 1)).toBe(0);
  expect(amountReaches(MEMBERS, masks, amounts, NONE, 5, 1)).toBe(1);
});

test("a need of nothing is reached by nothing", () => {
  expect(amountReaches(Int32Array.of(), Int32Array.of(), Float64Array.of(), NONE, 0, 0b11)).toBe(0b11);
});

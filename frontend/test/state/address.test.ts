// The address is the state: what is read from it is what was written to it.

import { describe, expect, it } from "vitest";
import {
  asked,
  countSwitches,
  NO_SWITCHES,
  readable,
  readPlace,
  readSwitches,
  setOne,
  setParameter,
  settingOf,
  withSwitches,
  writePlace,
} from "../../src/state/address";

describe("places", () => {
  it("reads a screen, its thing and the query", () => {
    const place = readPlace("/evidence/GBR-1", "?as_known_on=2025-03-01");
    expect([place.screen, place.item, place.query.get("as_known_on")]).toEqual(["evidence", "GBR-1", "2025-03-01"]);
  });

  it("goes to the what-if where an address names no screen", () => {
    expect(readPlace("/", "").screen).toBe("what-if");
    expect(readPlace("/nothing/such/place", "").screen).toBe("what-if");
  });

  it("survives an address that somebody mistyped", () => {
    expect(readPlace("/party/%E0%A4%A", "").item).toBe("%E0%A4%A");
  });

  it("writes what it reads", () => {
    const address = "/ledger/a%2Fb?firm=pledged&suppose=us_backstop=false";
    const [path = "", search = ""] = address.split("?");
    expect(writePlace(readPlace(path, search))).toBe(address);
  });

  it("keeps = , : and ~ readable in values", () => {
    expect(readable(new URLSearchParams([["scenario", "A, b~others:3"]]))).toBe("scenario=A,+b~others:3");
  });
});

describe("switches", () => {
  it("reads them in the words of the command line; the last one on an id counts", () => {
    const query = new URLSearchParams("suppose=a=false&suppose=a=true&decides=DEU&decides=DEU&parameter=others=2.5");
    expect(readSwitches(query)).toEqual({ suppose: { a: true }, decides: ["DEU"], parameters: { others: 2.5 } });
  });

  it("leaves out what cannot be read", () => {
    expect(readSwitches(new URLSearchParams("suppose=a&suppose=b=maybe&parameter=x=&parameter=y=z"))).toEqual(NO_SWITCHES);
  });

  it("sets one thing and nothing else", () => {
    const before = { suppose: { a: true, b: false }, decides: ["DEU"], parameters: {} };
    expect(setOne(before, "DEU", "false")).toEqual({ suppose: { a: true, b: false, DEU: false }, decides: [], parameters: {} });
    expect(setOne(before, "a", "as stated").suppose).toEqual({ b: false });
    expect(settingOf(setOne(before, "FRA", "decides"), "FRA")).toBe("decides");
    expect(before.decides).toEqual(["DEU"]);
  });

  it("counts them, and takes a parameter back", () => {
    const set = setParameter({ ...NO_SWITCHES, suppose: { a: true } }, "others", 3);
    expect(countSwitches(set)).toBe(2);
    expect(countSwitches(setParameter(set, "others", null))).toBe(1);
  });

  it("keeps the rest of the query", () => {
    const query = new URLSearchParams("tab=breaks&suppose=a=true&sort=-lost");
    expect(withSwitches(query, NO_SWITCHES).toString()).toBe("tab=breaks&sort=-lost");
  });

  it("asks the API in one order, without what is the page's own", () => {
    const query = new URLSearchParams("tab=breaks&suppose=a=true&firm=pledged&as_known_on=2025-03-01&select=a");
    expect(readable(asked(query))).toBe("as_known_on=2025-03-01&firm=pledged&suppose=a=true");
  });
});

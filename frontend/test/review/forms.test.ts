// The forms of the queue: what is mended is sent, and what a form does not show stays as it was.

import { describe, expect, it } from "vitest";
import type { Counted, StatementRow } from "../../src/api/documents";
import { isSame, partyOf, withOwn, type Fields } from "../../src/review/fields";
import { countsOf, listedDocuments, titleOf } from "../../src/review/listing";
import { base64, bytesOf } from "../../src/review/sending";
import { blank, draftOf, formOf, quantityOf, sayQuantity, told, type Draft } from "../../src/review/steps";
import { sayMoment } from "../../src/words";

const PARTIES = [
  { code: "ALF", name: "Alfland" },
  { code: "BRA", name: "Bravia" },
  { code: "BRE", name: "Brenland" },
];

describe("a form", () => {
  const fields = { speaker: "A", speaker_party: ["ALF"], firmness: null, quantity: "" } as unknown as Fields;

  it("is the same until something of it is mended", () => {
    expect(isSame(fields, { ...fields, speaker_party: ["ALF"] })).toBe(true);
    expect(isSame(fields, { ...fields, speaker_party: ["ALF", "BRA"] })).toBe(false);
    expect(isSame(fields, { ...fields, firmness: "pledged" })).toBe(false);
  });

  it("knows a party by code or name, in full or as it begins", () => {
    expect(["alf", "Bravia", "BRA Bravia", "brav", "alfl"].map((text) => partyOf(text, PARTIES))).toEqual(["ALF", "BRA", "BRA", "BRA", "ALF"]);
    expect(["br", "", "XYZ"].map((text) => partyOf(text, PARTIES))).toEqual([null, null, null]);
  });

  it("shows what is in no list, too", () => {
    expect([withOwn(["a"], "b"), withOwn(["a"], "a"), withOwn(["a"], null)]).toEqual([["a", "b"], ["a"], ["a"]]);
  });
});

describe("a step", () => {
  const step: Draft = {
    kind: "step",
    of: "alf-troops",
    title: "",
    why: "",
    content: { since: "2025-03-14", firmness: "pledged", quantity: { low: 500, high: 600 }, terms: [{ if: "backstop", basis: "stated", evidence: ["S-1"] }], releasable_to: ["inner"], evidence: ["S-1"] },
  };

  it("comes back from its form as it went in", () => {
    expect(draftOf(step, formOf(step))).toEqual(step);
  });

  it("is mended in its form; what the form does not show stays", () => {
    const mended = draftOf(step, { ...formOf(step), quantity: "undisclosed", term: "", note: "Why" });
    expect(mended.content).toEqual({ since: "2025-03-14", firmness: "pledged", quantity: "undisclosed", releasable_to: ["inner"], evidence: ["S-1"], note: "Why" });
    const bounded = { ...step, content: { ...step.content, quantity: { undisclosed: { at_least: 5 } } } };
    expect(draftOf(bounded, formOf(bounded)).content.quantity).toEqual({ undisclosed: { at_least: 5 } });
  });

  it("gives a term that is written by hand the statement as its evidence", () => {
    const plain = { ...step, content: { since: "2025-03-14", firmness: "pledged", evidence: ["S-1"] } };
    const mended = draftOf(plain, { ...formOf(plain), term: "un_mandate", basis: "stated" });
    expect(mended.content.terms).toEqual([{ if: "un_mandate", basis: "stated", evidence: ["S-1"] }]);
  });

  it("of a new contribution stands within it, under the id of the form", () => {
    const said = { id: "S-1", published_on: "2025-03-14", firmness: "pledged", about: ["BRA"], speaker_parties: ["ALF"] } as unknown as StatementRow;
    const [, contribution, record] = blank(said, { step: "", contribution: "", record: "" });
    const taken = draftOf(contribution!, { ...formOf(contribution!), of: "bra-air", capability: "airlift", unit: "aircraft", quantity: "4" });
    expect(taken.of).toBe("bra-air");
    expect(taken.content).toEqual({ id: "bra-air", party: "BRA", capability: "airlift", unit: "aircraft", steps: [{ since: "2025-03-14", firmness: "pledged", quantity: 4, evidence: ["S-1"] }] });
    expect(draftOf(record!, { ...formOf(record!), of: "backstop", degree: "open" }).content).toEqual({ since: "2025-03-14", is: "open", evidence: ["S-1"] });
  });

  it("of a record keeps the key of the folder", () => {
    const record: Draft = { kind: "record", of: "ceasefire", title: "", why: "", content: { since: "2025-03-14", is: "open", evidence: ["S-1"] } };
    expect(draftOf(record, { ...formOf(record), degree: "refused" }).content).toEqual({ since: "2025-03-14", is: "refused", evidence: ["S-1"] });
  });

  it("that awaits another person is read in full, also what no form shows", () => {
    const bounded = { ...step, content: { ...step.content, quantity: { undisclosed: { at_least: 5 } } } };
    expect(told(bounded)).toEqual([
      ["Contribution", "alf-troops"],
      ["Since", "14 Mar 2025"],
      ["Firmness", "pledged"],
      ["How much", "undisclosed at least 5"],
      ["On which term", "if backstop, basis stated, evidence S-1"],
      ["May be shown to", "inner"],
      ["Evidence", "S-1"],
    ]);
    const offer: Draft = { kind: "contribution", of: "bra-air", title: "", why: "", content: { id: "bra-air", party: "BRA", capability: "airlift", steps: [{ since: "2025-03-14", quantity: { low: 1, high: 2 } }] } };
    expect(told(offer).map(([, value]) => value)).toEqual(["bra-air", "14 Mar 2025", "1-2", "BRA", "airlift"]);
  });

  it("names how much in figures, from low to high, or in a word", () => {
    expect(["9,000", "8000-9000", "2.5", "undisclosed", " "].map(quantityOf)).toEqual([9000, { low: 8000, high: 9000 }, 2.5, "undisclosed", undefined]);
    expect([sayQuantity({ low: 1, high: 2 }), sayQuantity(5), sayQuantity(undefined)]).toEqual(["1-2", "5", ""]);
  });
});

describe("documents", () => {
  const row = (id: string, more: Partial<Counted> = {}) => ({ id, title: "", read_from: `${id}.txt`, site: "", source: "", published_on: "2025-03-14", open: 0, awaiting: 0, ...more }) as Counted;
  const rows = [row("a", { title: "Bravia speaks" }), row("b", { open: 2 }), row("c", { published_on: null })];

  it("are narrowed by words and by what waits", () => {
    expect(listedDocuments(rows, "speaks BRAVIA", "all").map((one) => one.id)).toEqual(["a"]);
    expect(listedDocuments(rows, "", "waiting").map((one) => one.id)).toEqual(["b", "c"]);
    expect(rows.map(titleOf)).toEqual(["Bravia speaks", "b.txt", "c.txt"]);
  });

  it("that nobody read yet wait", () => {
    const unread = row("d", { open: null, accepted: 1 });
    expect(listedDocuments([rows[0]!, unread], "", "waiting")).toEqual([unread]);
    expect(countsOf(unread)).toEqual([["accepted", 1]]);
    expect(countsOf(row("e", { open: 0 }))).toEqual([]);
  });

  it("are sent as their bytes", async () => {
    const text = "Zoë 😀 ".repeat(20_000);
    expect(base64(await bytesOf(text))).toBe(Buffer.from(text, "utf-8").toString("base64"));
  });
});

it("says a moment in UTC", () => {
  expect(sayMoment("2025-03-13T09:05:59.1+00:00")).toBe("13 Mar 2025, 09:05 UTC");
  expect(sayMoment("then")).toBe("then");
});

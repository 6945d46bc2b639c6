// The what-if inside a brief that is one file: the same screen, its documents in the file itself.

import { mount } from "svelte";
import type { Assessment, OperationAbout } from "./api/documents";
import type { Source } from "./api/source";
import type { DiagramDocument, StructureDocument } from "./engine";
import { here, SINGLE_DATA } from "./state/place.svelte";
import WhatIf from "./whatif/Screen.svelte";
import "./styles/base.css";
import "./styles/single.css";

/** What the file holds, compressed, as text. */
interface Inlined {
  about: OperationAbout;
  assessment: Assessment;
  structure: StructureDocument;
  diagram: DiagramDocument | null;
  /** What the brief around it supposes, under the names of an address. */
  switches: [string, string][];
}

async function read(text: string): Promise<Inlined> {
  const bytes = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(stream).json()) as Inlined;
}

function inlined(found: Inlined): Source {
  const none = () => Promise.reject(new Error("this needs the room itself: guarantor serve"));
  return {
    hasServer: false,
    about: () => Promise.resolve(found.about),
    record: () => Promise.resolve({ ...found.assessment, schema: "guarantor/record/1", marking: found.about.marking }),
    assessment: () => Promise.resolve(found.assessment),
    assessed: none,
    structure: () => Promise.resolve(found.structure),
    diagram: () => Promise.resolve(found.diagram),
    chance: none,
    answers: none,
    breaks: none,
    asks: none,
    link: (kind, id) => (kind === "evidence" ? `#s-${encodeURIComponent(id)}` : "#what-if"),
  };
}

const place = document.getElementById("what-if");
const data = document.getElementById(SINGLE_DATA);
if (place && data) {
  void read(data.textContent ?? "").then((found) => {
    place.replaceChildren();
    if (!location.hash.startsWith("#?") && found.switches.length) here.go({ query: new URLSearchParams(found.switches) }, { replace: true });
    mount(WhatIf, { target: place, props: { source: inlined(found) } });
  });
}

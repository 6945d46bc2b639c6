// Where one is, as state that components read; every change is one entry of the browser's history.

import { readPlace, readable, writePlace, type Place } from "./address";

/** The element that holds the documents of a brief that is one file. */
export const SINGLE_DATA = "what-if-data";

/** Keeps the state in the address of a page that a server answers, or behind the `#` of a file. */
class Here {
  readonly isFile = document.getElementById(SINGLE_DATA) !== null;
  #place: Place = $state.raw(this.#read());

  constructor() {
    addEventListener("popstate", () => (this.#place = this.#read()));
  }

  get place(): Place {
    return this.#place;
  }

  get query(): URLSearchParams {
    return this.#place.query;
  }

  /** Go somewhere; `replace` puts it in the place of where one is, as while a slider moves. */
  go(next: Partial<Place>, { replace = false } = {}): void {
    const place = { ...this.#place, ...next };
    const address = this.isFile ? `#?${readable(place.query)}` : writePlace(place);
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.#place = place;
  }

  #read(): Place {
    if (!this.isFile) return readPlace(location.pathname, location.search);
    const { hash } = location;
    // A link to a source in the same file is no change of state.
    const kept = hash === "" || hash.startsWith("#?") ? hash.slice(2) : (this.#place?.query.toString() ?? "");
    return readPlace("/what-if", kept);
  }
}

export const here = new Here();

/** Follow a link inside the room without loading the page anew, unless another tab was asked for. */
export function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest("a");
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
  const place = readPlace(link.pathname, link.search);
  if (link.pathname !== "/" && !link.pathname.startsWith(`/${place.screen}`)) return; // data, not a page
  if (/\.[a-z]+$/.test(link.pathname)) return;
  event.preventDefault();
  here.go(place);
  if (!link.hash) scrollTo(0, 0);
}

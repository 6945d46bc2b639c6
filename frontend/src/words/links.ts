// Where something stands, and whether that leads anywhere.

/** Tell whether an address may become a link: only what leads to a page of the web. */
export function isLink(address: string): boolean {
  return /^https?:\/\//.test(address);
}

// A document on its way to be received: its bytes as base64.

const AT_ONCE = 0x8000;

/** Return bytes as base64. */
export function base64(bytes: Uint8Array): string {
  let told = "";
  for (let at = 0; at < bytes.length; at += AT_ONCE) told += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(told);
}

/** Return the bytes of a file, or of words that were pasted. */
export async function bytesOf(from: File | string): Promise<Uint8Array> {
  return typeof from === "string" ? new TextEncoder().encode(from) : new Uint8Array(await from.arrayBuffer());
}

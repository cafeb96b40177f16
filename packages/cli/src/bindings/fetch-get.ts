// `fetch` → what the HTTP provider asks with: no redirects, a limit on what is read, and an end when nobody waits any longer.
import type { HttpGet, Wait } from '@fairlead/runtime/enrich';

/** As the global one; tests give their own. */
export type Fetch = typeof globalThis.fetch;

/** Gets addresses by `fetch`. */
export function fetchGet(fetch: Fetch): HttpGet {
  return async ({ url, headers, maxBytes, stop }) => {
    const abort = new AbortController();
    const forget = stop.onStop(() => abort.abort());
    try {
      // A redirect could carry the headers, with the secret in them, to another host.
      const init = {
        headers: { accept: 'application/json', ...headers },
        redirect: 'manual',
        signal: abort.signal,
      } as const;
      const response = await fetch(url, init);
      const text = await textOf(response, maxBytes);
      const retryAfter = response.headers.get('retry-after');
      return { status: response.status, text, ...(retryAfter === null ? {} : { retryAfter }) };
    } finally {
      forget();
    }
  };
}

/** Undefined where there is more than so many bytes; the rest is not read. */
async function textOf(response: Response, maxBytes: number): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    // Whoever leaves the loop closes the connection.
    if (bytes > maxBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Waits on the real clock. */
export const waitReally: Wait = (ms, stop) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.onStop(() => {
      clearTimeout(timer);
      resolve();
    });
  });

import type { z } from 'zod';

/** Milliseconds that an answer may take, and bytes that it may have. */
const longest = 5_000;
const largest = 256_000;

/** Fetches something of this shape. Rejects when it is not there in time, too large, or not of the shape. */
export type FetchJson = <Shape extends z.ZodType>(address: string, shape: Shape) => Promise<z.output<Shape>>;

/** Fetches from an address that the settings lead to, and from nowhere that it redirects to. */
const fetchJson: FetchJson = async (address, shape) => {
  const signal = AbortSignal.timeout(longest);
  const response = await fetch(address, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  if (response.status !== 200) throw new Error(`${address} answers ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop ends the transfer.
    if (size > largest) throw new Error(`${address} answers more than ${largest} bytes`);
    chunks.push(chunk);
  }
  return shape.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
};

/** Fetches, but does not ask again for a while where it has just failed: it fails at once, for the same reason. */
export function fetchWithRest(restMs: number): FetchJson {
  const failures = new Map<string, { at: number; error: unknown }>();
  return async (address, shape) => {
    const failure = failures.get(address);
    if (failure && performance.now() - failure.at < restMs) throw failure.error;
    failures.delete(address);
    try {
      return await fetchJson(address, shape);
    } catch (error) {
      failures.set(address, { at: performance.now(), error });
      throw error;
    }
  };
}

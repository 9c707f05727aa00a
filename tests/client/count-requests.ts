import { onTestFinished } from 'vitest';

/** Counts what the page asks the server from now on, until the test ends. Answers the addresses so far. */
export function countRequests(): () => string[] {
  const { fetch } = globalThis;
  const addresses: string[] = [];
  globalThis.fetch = (input, init) => {
    addresses.push(input instanceof Request ? input.url : input.toString());
    return fetch(input, init);
  };
  onTestFinished(() => {
    globalThis.fetch = fetch;
  });
  return () => [...addresses];
}

import { addressHere } from './data-set.ts';

/** How a request of the page gets its response: what is asked for, and what is sent beside the address. */
export type Transport = (address: string, sent: RequestInit) => Promise<Response>;

/** To the server that the page came from, and to the data set that the page is of. */
export const overHttp: Transport = (address, sent) => fetch(addressHere(address), sent);

let transport = overHttp;

/** From now on requests go this way, and not over HTTP to the server that the page came from. */
export function sendBy(other: Transport): void {
  transport = other;
}

/** Whether there is a server, which can do more than answer the named queries: without one, the page offers less. */
export const hasServer = (): boolean => transport === overHttp;

/** Sends a request. Rejects as `fetch` does. */
export const send: Transport = (address, sent) => transport(address, sent);

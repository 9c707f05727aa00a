import { addressHere } from './data-set.ts';

/** How a request of the page gets its response: what is asked for, and what is sent beside the address. */
export type Transport = (address: string, sent: RequestInit) => Promise<Response>;

/** To the server that the page came from, and to the data set that the page is of. */
export const overHttp: Transport = (address, sent) => fetch(addressHere(address), sent);

let transport = overHttp;
let isServerRead = true;

/**
 * From now on requests go this way, and not just as they are to the server that the page came from.
 * @param readsServer whether those that only read still reach it
 */
export function sendBy(other: Transport, { readsServer = other === overHttp } = {}): void {
  transport = other;
  isServerRead = readsServer;
}

/** Whether there is a server, which can do more than answer the named queries: without one, the page offers less. */
export const hasServer = (): boolean => transport === overHttp;

/** Whether there is a server to read from, if for nothing else: so it is in a frame of another page. */
export const canReadServer = (): boolean => isServerRead;

/** Sends a request. Rejects as `fetch` does. */
export const send: Transport = (address, sent) => transport(address, sent);

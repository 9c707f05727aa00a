/**
 * A new id: 32 hexadecimal digits that no other page has thought of. `crypto.randomUUID` would do, but browsers have it
 * over https and on the machine itself only, and the page is served over plain http in many a local network.
 */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

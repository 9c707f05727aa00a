import { FontError } from './font-error.ts';
import type { LoadSlice } from './typeface.ts';

/** Where the slices are, by the paths that they have in their packages: files of the page, each by itself. */
const addresses: Record<string, string> = {
  ...import.meta.glob('/../node_modules/@fontsource/noto-sans-sc/files/*-{400,600}-normal.woff', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob('/../node_modules/@fontsource/noto-sans/files/*-{400,600}-normal.woff', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  }),
};

const bySlice = new Map(Object.entries(addresses).map(([path, address]) => [path.replace(/^.*\//, ''), address]));

/** Fetches a slice from the page's own server. Rejects with a FontError where it does not come. */
export const fetchSlice: LoadSlice = async (weight, slice) => {
  const name = `${slice}-${weight}-normal.woff`;
  const address = bySlice.get(name);
  if (address === undefined) throw new FontError(`there is no ${name}`);
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) throw new FontError(`${name} did not come`);
  return new Uint8Array(await response.arrayBuffer());
};

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { LoadSlice } from '../../client/state/exporting/pdf/typeface.ts';

const require = createRequire(import.meta.url);

/** A slice of the font as the page fetches it, from the package that brings it. */
export const loadSlice: LoadSlice = async (weight, slice) => {
  const family = slice.startsWith('noto-sans-sc-') ? 'noto-sans-sc' : 'noto-sans';
  return new Uint8Array(await readFile(require.resolve(`@fontsource/${family}/files/${slice}-${weight}-normal.woff`)));
};

/**
 * Which data set the page is of. Only this file knows how its name stands in addresses: the page of the first one is at the
 * root of the server, that of another below `/data/<name>/`.
 */

/** The name of the data set in a page's path; null for the first one. */
export function dataSetIn(path: string): string | null {
  const name = /^\/data\/([^/]+)\/$/.exec(path)?.[1];
  if (name === undefined) return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return null;
  }
}

/** The same of this page. The page as a file has one data set, wherever the file lies; a program has no address. */
export const dataSetInAddress = (): string | null => {
  return typeof location === 'undefined' || location.protocol === 'file:' ? null : dataSetIn(location.pathname);
};

/** The path of a data set's page. */
export const pagePath = ({ name, isFirst }: { name: string; isFirst: boolean }): string =>
  isFirst ? '/' : `/data/${encodeURIComponent(name)}/`;

/** Where a data set has what the first one has at this address. What is not of a data set stays where it is. */
export function addressIn(dataSet: string | null, address: string): string {
  if (dataSet === null || !address.startsWith('/api/') || /^\/api\/data-sets\b/.test(address)) return address;
  return `/api/data-sets/${encodeURIComponent(dataSet)}${address.slice('/api'.length)}`;
}

/** Where the data set of this page has what the first one has at this address. */
export const addressHere = (address: string): string => addressIn(dataSetInAddress(), address);

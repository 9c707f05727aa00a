import type { Change } from '../state/timeline/dates.ts';
import type { palette } from '../state/scheme.ts';

/** Small signs at the rim of a node: that it is pinned, and what became of it between two dates. */
export type Badge = 'pin' | Exclude<Change, 'unchanged'>;

/** What is drawn on the disc of each badge, in a square of 24. */
export const badgePaths: Record<Badge, string> = {
  pin: 'M12 17.5V22M8.2 3.5h7.6M9.5 3.5v6.2l-2.8 4v2.1h10.6v-2.1l-2.8-4V3.5',
  added: 'M12 6v12M6 12h12',
  ended: 'M6 12h12',
};

const addresses = new Map<string, string>();

/** A badge as a `data:` address: a disc in ink with its sign in the colour of the ground. */
export function badgeAddress(badge: Badge, { ink, ground }: (typeof palette)[keyof typeof palette]): string {
  const key = badge + ink;
  const known = addresses.get(key);
  if (known !== undefined) return known;
  const disc = `<circle cx="16" cy="16" r="15" fill="${ink}" stroke="${ground}" stroke-width="2"/>`;
  const sign = `<g transform="translate(6 6) scale(.84)" fill="none" stroke="${ground}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><path d="${badgePaths[badge]}"/></g>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">${disc}${sign}</svg>`;
  const address = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  addresses.set(key, address);
  return address;
}

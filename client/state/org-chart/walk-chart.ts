import type { ChartCard } from './chart.ts';

/** Where a key leads on the chart. */
export type ChartStep = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/**
 * The card that a key leads to; undefined where there is none. Up leads to the card above, down to the first below; left and
 * right walk along a level, first among those of one parent. From the last child of a level, down leads on to its sibling.
 */
export function cardToward(cards: readonly ChartCard[], from: string | undefined, step: ChartStep): string | undefined {
  const at = cards.find(({ id }) => id === from);
  if (!at || step === 'first') return cards[0]?.id;
  if (step === 'last') return cards.at(-1)?.id;
  if (step === 'up') return at.parent ?? undefined;
  if (step === 'down') return at.isFolded ? undefined : at.children.find((id) => cards.some((card) => card.id === id));
  const level = cards.filter((card) => card.level === at.level);
  return level[level.indexOf(at) + (step === 'right' ? 1 : -1)]?.id;
}

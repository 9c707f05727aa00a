import type { Relationship } from '../../../server/contract/graph.ts';

/**
 * What a line of an organisation chart is: the one by which a body hangs below another, one more of the hierarchy, one that
 * closes a circle of it, or one that stands beside it.
 */
export type LineKind = 'branch' | 'further' | 'closing' | 'oversight' | 'founding';

export interface ChartLine {
  relationship: Relationship;
  kind: LineKind;
}

/** A body of the chart. */
export interface ChartCard {
  id: string;
  /** The card below which it hangs; null for a root. */
  parent: string | null;
  /** How it hangs there; null for a root. */
  by: Relationship | null;
  /** From 1. */
  level: number;
  children: readonly string[];
  /** Cards below it, shown or not. */
  below: number;
  /** Whether those are not shown. */
  isFolded: boolean;
}

export interface Chart {
  /** Those that are shown, each once; parents before their children, which stand in the order of the answer. */
  cards: readonly ChartCard[];
  /** Those between shown cards. */
  lines: readonly ChartLine[];
  /** Cards that are folded away, and lines that lead to them. */
  folded: { cards: number; lines: number };
  /** Bodies beyond what a chart can have. */
  leftOut: number;
}

/** How a relationship takes part in a chart; null where it does not. */
export type PartOf = (relationship: Relationship) => 'hierarchy' | 'oversight' | 'founding' | null;

/** Cards that a chart has at most. */
export const mostCards = 5_000;

/**
 * The chart that relationships make. Each body is a card once, below the first body that is above it; a relationship of the
 * hierarchy that would lead back to a body above is drawn as a line that closes a circle.
 */
export function chartOf(relationships: readonly Relationship[], partOf: PartOf, foldedIds: ReadonlySet<string>): Chart {
  const parts = relationships.flatMap((relationship) => {
    const part = partOf(relationship);
    return part === null ? [] : [{ relationship, part }];
  });
  const hierarchy = parts.flatMap(({ relationship, part }) => (part === 'hierarchy' ? [relationship] : []));
  const ids = [...new Set(parts.flatMap(({ relationship: { start, end } }) => [start, end]))];
  const { cards, closing } = grow(ids, hierarchy);
  countBelow(cards);
  const kept = new Set([...cards.keys()].slice(0, mostCards));
  const shown: ChartCard[] = [];
  const isShown = new Set<string>();
  for (const card of cards.values()) {
    const above = card.parent === null ? undefined : cards.get(card.parent);
    if (!kept.has(card.id) || (above && (!isShown.has(above.id) || foldedIds.has(above.id)))) continue;
    isShown.add(card.id);
    shown.push({ ...card, isFolded: foldedIds.has(card.id) && card.children.length > 0 });
  }
  const lines = parts.map(({ relationship, part }): ChartLine => {
    if (part !== 'hierarchy') return { relationship, kind: part };
    const isBranch = cards.get(relationship.end)?.by === relationship;
    return { relationship, kind: isBranch ? 'branch' : closing.has(relationship) ? 'closing' : 'further' };
  });
  const drawn = lines.filter((line) => isBetween(isShown, line));
  return {
    cards: shown,
    lines: drawn,
    folded: {
      cards: kept.size - shown.length,
      lines: lines.filter((line) => isBetween(kept, line)).length - drawn.length,
    },
    leftOut: cards.size - kept.size,
  };
}

const isBetween = (among: ReadonlySet<string>, { relationship: { start, end } }: ChartLine): boolean =>
  among.has(start) && among.has(end);

type Grown = ChartCard & { children: string[] };

/** A card for each body, in the order of walking down from the roots, and the relationships that lead back up. */
function grow(
  ids: readonly string[],
  hierarchy: readonly Relationship[],
): { cards: Map<string, Grown>; closing: Set<Relationship> } {
  const downward = new Map<string, Relationship[]>();
  for (const relationship of hierarchy) {
    const known = downward.get(relationship.start);
    if (known) known.push(relationship);
    else downward.set(relationship.start, [relationship]);
  }
  const cards = new Map<string, Grown>();
  const closing = new Set<Relationship>();
  const walk = (root: string): void => {
    cards.set(root, newCard(root, null, null, 1));
    // A stack of its own: a chain of thousands must not be one of calls.
    const way = [{ id: root, next: 0 }];
    const isOnWay = new Set([root]);
    for (let at = way.at(-1); at; at = way.at(-1)) {
      const relationship = downward.get(at.id)?.[at.next];
      at.next += 1;
      if (!relationship) {
        isOnWay.delete(at.id);
        way.pop();
        continue;
      }
      const { end } = relationship;
      if (isOnWay.has(end)) closing.add(relationship);
      if (cards.has(end)) continue;
      cards.get(at.id)?.children.push(end);
      cards.set(end, newCard(end, at.id, relationship, way.length + 1));
      way.push({ id: end, next: 0 });
      isOnWay.add(end);
    }
  };
  const hasParent = new Set(hierarchy.flatMap(({ start, end }) => (start === end ? [] : [end])));
  const isParent = (id: string): boolean => downward.has(id);
  for (const id of ids) if (isParent(id) && !hasParent.has(id)) walk(id);
  // What only circles hold has no top: the first of it becomes one. Last come those that are in no hierarchy.
  for (const id of ids) if (isParent(id) && !cards.has(id)) walk(id);
  for (const id of ids) if (!cards.has(id)) walk(id);
  return { cards, closing };
}

const newCard = (id: string, parent: string | null, by: Relationship | null, level: number): Grown => ({
  id,
  parent,
  by,
  level,
  children: [],
  below: 0,
  isFolded: false,
});

function countBelow(cards: ReadonlyMap<string, Grown>): void {
  for (const card of [...cards.values()].toReversed()) {
    const above = card.parent === null ? undefined : cards.get(card.parent);
    if (above) above.below += card.below + 1;
  }
}

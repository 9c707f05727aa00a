import type { PropertyValue } from '../contract/graph.ts';

/** What is written at once: no more items than these, and about as much text at most. */
export interface Size {
  items: number;
  /** Of all properties of all items. */
  characters: number;
}

/** What a database is sent in one statement: the count is measured as the best of 100 to 50,000. */
export const chunkSize: Size = { items: 5_000, characters: 2_000_000 };

export const noSize: Size = { items: 0, characters: 0 };

/** Chunks whose items are kept back until there are enough of one kind to be written at once. */
const chunksKept = 10;

/** Items of one kind that are written at once. */
export interface Chunk<Item> {
  kind: string;
  items: Item[];
  characters: number;
}

export interface Chunking<Item> {
  kindOf: (item: Item) => string;
  charactersOf: (item: Item) => number;
  /** Of a chunk. */
  size?: Size;
}

/**
 * Items in chunks of the same kind, as far as that can be had without keeping many of them. It goes through them once, and
 * is never farther ahead than what it keeps.
 */
export function* chunksByKind<Item>(
  items: Iterable<Item>,
  { kindOf, charactersOf, size = chunkSize }: Chunking<Item>,
): Generator<Chunk<Item>> {
  const kept = new Map<string, Chunk<Item>>();
  const all = { items: 0, characters: 0 };
  for (const item of items) {
    const kind = kindOf(item);
    const chunk = kept.get(kind) ?? { kind, items: [], characters: 0 };
    const characters = charactersOf(item);
    chunk.items.push(item);
    chunk.characters += characters;
    kept.set(kind, chunk);
    all.items += 1;
    all.characters += characters;
    const isFull = reaches(chunk.items.length, chunk.characters, size);
    if (!isFull && !reaches(all.items / chunksKept, all.characters / chunksKept, size)) continue;
    // Of many kinds, none may have enough: then half of what is kept goes, the largest chunks first.
    for (const ready of isFull ? [chunk] : largestHalf(kept, all)) {
      kept.delete(ready.kind);
      all.items -= ready.items.length;
      all.characters -= ready.characters;
      yield ready;
    }
  }
  yield* kept.values();
}

/**
 * Ids in chunks, in their order.
 * @param most ids of a chunk
 */
export function* chunks(ids: readonly string[], most = chunkSize.items): Generator<string[]> {
  for (let start = 0; start < ids.length; start += most) yield ids.slice(start, start + most);
}

/** Characters of all texts among some properties. */
export function charactersIn(properties: Record<string, PropertyValue>): number {
  let count = 0;
  for (const name of Object.keys(properties)) {
    const value = properties[name];
    if (typeof value === 'string') count += value.length;
    else if (Array.isArray(value)) for (const item of value) count += typeof item === 'string' ? item.length : 0;
  }
  return count;
}

/** Two sizes together. */
export function together(one: Size, other: Size): Size {
  return { items: one.items + other.items, characters: one.characters + other.characters };
}

/** Whether a size is more than another in any way. */
export function exceeds({ items, characters }: Size, most: Size): boolean {
  return items > most.items || characters > most.characters;
}

function reaches(items: number, characters: number, size: Size): boolean {
  return items >= size.items || characters >= size.characters;
}

/** The largest chunks, until they have half of all items and half of all text. */
function largestHalf<Item>(kept: ReadonlyMap<string, Chunk<Item>>, all: Size): Chunk<Item>[] {
  const taken = { items: 0, characters: 0 };
  const bySize = [...kept.values()].toSorted((one, other) => share(other, all) - share(one, all));
  return bySize.filter(({ items, characters }) => {
    const isTaken = 2 * taken.items < all.items || 2 * taken.characters < all.characters;
    taken.items += items.length;
    taken.characters += characters;
    return isTaken;
  });
}

function share({ items, characters }: Pick<Chunk<unknown>, 'items' | 'characters'>, all: Size): number {
  return items.length / all.items + characters / Math.max(1, all.characters);
}

import type { Held } from './differing.ts';
import { EmbeddedProcess } from './embedded-process.ts';
import type { Key } from './key.ts';
import { cancelled } from './store-problems.ts';

/** Nodes or relationships that a child is asked for at once. */
const portionSize = 1_000;

/**
 * Opens a database file in a child process for as long as `use` runs, which may read all that it holds. Rejects with a
 * ProblemError, also where the file is none.
 */
export async function withHeld<T>(
  path: string,
  key: Key,
  signal: AbortSignal | undefined,
  use: (held: Held) => Promise<T>,
): Promise<T> {
  // Nothing is hidden from who compares.
  const child = new EmbeddedProcess({ path, key: { ...key, hidden: [] } }, Number.POSITIVE_INFINITY);
  const onAbort = () => child.kill(cancelled());
  signal?.addEventListener('abort', onAbort);
  try {
    await child.ready();
    return await use({
      nodes: () => portions(child, 'nodes', (numbers) => child.ask<'nodes'>({ kind: 'nodes', numbers })),
      relationships: () =>
        portions(child, 'relationships', (numbers) => child.ask<'relationships'>({ kind: 'relationships', numbers })),
    });
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await child.end();
  }
}

async function* portions<Item>(
  child: EmbeddedProcess,
  of: 'nodes' | 'relationships',
  ask: (numbers: number[]) => Promise<Item[]>,
): AsyncGenerator<Item[]> {
  const numbers = await child.ask<'numbers'>({ kind: 'numbers', of });
  for (let start = 0; start < numbers.length; start += portionSize) {
    yield await ask(numbers.slice(start, start + portionSize));
  }
}

import type { Key } from './key.ts';
import type { Store } from './store.ts';

/** Where a graph lives. */
export type StoreTarget =
  | { kind: 'neo4j'; uri: string; username: string; password: string; database?: string | undefined; key: Key | null }
  | { kind: 'embedded'; path: string; key: Key };

/**
 * Opens a store; aborting ends the attempt to reach a server. The adapter is imported only now, so that nobody loads the
 * engine that is not used.
 */
export async function openStore(target: StoreTarget, signal?: AbortSignal): Promise<Store> {
  if (target.kind === 'embedded') {
    const { openEmbedded } = await import('./embedded.ts');
    return openEmbedded(target);
  }
  const { openNeo4j } = await import('./neo4j.ts');
  return openNeo4j(target, signal);
}

import { notify } from '../notices.ts';
import type { SharedQuery } from './shared-query.ts';

/** Opens a query in the workbench, whose script is fetched when it is first needed. It is not run. */
export async function bringToEditor({ cypher, params, name }: SharedQuery): Promise<void> {
  try {
    const { openInEditor } = await import('./workbench.ts');
    openInEditor(cypher, params, name);
  } catch {
    notify({ kind: 'word', word: 'notice.notInEditor' });
  }
}

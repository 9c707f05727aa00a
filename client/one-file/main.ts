import type { WholeGraph } from '../../server/contract/graph.ts';
import { sendBy } from '../api/transport.ts';
import { contentId } from '../offline/file-content.ts';
import type { FileContent } from '../offline/file-content.ts';
import { brokenTransport, offlineTransport } from '../offline/offline-transport.ts';
import { readContent } from '../offline/read-content.ts';

/** The page as one file, which holds its data and asks no server. Its workers run the same script. */

if (typeof document === 'undefined') void import('../layout/worker.ts');
else void open();

async function open(): Promise<void> {
  const content = readContent(document.getElementById(contentId)?.textContent ?? '');
  sendBy(content ? offlineTransport(content) : brokenTransport);
  // A link into the file knows better what is to be seen.
  if (content && content.view !== '' && location.hash === '') history.replaceState(null, '', `#${content.view}`);
  if (content) await takeUpScenes(content);
  await import('../main.tsx');
  if (content?.graph.truncated) await tellOfCut(content.graph);
}

/**
 * The scenes of whoever made the file are the reader's own, as an earlier visit has left them. They are kept from the
 * start: one that is deleted before the keeping begins would be there again on the next visit.
 */
async function takeUpScenes({ made, ownScenes }: FileContent): Promise<void> {
  const [{ openFileOfScenes }, { isOwnScene }, { startKeepingScenes }] = await Promise.all([
    import('../state/story/scene-keeping.ts'),
    import('../state/story/scene-records.ts'),
    import('../keep-scenes.ts'),
  ]);
  openFileOfScenes(made, ownScenes.filter(isOwnScene));
  startKeepingScenes();
}

/** Says that a limit of the server cut the graph when the file was made. */
async function tellOfCut({ nodes, relationships, total }: WholeGraph): Promise<void> {
  const { notify } = await import('../state/notices.ts');
  const all = { total: total.nodes, allRelationships: total.relationships };
  notify({ kind: 'word', word: 'file.cut', values: { n: nodes.length, relationships: relationships.length, ...all } });
}

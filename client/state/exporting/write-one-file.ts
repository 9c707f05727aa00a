import { failure, request } from '../../api/api.ts';
import { writeKeptView } from '../view/address.ts';
import { collectContent } from './collect-content.ts';
import { ExportError } from './export-error.ts';
import type { ExportProgress } from './export-options.ts';
import { fillTemplate } from './fill-template.ts';

/** The template of the page as one file, which is built beside the page. */
const templateAddress = '/one-file.txt';

/**
 * The page with the whole graph, its story and the present view as one HTML file, which needs no server. Rejects with an
 * ApiError, an ExportError where the server has no template, or an AbortError when `signal` is aborted.
 */
export async function writeOneFile(
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
): Promise<string> {
  const [template, content] = await Promise.all([
    getTemplate(signal),
    collectContent(writeKeptView(), signal, onProgress),
  ]);
  const { nodes, relationships, truncated, total } = content.graph;
  if (truncated) {
    const all = { allNodes: total.nodes, allRelationships: total.relationships };
    onProgress({ cut: { nodes: nodes.length, relationships: relationships.length, ...all } });
  }
  const file = fillTemplate(template, content);
  if (file === null) throw new ExportError('exporting.noTemplate');
  return file;
}

async function getTemplate(signal: AbortSignal): Promise<string> {
  const response = await request(templateAddress, signal);
  if (!response.ok) throw await failure(response);
  return response.text();
}

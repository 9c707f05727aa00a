import type { Answer } from '../../../server/contract/answer.ts';
import type { Ontology } from '../../../server/contract/data-set/ontology.ts';
import { ApiError, get, getOntology, queryAddress, runQuery } from '../../api/api.ts';
import { getWholeGraph } from '../../api/graph.ts';
import { getScenes } from '../../api/scenes.ts';
import { fileFormat, fileVersion } from '../../offline/file-content.ts';
import type { FileContent, StoredAnswer } from '../../offline/file-content.ts';
import { ExportError } from './export-error.ts';
import type { ExportProgress } from './export-options.ts';
import { baseOfView, viewOfFile } from './view-of-file.ts';
import { ownScenes } from '../story/own-scenes.ts';
import { baseOfQuestion, queryOf } from '../questions.ts';
import { baseOfScene } from '../story/story.ts';
import { base } from '../view/view.ts';
import type { Base } from '../view/view.ts';

/**
 * All that a file needs so that the page can be used without the server: the whole graph, what finding and ordering go by,
 * the story, and answers to the questions as their blanks stand at first. An answer that the server refuses is left out.
 * Rejects as `get` does for all else, and with an ExportError for a graph that no data set describes: what its pages ask is
 * answered by the engine's own counts and ids.
 * @param view the view that the file opens with, as the text of an address; Cypher of the reader's own is left out of it
 * @param onProgress told how much has arrived, and what is left out
 */
export async function collectContent(
  view: string,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void = () => undefined,
): Promise<FileContent> {
  const ontology = await getOntology(signal);
  if (ontology.key === null) throw new ExportError('exporting.noDataSet');
  const [graph, index, scenes] = await Promise.all([
    getWholeGraph(signal),
    runQuery('search-index', {}, signal),
    getScenes(signal),
  ]);
  const asked = [
    ...ontology.questions.map((question) => baseOfQuestion(question)),
    ...scenes.map(baseOfScene),
    ...ownScenes.value.flatMap((scene) => baseOfView(scene.view) ?? []),
    base.value,
  ];
  const opened = viewOfFile(view, ownScenes.value);
  if (opened.isWithoutOwn) onProgress({ isWithoutOwn: true });
  return {
    format: fileFormat,
    version: fileVersion,
    made: new Date().toISOString(),
    view: opened.view,
    ontology: withoutText(ontology),
    graph: { ...graph, truncated: graph.truncated || index.truncated },
    index: index.table,
    answers: await answersTo(asked.filter(isOfQuestion(ontology)), signal, onProgress),
    scenes,
    ownScenes: ownScenes.value,
  };
}

/** The running text stays with the server. */
const withoutText = (ontology: Ontology): Ontology => ({
  ...ontology,
  document: ontology.document && { ...ontology.document, hasText: false },
});

/** Whether a picture starts from a question with Cypher of its own, which a file cannot run. */
function isOfQuestion({ questions }: Ontology): (asked: Base) => boolean {
  const own = new Set(questions.filter(({ cypher }) => cypher !== undefined).map(queryOf));
  return ({ query }) => own.has(query);
}

/** The answers by their addresses, asked for one after the other: a server limits requests. */
async function answersTo(
  asked: readonly Base[],
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
): Promise<Record<string, StoredAnswer>> {
  const addresses = [...new Set(asked.map(({ query, parameters }) => queryAddress(query, parameters)))];
  const answers: Record<string, StoredAnswer> = {};
  let unanswered = 0;
  for (const [index, address] of addresses.entries()) {
    const answer = await answerTo(address, signal);
    if (answer) answers[address] = stored(answer);
    else onProgress({ unanswered: ++unanswered });
    onProgress({ share: (index + 1) / addresses.length });
  }
  return answers;
}

/** What a server has for an address; null where it refuses, as it does with what takes too long. Rejects where none is there. */
async function answerTo(address: string, signal: AbortSignal): Promise<Answer | null> {
  try {
    return await get<Answer>(address, signal);
  } catch (error) {
    if (error instanceof ApiError && error.problem.code !== 'offline') return null;
    throw error;
  }
}

const stored = ({ graph, table, truncated }: Answer): StoredAnswer => ({
  ...table,
  nodes: graph.nodes.map(({ id }) => id),
  relationships: graph.relationships.map(({ id }) => id),
  truncated,
});

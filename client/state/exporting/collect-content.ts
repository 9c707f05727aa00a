import type { Answer, Ontology } from '../../../server/contract.ts';
import { get, getOntology, queryAddress, runQuery } from '../../api/api.ts';
import { getWholeGraph } from '../../api/graph.ts';
import { getScenes } from '../../api/scenes.ts';
import { fileFormat, fileVersion } from '../../offline/file-content.ts';
import type { FileContent, StoredAnswer } from '../../offline/file-content.ts';
import { ExportError } from './export-error.ts';
import { ownScenes } from '../own-scenes.ts';
import { baseOfQuestion, queryOf } from '../questions.ts';
import { baseOfScene } from '../story.ts';
import { base } from '../view.ts';
import type { Base } from '../view.ts';

/**
 * All that a file needs so that the page can be used without the server: the whole graph, what finding and ordering go by,
 * the story, and answers to the questions as their blanks stand at first. Rejects as `get` does, and with an ExportError for
 * a graph that no data set describes: what its pages ask is answered by the engine's own counts and ids.
 * @param view the view that the file opens with, as the text of an address
 * @param onShare told how much has arrived, from 0 to 1
 */
export async function collectContent(
  view: string,
  signal: AbortSignal,
  onShare: (share: number) => void = () => undefined,
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
    base.value,
  ];
  return {
    format: fileFormat,
    version: fileVersion,
    made: new Date().toISOString(),
    view,
    ontology,
    graph: { ...graph, truncated: graph.truncated || index.truncated },
    index: index.table,
    answers: await answersTo(asked.filter(isOfQuestion(ontology)), signal, onShare),
    scenes,
    ownScenes: ownScenes.value,
  };
}

/** Whether a picture starts from a question with Cypher of its own, which a file cannot run. */
function isOfQuestion({ questions }: Ontology): (asked: Base) => boolean {
  const own = new Set(questions.filter(({ cypher }) => cypher !== undefined).map(queryOf));
  return ({ query }) => own.has(query);
}

/** The answers by their addresses, asked for one after the other: a server limits requests. */
async function answersTo(
  asked: readonly Base[],
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<Record<string, StoredAnswer>> {
  const addresses = new Set(asked.map(({ query, parameters }) => queryAddress(query, parameters)));
  const answers: Record<string, StoredAnswer> = {};
  for (const address of addresses) {
    answers[address] = stored(await get<Answer>(address, signal));
    onShare(Object.keys(answers).length / addresses.size);
  }
  return answers;
}

const stored = ({ graph, table, truncated }: Answer): StoredAnswer => ({
  ...table,
  nodes: graph.nodes.map(({ id }) => id),
  relationships: graph.relationships.map(({ id }) => id),
  truncated,
});

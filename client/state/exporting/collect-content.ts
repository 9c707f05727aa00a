import type { Answer, Json, Ontology } from '../../../server/contract.ts';
import { get, getOntology, queryAddress, runQuery } from '../../api/api.ts';
import { getWholeGraph } from '../../api/graph.ts';
import { fileFormat, fileVersion } from '../../offline/file-content.ts';
import type { FileContent, StoredAnswer } from '../../offline/file-content.ts';
import { baseOfQuestion } from '../questions.ts';

/** Addresses whose content is taken along as it is. */
const takenAsTheyAre = ['/api/scenes'];

/**
 * All that a file needs so that the page can be used without the server: the whole graph, what finding and ordering go by,
 * and the answers to the questions as their blanks stand at first. Rejects as `get` does.
 * @param view the view that the file opens with, as the text of an address
 * @param onShare told how much has arrived, from 0 to 1
 */
export async function collectContent(
  view: string,
  signal: AbortSignal,
  onShare: (share: number) => void = () => undefined,
): Promise<FileContent> {
  const [ontology, graph, index] = await Promise.all([
    getOntology(signal),
    getWholeGraph(signal),
    runQuery('search-index', {}, signal),
  ]);
  const others = await Promise.all(
    takenAsTheyAre.map(async (address) => [address, await get<Json>(address, signal)] as const),
  );
  return {
    format: fileFormat,
    version: fileVersion,
    made: new Date().toISOString(),
    view,
    ontology,
    graph: { ...graph, truncated: graph.truncated || index.truncated },
    index: index.table,
    answers: await answersTo(ontology, signal, onShare),
    others: Object.fromEntries(others),
  };
}

/** The answers to the questions that bring Cypher of their own, one after the other: a server limits requests. */
async function answersTo(
  { questions }: Ontology,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<Record<string, StoredAnswer>> {
  const own = questions.filter(({ cypher }) => cypher !== undefined);
  const answers: Record<string, StoredAnswer> = {};
  for (const [index, question] of own.entries()) {
    const { query, parameters } = baseOfQuestion(question);
    const address = queryAddress(query, parameters);
    answers[address] = stored(await get<Answer>(address, signal));
    onShare((index + 1) / own.length);
  }
  return answers;
}

const stored = ({ graph, table, truncated }: Answer): StoredAnswer => ({
  ...table,
  nodes: graph.nodes.map(({ id }) => id),
  relationships: graph.relationships.map(({ id }) => id),
  truncated,
});

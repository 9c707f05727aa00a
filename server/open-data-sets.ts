import { sourceOf, withFiles } from './data-set-source.ts';
import { embeddedFiles } from './data-set-stamp.ts';
import { DataSets, type OpenDataSet } from './data-sets.ts';
import { readDescription } from './ontology.ts';
import { openFromNeo4j, type WantedDataSets } from './open-from-neo4j.ts';
import { openEmbeddedGraph } from './open-graph.ts';
import { prepareDatabase } from './prepare.ts';
import { type Settings, SettingsError } from './settings.ts';

/** Where data sets are opened from. */
interface Places extends WantedDataSets {
  /** The folder of embedded databases. */
  dataFolder: string;
}

/**
 * Opens the first data set; the others wait until somebody asks for them. Rejects with an error whose message is a sentence
 * for the terminal: there is nothing to show without the first.
 */
export async function openDataSets(
  { neo4j, queryLimits }: Pick<Settings, 'neo4j' | 'queryLimits'>,
  places: Places,
  signal: AbortSignal,
): Promise<DataSets> {
  if (neo4j) return openFromNeo4j({ neo4j, options: { ...queryLimits, signal } }, places);
  const [folder, ...others] = places.folders;
  if (folder === undefined) throw new SettingsError('there is no data set to show');
  const further = { ...places, documentText: undefined };
  const sources = others.map((other) => sourceOf(other, (stop) => openEmbedded(other, further, stop)));
  return new DataSets(await openEmbedded(folder, places, signal), sources);
}

async function openEmbedded(
  folder: string,
  { root, dataFolder, documentText }: Places,
  signal: AbortSignal,
): Promise<OpenDataSet> {
  // Loading checks the files, and tells every mistake in them: after that they can be read.
  await prepareDatabase(root, dataFolder, folder, { signal });
  const { ontology, textName } = await readDescription(folder);
  const graph = await openEmbeddedGraph(embeddedFiles(dataFolder, folder).database, ontology);
  return withFiles(graph, folder, { own: textName, named: documentText });
}

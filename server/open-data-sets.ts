import { basename, isAbsolute, relative } from 'node:path';
import { embeddedFiles } from './data-set-stamp.ts';
import { type DataSetSource, DataSets, type OpenDataSet } from './data-sets.ts';
import { documentTextOf, knowingOfText } from './document-text.ts';
import { HeldDataSets } from './held-data-sets.ts';
import { OntologyError, readOntology, readTitles } from './ontology.ts';
import { type OpenGraph, openEmbeddedGraph, openNeo4jDataSet, openNeo4jGraph } from './open-graph.ts';
import { prepareDatabase, PrepareError } from './prepare.ts';
import { ProblemError } from './problem-error.ts';
import { readScenes } from './scenes.ts';
import { type Settings, SettingsError } from './settings.ts';

/** Where data sets are opened from. */
export interface Places {
  /** The project's folder. */
  root: string;
  /** The folder of embedded databases. */
  dataFolder: string;
  /** The folders of the data sets, the first one first; none where a Neo4j is to be shown as it is. */
  folders: readonly string[];
  /** The file with the running text of the first one's document, rather than its own. */
  documentText: string | undefined;
}

type Given = Pick<Settings, 'neo4j' | 'queryLimits'>;
type Neo4jAddress = NonNullable<Settings['neo4j']>;

/**
 * Opens the first data set; the others wait until somebody asks for them. Rejects with an error whose message is a sentence
 * for the terminal: there is nothing to show without the first.
 */
export async function openDataSets({ neo4j, ...given }: Given, places: Places, signal: AbortSignal): Promise<DataSets> {
  if (neo4j) return openFromNeo4j(neo4j, given, places);
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
  const ontology = await readOntology(folder);
  const graph = await openEmbeddedGraph(embeddedFiles(dataFolder, folder).database, ontology);
  return withFiles(graph, folder, documentText);
}

/**
 * One Neo4j may hold several data sets: the first one that it holds is shown first. One that holds none of them, but
 * something else, is shown as it is.
 */
async function openFromNeo4j(
  neo4j: Neo4jAddress,
  { queryLimits }: Pick<Given, 'queryLimits'>,
  { root, folders, documentText }: Places,
): Promise<DataSets> {
  for (const folder of folders) {
    const named = folder === folders[0] ? documentText : undefined;
    const graph = await openNeo4jDataSet(neo4j, await readOntology(folder), queryLimits);
    if (!graph) continue;
    const first = await withFiles(graph, folder, named);
    const others = folders.filter((other) => other !== folder);
    if (others.length === 0) return new DataSets(first);
    const held = new HeldDataSets(first.store, queryLimits);
    const count = held.countOf(basename(folder));
    const sources = others.map((other) => {
      const toLoad = `npm run seed -- ${shortPath(root, other)}`;
      return sourceOf(other, () => openHeld(other, { neo4j, queryLimits, held, toLoad }), toLoad);
    });
    return new DataSets({ ...first, count }, sources, { held: (signal) => held.get(signal) });
  }
  return new DataSets({ ...(await openNeo4jGraph(neo4j, undefined, queryLimits)), scenes: [] });
}

interface Holder extends Pick<Given, 'queryLimits'> {
  neo4j: Neo4jAddress;
  held: HeldDataSets;
  toLoad: string;
}

async function openHeld(folder: string, { neo4j, queryLimits, held, toLoad }: Holder): Promise<OpenDataSet> {
  const name = basename(folder);
  const graph = await openNeo4jDataSet(neo4j, await readOntology(folder), queryLimits, false);
  if (graph) return { ...(await withFiles(graph, folder)), count: held.countOf(name) };
  throw new ProblemError('data-set-not-loaded', `the database does not hold ${name}: ${toLoad}`, {
    values: { name, command: toLoad },
  });
}

/** A data set that is opened later, when what goes wrong is for a reader of the page. */
function sourceOf(folder: string, open: DataSetSource['open'], toLoad?: string): DataSetSource {
  const name = basename(folder);
  let about: ReturnType<DataSetSource['about']> | undefined;
  return {
    name,
    ...(toLoad !== undefined && { toLoad }),
    about: async () => {
      about ??= readTitles(folder);
      // What is mended meanwhile is read anew.
      about.catch(() => (about = undefined));
      return about;
    },
    async open(signal) {
      try {
        return await open(signal);
      } catch (error) {
        if (!(error instanceof OntologyError || error instanceof PrepareError)) throw error;
        // Readers need not know where the folder lies.
        const reason = error.message.replaceAll(folder, name);
        throw new ProblemError('data-set-unusable', `the data set ${name} cannot be opened: ${reason}`, {
          values: { name, reason },
          cause: error,
        });
      }
    },
  };
}

/** A graph with what its data set has beside it. Rejects with an OntologyError, and has closed the graph then. */
async function withFiles({ store, ontology }: OpenGraph, folder: string, documentPath?: string): Promise<OpenDataSet> {
  try {
    const [scenes, documentText] = await Promise.all([readScenes(folder), documentTextOf(folder, documentPath)]);
    return { store, ontology: knowingOfText(ontology, documentText), scenes, documentText };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A folder's path as one types it in the project's folder, where it lies in there; else its name: the rest is nobody's business. */
function shortPath(root: string, folder: string): string {
  const below = relative(root, folder);
  return below.startsWith('..') || isAbsolute(below) ? basename(folder) : below.replaceAll('\\', '/');
}

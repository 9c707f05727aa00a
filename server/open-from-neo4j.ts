import { basename } from 'node:path';
import { sourceOf, withFiles } from './data-set-source.ts';
import { DataSets, type OpenDataSet } from './data-sets.ts';
import { HeldDataSets } from './held-data-sets.ts';
import { readDescription } from './ontology.ts';
import { openNeo4jDataSet, openNeo4jGraph } from './open-graph.ts';
import { ProblemError } from './problem-error.ts';
import { seedCommand, seedCommandInside } from './seed-command.ts';
import { type Settings, SettingsError } from './settings.ts';
import type { ReadOptions } from './store/store.ts';

/** A Neo4j, and the limits of what is asked of it here; aborting ends it. */
interface Given {
  neo4j: NonNullable<Settings['neo4j']>;
  options: ReadOptions;
}

/** Which data sets are to be shown. */
export interface WantedDataSets {
  /** The project's folder. */
  root: string;
  /** The folders of the data sets, the first one first; none where a Neo4j is to be shown as it is. */
  folders: readonly string[];
  /** Whether somebody has named them, rather than that they are built in. */
  areNamed: boolean;
  /** The file with the running text of the first one's document, rather than its own. */
  documentText: string | undefined;
}

/**
 * Opens the data sets in one Neo4j, which may hold several. Those that are named are shown if all of them are there, else
 * this rejects with a SettingsError. Of the built-in ones, the first that it holds is shown first; a database that holds
 * none of them, but something else, is shown as it is.
 */
export async function openFromNeo4j(given: Given, wanted: WantedDataSets): Promise<DataSets> {
  const found = await openFirst(given, wanted);
  const [name] = wanted.folders.map((folder) => basename(folder));
  if (wanted.documentText !== undefined && found?.folder !== wanted.folders[0]) {
    console.log(`DOCUMENT_TEXT is not used: it is the text of ${name}, which the database does not hold`);
  }
  if (!found) return new DataSets({ ...(await openNeo4jGraph(given.neo4j, undefined, given.options)), scenes: [] });
  try {
    return await withOthers(found, given, wanted);
  } catch (error) {
    await found.first.store.close();
    throw error;
  }
}

interface Found {
  folder: string;
  first: OpenDataSet;
}

async function openFirst(
  { neo4j, options }: Given,
  { root, folders, areNamed, documentText }: WantedDataSets,
): Promise<Found | undefined> {
  for (const folder of folders) {
    const { ontology, textName } = await readDescription(folder);
    // Who names a data set is not helped by an empty page.
    const graph = await openNeo4jDataSet(neo4j, ontology, options, !areNamed);
    const named = folder === folders[0] ? documentText : undefined;
    if (graph) return { folder, first: await withFiles(graph, folder, { own: textName, named }) };
    if (areNamed) throw notHeld(root, folder);
  }
  return undefined;
}

/** The first data set with the others, which are opened when somebody asks for them. */
async function withOthers(
  { folder, first }: Found,
  { neo4j, options }: Given,
  { root, folders, areNamed }: WantedDataSets,
): Promise<DataSets> {
  const others = folders.filter((other) => other !== folder);
  const held = new HeldDataSets(
    first.store,
    folders.map((each) => basename(each)),
    options,
  );
  const all = areNamed && others.length > 0 ? await held.get(options.signal) : undefined;
  const missing = all && others.find((other) => !all.has(basename(other)));
  if (missing !== undefined) throw notHeld(root, missing);
  // Also where it is alone here: its database may hold what nobody has named.
  const count = held.countOf(basename(folder));
  const sources = others.map((other) => {
    const toLoad = seedCommandInside(root, other);
    const open = (stop: AbortSignal) => openHeld(other, { neo4j, options: { ...options, signal: stop } }, held, toLoad);
    return sourceOf(other, open, toLoad);
  });
  return new DataSets({ ...first, count }, sources, { held: (signal) => held.get(signal) });
}

async function openHeld(
  folder: string,
  { neo4j, options }: Given,
  held: HeldDataSets,
  toLoad: string | undefined,
): Promise<OpenDataSet> {
  const name = basename(folder);
  const { ontology, textName } = await readDescription(folder);
  const graph = await openNeo4jDataSet(neo4j, ontology, options, false);
  if (graph) return { ...(await withFiles(graph, folder, { own: textName })), count: held.countOf(name) };
  const command = toLoad === undefined ? '' : `: ${toLoad}`;
  throw new ProblemError('data-set-not-loaded', `the database does not hold ${name}${command}`, { values: { name } });
}

/** For who has typed the folder, who may see where it is. */
function notHeld(root: string, folder: string): SettingsError {
  const name = basename(folder);
  const command = seedCommandInside(root, folder) ?? seedCommand(folder);
  return new SettingsError(`the database does not hold ${name}, which --data names: ${command} loads it`);
}

import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import type { Scene } from './contract.ts';
import { embeddedFiles } from './data-set-stamp.ts';
import { documentTextOf, knowingOfText } from './document-text.ts';
import { createHttpServer } from './http-server.ts';
import { OntologyError, readOntology } from './ontology.ts';
import type { OpenGraph } from './open-graph.ts';
import { openEmbeddedGraph, openNeo4jGraph } from './open-graph.ts';
import { prepareDatabase, PrepareError, preparePage } from './prepare.ts';
import { ProblemError } from './problem-error.ts';
import { readScenes } from './scenes.ts';
import type { Settings } from './settings.ts';
import { readSettings, SettingsError } from './settings.ts';
import type { Store } from './store/store.ts';

/** The one place that reads the environment, opens the store and listens. */

const root = fileURLToPath(new URL('..', import.meta.url));

async function main(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  const dataFolder = resolve(root, settings.dataFolder);
  const dataSetFolder = settings.dataSetFolder === undefined ? undefined : resolve(root, settings.dataSetFolder);
  const named = settings.documentText === undefined ? undefined : resolve(root, settings.documentText);
  const text = dataSetFolder === undefined ? undefined : await documentTextOf(dataSetFolder, named);
  const { store, scenes, ...opened } = await untilStopped(async (signal) => {
    const [graph] = await Promise.all([
      openGraph(settings, dataFolder, signal),
      settings.apiOnly || preparePage(root, { signal }),
    ]);
    return { ...graph, scenes: await storyOf(graph, dataSetFolder) };
  });
  const ontology = knowingOfText(opened.ontology, text);
  // Of somebody else's graph it would be the text of nothing.
  const documentText = ontology.document === null ? undefined : text;
  try {
    // The engine starts in its own process, or the server is called, while the rest is loaded.
    const [counts, { createApp }, { pino }] = await Promise.all([store.count({}), import('./app.ts'), import('pino')]);
    const logger = pino({ level: settings.logLevel });
    const pageFolder = settings.apiOnly ? {} : { pageFolder: join(root, 'client/dist') };
    const app = createApp({ store, ontology, scenes, documentText, settings, logger, ...pageFolder });
    const server = await listen(app, settings);
    closeOnSignal(server, store);
    console.log(greeting(server, settings, { store, ontology }, counts));
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Does what is done before the server listens. Who ends it then ends the processes that it has started with it. */
async function untilStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work(stopping.signal);
  } catch (error) {
    // Of two steps at once, one may have failed: then the other is of no use.
    stop();
    throw error;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** The graph that the settings name. The embedded database is made first where it is missing. */
async function openGraph(
  { neo4j, dataSetFolder, ...settings }: Settings,
  dataFolder: string,
  signal: AbortSignal,
): Promise<OpenGraph> {
  const folder = dataSetFolder === undefined ? undefined : resolve(root, dataSetFolder);
  const ontology = folder === undefined ? undefined : await readOntology(folder);
  if (neo4j) return openNeo4jGraph(neo4j, ontology, settings.queryLimits);
  if (folder === undefined || !ontology) throw new SettingsError('there is no data set to show');
  await prepareDatabase(root, dataFolder, folder, { signal });
  return openEmbeddedGraph(embeddedFiles(dataFolder, folder).database, ontology);
}

/** The story of the data set, where it is this that is shown: of somebody else's graph it would tell nothing. */
async function storyOf({ store, ontology }: OpenGraph, dataSetFolder: string | undefined): Promise<Scene[]> {
  if (ontology.key === null || dataSetFolder === undefined) return [];
  try {
    return await readScenes(dataSetFolder);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function listen(app: Express, { port, host }: Settings): Promise<Server> {
  return new Promise((fulfil, reject) => {
    const server = createHttpServer(app).once('error', reject);
    server.listen(port, host, () => fulfil(server.off('error', reject)));
  });
}

function greeting(
  server: Server,
  { host }: Settings,
  { store: { engine }, ontology }: OpenGraph,
  { nodes, relationships }: { nodes: number; relationships: number },
): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : String(bound);
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const mode = ontology.key ? '' : ` of the database ${ontology.dataSet}, shown by its own schema`;
  const content =
    nodes === 0 ? 'nothing is loaded yet: npm run seed' : `${nodes} nodes, ${relationships} relationships${mode}`;
  return `the explorer is at ${address} (${engine.name} ${engine.version}; ${content})`;
}

/** Ends what is under way, then the store with its connections and processes; a second signal ends it at once. */
function closeOnSignal(server: Server, store: Store): void {
  const close = () => {
    process.once('SIGINT', () => process.exit(1)).once('SIGTERM', () => process.exit(1));
    const patience = setTimeout(() => server.closeAllConnections(), 2_000);
    server.close(() => {
      clearTimeout(patience);
      void store.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
    server.closeIdleConnections();
  };
  process.once('SIGINT', close).once('SIGTERM', close);
}

/** What went wrong in one sentence, for what can be expected to go wrong; undefined for a mistake of the program. */
function sentenceFor(error: unknown): string | undefined {
  if (error instanceof SettingsError || error instanceof OntologyError || error instanceof PrepareError) {
    return error.message;
  }
  if (error instanceof ProblemError) return error.message;
  if (error instanceof Error && 'code' in error && 'port' in error) {
    if (error.code === 'EADDRINUSE') return `port ${String(error.port)} is taken; PORT chooses another`;
    if (error.code === 'EACCES') return `port ${String(error.port)} is not allowed; PORT chooses another`;
  }
  if (error instanceof Error && 'code' in error && (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')) {
    return `${process.env['HOST']} is no address of this machine; HOST chooses another`;
  }
  return undefined;
}

try {
  await main();
} catch (error) {
  console.error(sentenceFor(error) ?? error);
  process.exit(1);
}

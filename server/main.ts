import type { Server } from 'node:http';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import { dataSetFolders } from './data-set-folders.ts';
import { countOf, type Counts } from './counts.ts';
import type { DataSets } from './data-sets.ts';
import { createHttpServer } from './http-server.ts';
import { OntologyError } from './ontology.ts';
import { openDataSets } from './open-data-sets.ts';
import { PrepareError, preparePage } from './prepare.ts';
import { ProblemError } from './problem-error.ts';
import type { Settings } from './settings.ts';
import { calledFrom, readSettings, SettingsError } from './settings.ts';

/** The one place that reads the environment, opens the store and listens. */

const root = fileURLToPath(new URL('..', import.meta.url));

async function main(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  const folders = await dataSetFolders(settings, root, calledFrom(process.env));
  const areNamed = settings.namedFolders.length > 0;
  const documentText = settings.documentText === undefined ? undefined : resolve(root, settings.documentText);
  const places = { root, dataFolder: resolve(root, settings.dataFolder), folders, areNamed, documentText };
  await untilStopped(async (signal) => {
    const [dataSets] = await Promise.all([
      openDataSets(settings, places, signal),
      settings.apiOnly || preparePage(root, { signal }),
    ]);
    await serve(dataSets, settings, signal);
  });
}

/** Listens, and says so. Aborting before that closes the data sets. */
async function serve(dataSets: DataSets, settings: Settings, signal: AbortSignal): Promise<void> {
  try {
    // The engine starts in its own process, or the server is called, while the rest is loaded.
    const loading = [import('./app.ts'), import('pino')] as const;
    const [counts, { createApp }, { pino }] = await Promise.all([countOf(dataSets.first, signal), ...loading]);
    const logger = pino({ level: settings.logLevel });
    const pageFolder = settings.apiOnly ? {} : { pageFolder: join(root, 'client/dist') };
    const server = await listen(createApp({ dataSets, settings, logger, ...pageFolder }), settings);
    // Not every step notices.
    signal.throwIfAborted();
    closeOnSignal(server, dataSets);
    console.log(greeting(server, settings, dataSets, counts));
  } catch (error) {
    await dataSets.close();
    throw error;
  }
}

/** Does what is done until the server listens. Who ends it before ends the processes that it has started with it. */
async function untilStopped(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const stop = (name: NodeJS.Signals) => {
    // As a shell tells of what a signal has ended.
    process.exitCode = 128 + constants.signals[name];
    stopping.abort(new PrepareError('stopped while starting'));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await work(signal);
  } catch (error) {
    // What was stopped in the middle may only say that nobody waits for it.
    if (!(error instanceof PrepareError)) signal.throwIfAborted();
    // Of two steps at once, one may have failed: then the other is of no use.
    stopping.abort();
    throw error;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
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
  { first: { store, ontology }, names }: DataSets,
  counts: Counts | undefined,
): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : String(bound);
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const mode = ontology.key ? '' : ` of the database ${ontology.dataSet}, shown by its own schema`;
  const { name, version } = store.engine;
  const others = names.slice(1).map((other) => `\n${other} is at ${address}/data/${encodeURIComponent(other)}/`);
  return `the explorer is at ${address} (${name} ${version}; ${contentOf(counts, mode)})${others.join('')}`;
}

function contentOf(counts: Counts | undefined, mode: string): string {
  if (!counts) return 'more than could be counted';
  const { nodes, relationships, isUnfinished } = counts;
  if (nodes === 0) return 'nothing is loaded yet: npm run seed';
  const part = isUnfinished ? ', a part only, as a load has ended half-way: npm run seed goes on' : '';
  return `${nodes} nodes, ${relationships} relationships${mode}${part}`;
}

/** Ends what is under way, then the stores with their connections and processes; a second signal ends it at once. */
function closeOnSignal(server: Server, dataSets: DataSets): void {
  const close = () => {
    process.once('SIGINT', () => process.exit(1)).once('SIGTERM', () => process.exit(1));
    const patience = setTimeout(() => server.closeAllConnections(), 2_000);
    server.close(() => {
      clearTimeout(patience);
      void dataSets.close().then(
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
  process.exit(process.exitCode ?? 1);
}

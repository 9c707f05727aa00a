import { mkdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { dataSetStamp, embeddedFiles } from '../server/data-set-stamp.ts';
import { ProblemError } from '../server/problem-error.ts';
import { readSettings } from '../server/settings.ts';
import { openStore } from '../server/store/open.ts';
import type { StoreTarget } from '../server/store/open.ts';
import type { Batch, Store, Written } from '../server/store/store.ts';
import { readArguments } from './arguments.ts';
import { readGivenDocument } from './given-document.ts';
import { showProgress } from './progress.ts';
import { readDataSet } from './read.ts';
import { failure } from './seed-error.ts';
import { tallyText } from './tally-text.ts';

// A large data set passes through in pieces that soon are garbage, which Node would let grow to a gigabyte.
setFlagsFromString('--heap-growing-percent=100');

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * `npm run seed [-- folder] [--document path]`: loads a data set into the Neo4j that NEO4J_URI names, else into the
 * embedded database. A data set with a mistake loads nothing.
 */
async function load(): Promise<void> {
  const started = performance.now();
  const { neo4j, dataFolder } = readSettings(process.env);
  const { folder, documentPath } = readArguments(process.argv.slice(2), process.env);
  const document = await readGivenDocument(documentPath);
  // Taken before the files are read: should they change meanwhile, the database counts as stale.
  const stamp = await dataSetStamp(folder);
  const { batch } = await readDataSet(folder, { document });
  const { key } = batch;
  const written = neo4j
    ? await write({ kind: 'neo4j', ...neo4j, key }, batch)
    : await writeEmbedded(resolve(root, dataFolder), { folder, stamp, batch });
  const place = neo4j ? neo4j.uri : 'the embedded database';
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `loaded ${batch.dataSet} into ${place} in ${seconds} s: ${batch.nodes.length} nodes (${tallyText(written.nodes)}) ` +
      `and ${batch.relationships.length} relationships (${tallyText(written.relationships)})`,
  );
}

async function writeEmbedded(
  dataFolder: string,
  { folder, stamp, batch }: { folder: string; stamp: string; batch: Batch },
): Promise<Written> {
  const files = embeddedFiles(dataFolder, folder);
  await mkdir(dataFolder, { recursive: true });
  await rm(files.stamp, { force: true });
  const written = await write({ kind: 'embedded', path: files.database, key: batch.key }, batch);
  await writeFile(files.stamp, `${stamp}\n`);
  return written;
}

async function write(target: StoreTarget, batch: Batch): Promise<Written> {
  const interrupt = new AbortController();
  // A terminal interrupts both this and the server that has started it, which hands it on: once more changes nothing.
  const stop = () => interrupt.abort();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const store = await openStore(target);
  const progress = showProgress(batch.nodes.length + batch.relationships.length, process.stdout);
  try {
    const written = await store.write(batch, { signal: interrupt.signal, onProgress: progress.update });
    await readBack(store, batch);
    return written;
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    throw stopped(error);
  } finally {
    progress.stop();
    await store.close();
  }
}

/** What an author is told who has stopped a load. */
function stopped(error: unknown): Error {
  const committed = error instanceof ProblemError ? error.values?.['committed'] : undefined;
  const left =
    committed === undefined
      ? 'nothing was changed'
      : `${committed} changes are in the database already, and the next load goes on from there`;
  return new Error(`the load was stopped: ${left}`, { cause: error });
}

/** Only a database that answers counts as loaded. Other data sets may be in it too. */
async function readBack(store: Store, { nodes, relationships }: Batch): Promise<void> {
  const found = await store.count({});
  if (found.nodes >= nodes.length && found.relationships >= relationships.length) return;
  throw new Error(`the database has only ${found.nodes} nodes and ${found.relationships} relationships after loading`);
}

try {
  await load();
} catch (error) {
  process.exitCode = 1;
  console.error(failure(error));
}

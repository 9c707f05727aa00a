import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { embeddedFiles } from '../server/data-set-stamp.ts';
import { ProblemError } from '../server/problem-error.ts';
import { readSettings } from '../server/settings.ts';
import { openStore } from '../server/store/open.ts';
import type { StoreTarget } from '../server/store/open.ts';
import type { Batch, Comparison, Differences, Records } from '../server/store/store.ts';
import { readArguments } from './arguments.ts';
import { diffReport, diffText } from './diff-report.ts';
import { readGivenDocument } from './given-document.ts';
import { readDataSet } from './read.ts';
import { failure } from './seed-error.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Differences of each kind that are told; all are counted. */
const mostTold = 20;

/**
 * `npm run seed:diff [-- folder] [--document path] [--json]`: tells what `npm run seed` would add, change and remove, and
 * changes nothing. It ends as `diff` does: with 0 where nothing differs, with 1 where something does, and with 2 where that
 * cannot be told.
 */
async function diff(): Promise<number> {
  const argv = process.argv.slice(2);
  const { neo4j, dataFolder } = readSettings(process.env);
  const { folder, documentPath } = readArguments(
    argv.filter((argument) => argument !== '--json'),
    process.env,
  );
  const document = await readGivenDocument(documentPath);
  const { batch, ontology } = await readDataSet(folder, { document });
  const { key } = batch;
  const { database } = embeddedFiles(resolve(root, dataFolder), folder);
  const comparison = await compare(
    neo4j ? { kind: 'neo4j', ...neo4j, key } : { kind: 'embedded', path: database, key },
    batch,
  );
  const report = diffReport(batch.dataSet, comparison);
  if (argv.includes('--json')) {
    console.log(JSON.stringify(report, null, 2));
  } else {
    const hidden = ontology.properties.flatMap((property) => (property.hidden ? [property.name] : []));
    if (holdsNothing(comparison))
      console.log(`nothing of ${batch.dataSet} is loaded yet: npm run seed loads all of it`);
    console.log(report.isEqual ? `${batch.dataSet} is loaded as its files say` : diffText(report, hidden));
  }
  return report.isEqual ? 0 : 1;
}

/** What would be written. Into a database that is not there yet, that is everything. */
async function compare(target: StoreTarget, batch: Batch): Promise<Comparison> {
  const store = await openStore(target);
  try {
    return await store.compare(batch, { most: mostTold });
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'database-empty') return everything(batch);
    throw error;
  } finally {
    await store.close();
  }
}

function everything({ nodes, relationships }: Batch): Comparison {
  return { nodes: allAdded(nodes), relationships: allAdded(relationships) };
}

function allAdded<Item>(items: Records<Item>): Differences<Item> {
  const added: Item[] = [];
  for (const item of items) {
    if (added.length === mostTold) break;
    added.push(item);
  }
  return { tally: { added: items.length, changed: 0, removed: 0, unchanged: 0 }, added, changed: [], removed: [] };
}

function holdsNothing({ nodes }: Comparison): boolean {
  const { changed, removed, unchanged } = nodes.tally;
  return changed + removed + unchanged === 0;
}

try {
  process.exitCode = await diff();
} catch (error) {
  process.exitCode = 2;
  console.error(failure(error));
}

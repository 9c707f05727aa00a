import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../server/contract/answer.ts';
import type { Json } from '../../server/contract/json.ts';
import { queriesFor } from '../../server/queries/catalogue.ts';
import type { QueryContext } from '../../server/queries/query-context.ts';
import { openStore } from '../../server/store/open.ts';
import type { ReadOptions, Store } from '../../server/store/store.ts';
import type { BuiltInDataSet } from '../built-in-data-sets.ts';
import { firstDataSet } from '../built-in-data-sets.ts';
import type { Neo4jAddress } from '../neo4j/wait-for-bolt.ts';
import { readWhole } from '../seed/read-whole.ts';

/** A store that holds a built-in data set, with what was written into it. */
export interface LoadedStore extends Awaited<ReturnType<typeof readWhole>> {
  store: Store;
  close(): Promise<void>;
}

const options: ReadOptions = { timeoutMs: 20_000, maxRows: 20_000, maxBytes: 20_000_000 };

/** A built-in data set in an embedded database of its own, which goes when the store is closed. */
export async function openEmbedded({ name, folder }: BuiltInDataSet = firstDataSet): Promise<LoadedStore> {
  const dataSet = await readWhole(folder);
  const temporary = await mkdtemp(join(tmpdir(), 'embedded-'));
  const store = await openStore({
    kind: 'embedded',
    path: join(temporary, `${name}.grafeo`),
    key: dataSet.ontology.key,
  });
  await store.write(dataSet.batch);
  return {
    ...dataSet,
    store,
    async close() {
      await store.close();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

/** A built-in data set in a Neo4j server, beside what that holds already. */
export async function openNeo4j(
  address: Neo4jAddress,
  { folder }: BuiltInDataSet = firstDataSet,
): Promise<LoadedStore> {
  const dataSet = await readWhole(folder);
  const store = await openStore({ kind: 'neo4j', ...address, key: dataSet.ontology.key });
  await store.write(dataSet.batch);
  return { ...dataSet, store, close: () => store.close() };
}

/** Asks a query of the catalogue, or a question of the data set. */
export async function ask(
  { store, ontology }: Pick<QueryContext, 'store' | 'ontology'>,
  name: string,
  input: Record<string, Json>,
  limits: Partial<ReadOptions> = {},
): Promise<Answer> {
  const query = queriesFor(ontology).find((candidate) => candidate.name === name);
  if (!query) throw new Error(`there is no query ${name}`);
  return query.run(input, { store, ontology, options: { ...options, ...limits } });
}

import { makeOntology } from './any-graph/make-ontology.ts';
import { holdsDataSet } from './any-graph/holds-data-set.ts';
import type { DataSetOntology, Ontology } from './contract.ts';
import type { Settings } from './settings.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';

/** A graph and what is known of it. */
export interface OpenGraph {
  store: Store;
  ontology: Ontology;
}

/** Milliseconds that each look at a graph may take before the server listens: nobody waits for a page yet. */
const makingMs = 60_000;

type Neo4jAddress = NonNullable<Settings['neo4j']>;

/**
 * Opens a Neo4j: with the ontology of the data set where it holds any of that, or nothing at all, else as it is, with an
 * ontology made of its schema. Rejects with a ProblemError.
 */
export async function openNeo4jGraph(
  address: Neo4jAddress,
  ofDataSet: DataSetOntology | undefined,
  queryLimits: Settings['queryLimits'],
): Promise<OpenGraph> {
  if (ofDataSet) {
    const store = await openStore({ kind: 'neo4j', ...address, key: keyOf(ofDataSet) });
    try {
      const isOurs = (await store.count({})).nodes === 0 || (await holdsDataSet(store, ofDataSet, queryLimits));
      if (isOurs) return { store, ontology: ofDataSet };
    } catch (error) {
      await store.close();
      throw error;
    }
    await store.close();
  }
  const store = await openStore({ kind: 'neo4j', ...address, key: null });
  try {
    return { store, ontology: await makeOntology(store, { ...queryLimits, timeoutMs: makingMs }) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The embedded database of a data set. */
export async function openEmbeddedGraph(path: string, ontology: DataSetOntology): Promise<OpenGraph> {
  return { store: await openStore({ kind: 'embedded', path, key: keyOf(ontology) }), ontology };
}

function keyOf({ key, properties }: DataSetOntology) {
  return { ...key, hidden: properties.filter(({ hidden }) => hidden).map(({ name }) => name) };
}

import { makeOntology } from './any-graph/make-ontology.ts';
import { holdsDataSet } from './any-graph/holds-data-set.ts';
import type { DataSetOntology, Ontology } from './contract/data-set/ontology.ts';
import type { Settings } from './settings.ts';
import { openStore } from './store/open.ts';
import type { ReadOptions, Store } from './store/store.ts';

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
 * @param options the limits of each look at it; aborting ends it
 */
export async function openNeo4jGraph(
  address: Neo4jAddress,
  ofDataSet: DataSetOntology | undefined,
  options: ReadOptions,
): Promise<OpenGraph> {
  const graph = ofDataSet && (await openNeo4jDataSet(address, ofDataSet, options));
  if (graph) return graph;
  const store = await openStore({ kind: 'neo4j', ...address, key: null }, options.signal);
  try {
    return { store, ontology: await makeOntology(store, { ...options, timeoutMs: makingMs }) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/**
 * Opens a Neo4j for a data set of which it holds anything; undefined where it does not. Rejects with a ProblemError.
 * @param options as of `openNeo4jGraph`
 * @param mayBeEmpty whether it is opened, too, where the database holds nothing at all: it may yet be loaded
 */
export async function openNeo4jDataSet(
  address: Neo4jAddress,
  ontology: DataSetOntology,
  options: ReadOptions,
  mayBeEmpty = true,
): Promise<OpenGraph | undefined> {
  const store = await openStore({ kind: 'neo4j', ...address, key: keyOf(ontology) }, options.signal);
  try {
    const isEmpty = mayBeEmpty && (await store.count(options)).nodes === 0;
    if (isEmpty || (await holdsDataSet(store, ontology, options))) return { store, ontology };
  } catch (error) {
    await store.close();
    throw error;
  }
  await store.close();
  return undefined;
}

/** The embedded database of a data set. */
export async function openEmbeddedGraph(path: string, ontology: DataSetOntology): Promise<OpenGraph> {
  return { store: await openStore({ kind: 'embedded', path, key: keyOf(ontology) }), ontology };
}

function keyOf({ key, properties }: DataSetOntology) {
  return { ...key, hidden: properties.filter(({ hidden }) => hidden).map(({ name }) => name) };
}

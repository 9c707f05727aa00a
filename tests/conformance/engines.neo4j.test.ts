import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, asyncProperty } from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Json } from '../../server/contract/json.ts';
import { openEmbedded } from '../../server/store/embedded.ts';
import { openNeo4j } from '../../server/store/neo4j.ts';
import type { Store } from '../../server/store/store.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { parameters, query } from './grammar.ts';
import { graphs, key } from './graphs.ts';
import { ask, comparable, type Outcome } from './outcome.ts';

/** Queries that are made up in a run. */
const queries = 400;

/** A query of which the rows, or the items in a list, come in no certain order. */
const isLoose = /collect|\[\(/;
const isOrdered = /ORDER BY (?:y, x|n)/;

describeWithNeo4j('whatever query is made up', (address) => {
  let folder: string;
  let stores: { embedded: Store; neo4j: Store };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conformance-'));
    stores = {
      embedded: openEmbedded({ path: join(folder, 'made-up.grafeo'), key }),
      neo4j: await openNeo4j({ ...address, key }),
    };
    await Promise.all(Object.values(stores).map((store) => store.write(graphs.people)));
  });
  afterAll(async () => {
    await Promise.all(Object.values(stores).map((store) => store.close()));
    await rm(folder, { recursive: true, force: true });
  });

  it('the embedded engine answers as Neo4j does, or refuses', { timeout: 300_000 }, async () => {
    const answered: string[] = [];
    await assert(
      asyncProperty(query, async (cypher) => {
        const embedded = await ask(stores.embedded, cypher, parameters);
        if (embedded.kind === 'problem') return;
        answered.push(cypher);
        const neo4j = await ask(stores.neo4j, cypher, parameters);
        expect(compared(embedded, cypher)).toEqual(compared(neo4j, cypher));
      }),
      { numRuns: queries },
    );
    // Else the embedded engine could refuse them all.
    expect(answered.length).toBeGreaterThan(queries / 2);
  });
});

function compared(outcome: Outcome, cypher: string): unknown {
  if (outcome.kind === 'problem') return outcome;
  const rows = outcome.rows.map((row) => row.map((cell) => rounded(isLoose.test(cypher) ? unordered(cell) : cell)));
  return comparable({ ...outcome, rows }, isOrdered.test(cypher));
}

/** The sum of fractions depends on their order in the last digits. */
function rounded(value: Json): Json {
  if (Array.isArray(value)) return value.map(rounded);
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value;
}

function unordered(value: Json): Json {
  if (!Array.isArray(value)) return value;
  return value.map(unordered).toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

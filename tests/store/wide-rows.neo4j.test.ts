import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNeo4j } from '../../server/store/neo4j.ts';
import type { Store } from '../../server/store/store.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import type { WholeBatch } from '../seed/read-whole.ts';
import { key } from './fixture.ts';

describeWithNeo4j('a data set with long texts', (address) => {
  let store: Store;
  beforeAll(async () => {
    store = await openNeo4j({ ...address, key });
  });
  afterAll(async () => {
    await store.close();
  });

  it('fits into the memory that a database lends to a transaction: new, all of it changed, and all of it gone', async () => {
    expect(await store.write(wide('甲'))).toMatchObject({ nodes: { added: count } });
    expect(await store.write(wide('乙'))).toMatchObject({ nodes: { changed: count } });
    expect(await store.write(wide('乙'))).toMatchObject({ nodes: { unchanged: count } });
    expect(await store.write({ ...wide(''), nodes: [] })).toMatchObject({ nodes: { removed: count } });
  });
});

const count = 9_500;

function wide(sign: string): WholeBatch {
  const dataSet = 'wide';
  const summary = sign.repeat(800);
  const nodes = Array.from({ length: count }, (_, index) => {
    const id = `wide-${index}`;
    const properties = { id, dataSet, summary, summaryEn: `${summary}.`, searchText: `${id} ${summary} ${summary}` };
    return { id, labels: ['Place'], properties };
  });
  return { dataSet, key, searchProperty: 'searchText', nodes, relationships: [] };
}

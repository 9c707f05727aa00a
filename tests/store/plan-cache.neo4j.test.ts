import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNeo4j } from '../../server/store/neo4j.ts';
import type { Store } from '../../server/store/store.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { Proxy } from '../neo4j/proxy.ts';
import { limits, problemCode } from './contract-suite.ts';

describeWithNeo4j('a text that passed the gate', (address) => {
  let proxy: Proxy;
  let store: Store;
  let sent = '';
  beforeAll(async () => {
    proxy = await Proxy.before(address.uri);
    store = await openNeo4j({ ...address, uri: proxy.uri, key: null });
    proxy.onSent = (bytes) => {
      sent += bytes.toString('latin1');
    };
  });
  afterAll(async () => {
    await store.close();
    await proxy.shut();
  });

  /** How often the server was asked for a plan while something was done. */
  const plansDuring = async (work: () => Promise<unknown>): Promise<number> => {
    sent = '';
    await work();
    return sent.split('EXPLAIN').length - 1;
  };
  const ask = (cypher: string, params = {}) => store.readUntrusted(cypher, params, limits);

  it('is not planned again, whatever its parameters: the second time costs nothing', async () => {
    const cypher = 'UNWIND range(1, $most) AS x RETURN x';
    expect(await plansDuring(() => ask(cypher, { most: 2 }))).toBe(1);
    expect(await plansDuring(() => ask(cypher, { most: 3 }))).toBe(0);
    expect((await ask(cypher, { most: 4 })).table.rows).toHaveLength(4);
  });

  it('is remembered for its stream and its profile, too', async () => {
    const cypher = 'UNWIND range(1, 3) AS x RETURN x AS y';
    expect(await plansDuring(() => ask(cypher))).toBe(1);
    const parts: string[] = [];
    const streaming = async () => {
      for await (const { kind } of store.stream(cypher, {}, limits)) parts.push(kind);
    };
    expect(await plansDuring(streaming)).toBe(0);
    expect(parts).toContain('rows');
    expect(await plansDuring(() => store.plan(cypher, {}, { profile: true, timeoutMs: 5_000 }))).toBe(0);
  });

  it('is planned by its whole text, and one that was refused each time', async () => {
    expect(await plansDuring(() => ask('RETURN 1 AS one'))).toBe(1);
    expect(await plansDuring(() => ask('RETURN 1 AS one '))).toBe(1);
    const write = 'CREATE (n:Nobody) RETURN n';
    for (const _ of [1, 2]) {
      expect(await plansDuring(async () => expect(await problemCode(ask(write))).toBe('cypher-write'))).toBe(1);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryOf } from '../../client/state/questions.ts';
import type { Json } from '../../server/contract/json.ts';
import { builtInDataSets } from '../built-in-data-sets.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import type { Case } from './cases.ts';
import { casesOf } from './cases.ts';
import type { LoadedStore } from './loaded-store.ts';
import { ask, openEmbedded, openNeo4j } from './loaded-store.ts';

/** Parameters that name nodes or relationships. */
const idParameters = new Set(['id', 'ids', 'from', 'to', 'others', 'section', 'node']);

/** A node of each data set that is related to many others. */
const someNode = { 'jinhua-2011': 'jinhua-lawyers-association', 'metre-convention': 'international-system' };

/** What another data set is asked for: what it has, and this one has not. */
const casesWithIds = (name: keyof typeof casesOf): Case[] =>
  casesOf[name].filter(([, input]) => Object.keys(input).some((parameter) => idParameters.has(parameter)));

// An embedded database holds one data set only, so that it cannot but know no other.
describeWithNeo4j('ids of another data set in the same Neo4j', (address) => {
  let embedded: LoadedStore[];
  let inNeo4j: LoadedStore[];
  beforeAll(async () => {
    embedded = await Promise.all(builtInDataSets.map(openEmbedded));
    inNeo4j = [];
    for (const dataSet of builtInDataSets) inNeo4j.push(await openNeo4j(address, dataSet));
  });
  afterAll(async () => {
    for (const store of [...embedded, ...inNeo4j]) await store.close();
  });

  describe.each(builtInDataSets.map(({ name }, index) => ({ name, index })))('asked of $name', ({ name, index }) => {
    const other = builtInDataSets.find((dataSet) => dataSet.name !== name);
    const foreign = other ? casesWithIds(other.name) : [];
    const own = someNode[name];
    const theirs = other ? someNode[other.name] : '';

    const outcomes = async (query: string, input: Record<string, Json>) => {
      const both = [embedded[index], inNeo4j[index]].flatMap((store) => store ?? []);
      return Promise.all(
        both.map((store) =>
          ask(store, query, input).then(
            ({ table, graph, truncated }) => ({ table, graph, truncated }),
            (error: unknown) => error,
          ),
        ),
      );
    };

    it.each(foreign)('are as good as ids of nothing: %s %j', async (query, input) => {
      const [expected, found] = await outcomes(query, input);
      expect(found).toEqual(expected);
    });

    it('are as good as ids of nothing beside its own', async () => {
      const asked: Case[] = [
        ['neighbours', { ids: [own, theirs] }],
        ['neighbour-counts', { ids: [own, theirs] }],
        ['common-neighbours', { ids: [own, theirs], avoid: [] }],
        ['paths', { from: own, to: theirs, avoid: [] }],
        ['among', { ids: [own, theirs] }],
        ['facts', { ids: [own, theirs] }],
      ];
      for (const [query, input] of asked) {
        const [expected, found] = await outcomes(query, input);
        expect([query, found]).toEqual([query, expected]);
      }
    });

    it('are unknown to its questions', async () => {
      let asked = 0;
      for (const question of embedded[index]?.ontology.questions ?? []) {
        const [blank] = Object.entries(question.blanks).find(([, { kind }]) => kind === 'node') ?? [];
        if (blank === undefined) continue;
        const [, found] = await outcomes(queryOf(question), { [blank]: theirs });
        expect([question.id, found]).toMatchObject([question.id, { code: 'unknown-node', values: { id: theirs } }]);
        asked += 1;
      }
      expect(asked).toBeGreaterThan(0);
    });
  });
});

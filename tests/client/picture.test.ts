import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnsweredStep } from '../../client/state/picture.ts';
import { pictureOf } from '../../client/state/picture.ts';
import type { Step } from '../../client/state/view.ts';
import { withStep } from '../../client/state/view.ts';
import type { Answer, Graph } from '../../server/contract.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
const id = fc.constantFrom(...ids);

/** A closed graph over a few nodes, so that graphs overlap. */
const graph: fc.Arbitrary<Graph> = fc.array(fc.tuple(id, fc.constantFrom('KNOWS', 'RUNS'), id)).map((edges) => {
  const unique = new Map(edges.map(([start, type, end]) => [`${start}.${type}.${end}`, { start, type, end }]));
  return {
    nodes: [...new Set(edges.flatMap(([start, , end]) => [start, end]))].map((node) => ({
      id: node,
      labels: ['Thing'],
      properties: { name: node },
    })),
    relationships: [...unique].map(([key, { start, type, end }]) => ({ id: key, type, start, end, properties: {} })),
  };
});
const answer: fc.Arbitrary<Answer> = graph.map((found) => ({
  graph: found,
  table: { columns: ['total'], rows: found.nodes.map(() => [found.nodes.length]) },
  truncated: false,
  ms: 1,
  notices: [],
}));
const step: fc.Arbitrary<AnsweredStep> = fc.oneof(
  fc.record({ kind: fc.constant('expand' as const), id, limit: fc.integer({ min: 1, max: 50 }), answer }),
  fc.record({ kind: fc.constant('path' as const), from: id, to: id, answer }),
  fc.record({ kind: fc.constant('hide' as const), id }),
);
const steps = fc.array(step, { maxLength: 6 });

describe('a picture', () => {
  it('follows from its answers alone, and leaves them as they were', () => {
    fc.assert(
      fc.property(graph, steps, (start, taken) => {
        const before = structuredClone([start, taken]);
        expect(pictureOf(start, taken)).toEqual(pictureOf(start, taken));
        expect([start, taken]).toEqual(before);
      }),
    );
  });

  it('is the first answer where nothing was done', () => {
    fc.assert(
      fc.property(graph, (start) => {
        const { nodes, relationships, broughtBy, path } = pictureOf(start, []);
        expect([...nodes.values()]).toEqual(start.nodes);
        expect([...relationships.values()]).toEqual(start.relationships);
        expect([broughtBy.size, path.length]).toEqual([0, 0]);
      }),
    );
  });

  it('has both ends of every relationship', () => {
    fc.assert(
      fc.property(graph, steps, (start, taken) => {
        const { nodes, relationships } = pictureOf(start, taken);
        const torn = [...relationships.values()].filter((one) => !nodes.has(one.start) || !nodes.has(one.end));
        expect(torn).toEqual([]);
      }),
    );
  });

  it('has all that its answers have, but what was hidden since', () => {
    fc.assert(
      fc.property(graph, steps, (start, taken) => {
        const wanted = new Set(start.nodes.map((node) => node.id));
        for (const one of taken) {
          if (one.kind === 'hide') wanted.delete(one.id);
          for (const node of one.answer?.graph.nodes ?? []) wanted.add(node.id);
        }
        expect([...pictureOf(start, taken).nodes.keys()].toSorted()).toEqual([...wanted].toSorted());
      }),
    );
  });

  it('knows for a node that was brought by whom, and for none that was there', () => {
    fc.assert(
      fc.property(graph, steps, (start, taken) => {
        const first = new Set(start.nodes.map((node) => node.id));
        const { broughtBy } = pictureOf(
          start,
          taken.filter(({ kind }) => kind !== 'hide'),
        );
        expect([...broughtBy.keys()].filter((node) => first.has(node))).toEqual([]);
        expect([...broughtBy].filter(([node, bringer]) => node === bringer)).toEqual([]);
      }),
    );
  });

  it('says how many neighbours an expanded node has in all', () => {
    const start: Graph = { nodes: [{ id: 'a', labels: [], properties: {} }], relationships: [] };
    const found: Answer = {
      graph: start,
      table: { columns: ['neighbour', 'total'], rows: [[{ $node: 'b' }, 132]] },
      truncated: false,
      ms: 1,
      notices: [],
    };
    expect(pictureOf(start, [{ kind: 'expand', id: 'a', limit: 25, answer: found }]).totals.get('a')).toBe(132);
  });
});

describe('the steps', () => {
  const plain: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ kind: fc.constant('expand' as const), id, limit: fc.integer({ min: 1, max: 50 }) }),
    fc.record({ kind: fc.constant('path' as const), from: id, to: id }),
    fc.record({ kind: fc.constant('hide' as const), id }),
  );

  it('end with the one that was taken, once, with one path and one expansion of a node at most', () => {
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 20 }), (taken) => {
        const result = taken.reduce<Step[]>(withStep, []);
        expect(result.at(-1)).toEqual(taken.at(-1));
        const keys = result.map((one) => (one.kind === 'path' ? 'path' : `${one.kind} ${one.id}`));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('show a node again when it is expanded after it was hidden', () => {
    const hidden = withStep([], { kind: 'hide', id: 'a' });
    expect(withStep(hidden, { kind: 'expand', id: 'a', limit: 25 })).toEqual([{ kind: 'expand', id: 'a', limit: 25 }]);
  });
});

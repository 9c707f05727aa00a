import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { AnsweredStep } from '../../client/state/picture/picture.ts';
import {
  emptyPicture,
  isKnown,
  knownNode,
  learn,
  mostRemembered,
  picture,
  pictureOf,
} from '../../client/state/picture/picture.ts';
import type { Step } from '../../client/state/view/view.ts';
import { withStep } from '../../client/state/view/view.ts';
import type { Graph } from '../../server/contract/graph.ts';

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
const someIds = fc.uniqueArray(id, { minLength: 1, maxLength: 3 });
const expansion = fc.record({
  kind: fc.constant('expand' as const),
  id,
  limit: fc.integer({ min: 1, max: 50 }),
  kinds: fc.option(fc.subarray(['in:KNOWS', 'out:RUNS'], { minLength: 1 })),
});
const path = fc.record({
  kind: fc.constant('path' as const),
  from: id,
  to: id,
  pathKind: fc.constant('shortest' as const),
  maxHops: fc.constant(6),
  avoid: fc.constant(null),
});
const common = fc.record({ kind: fc.constant('common' as const), ids: someIds });
const bringing = fc.record({ kind: fc.constant('bring' as const), source: id, id });
const hiding = fc.record({ kind: fc.constant('hide' as const), ids: someIds });
const keeping = fc.record({ kind: fc.constant('keep' as const), ids: someIds });
const plain: fc.Arbitrary<Step> = fc.oneof(expansion, path, common, bringing, hiding, keeping);

const asked: fc.Arbitrary<AnsweredStep> = fc.record({
  step: fc.oneof(expansion, path, common, bringing),
  answer: fc.record({ graph, total: fc.integer({ min: 0, max: 90 }) }),
});
const taking: fc.Arbitrary<AnsweredStep> = fc.record({ step: fc.oneof(hiding, keeping) });
const steps = fc.array(fc.oneof({ weight: 3, arbitrary: asked }, taking), { maxLength: 6 });

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
        const { nodes, relationships, broughtBy, paths, more } = pictureOf(start, []);
        expect([...nodes.values()]).toEqual(start.nodes);
        expect([...relationships.values()]).toEqual(start.relationships);
        expect([broughtBy.size, paths.length, more.size]).toEqual([0, 0, 0]);
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

  it('has all that its answers have, but what was not kept since, and what was hidden until it is asked for itself', () => {
    fc.assert(
      fc.property(graph, steps, (start, taken) => {
        const wanted = new Set(start.nodes.map((node) => node.id));
        const off = new Set<string>();
        for (const { step, answer } of taken) {
          if (step.kind === 'hide') for (const gone of step.ids) off.add(gone);
          if (step.kind === 'keep') {
            const kept = new Set(step.ids);
            for (const node of wanted) if (!kept.has(node)) wanted.delete(node);
          }
          for (const node of answer?.graph.nodes ?? []) {
            wanted.add(node.id);
            if (step.kind === 'path' || step.kind === 'bring') off.delete(node.id);
          }
          for (const gone of off) wanted.delete(gone);
        }
        const { nodes, hidden } = pictureOf(start, taken);
        expect([...nodes.keys()].toSorted()).toEqual([...wanted].toSorted());
        expect([...hidden].filter((node) => nodes.has(node) || !off.has(node))).toEqual([]);
      }),
    );
  });

  it('knows for a node that was brought by whom, and for none that was there', () => {
    fc.assert(
      fc.property(graph, steps, (start, taken) => {
        const first = new Set(start.nodes.map((node) => node.id));
        const { broughtBy } = pictureOf(
          start,
          taken.filter(({ answer }) => answer !== undefined),
        );
        expect([...broughtBy.keys()].filter((node) => first.has(node))).toEqual([]);
        expect([...broughtBy].filter(([node, bringer]) => node === bringer)).toEqual([]);
      }),
    );
  });

  it('says how many neighbours an expanded node has in all, and how many of them were left out', () => {
    const start: Graph = { nodes: [{ id: 'a', labels: [], properties: {} }], relationships: [] };
    const step = { kind: 'expand' as const, id: 'a', limit: 25, kinds: null };
    const { totals, more } = pictureOf(start, [{ step, answer: { graph: start, total: 132 } }]);
    expect(totals.get('a')).toBe(132);
    expect([...more.values()]).toMatchObject([{ source: 'a', shown: 25, total: 132 }]);
    expect(pictureOf(start, [{ step, answer: { graph: start, total: 25 } }]).more.size).toBe(0);
  });
});

describe('the steps', () => {
  it('end with the one that was taken, with one path, and one expansion of a node in the same kinds', () => {
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 20 }), (taken) => {
        const result = taken.reduce<Step[]>(withStep, []);
        expect(result.at(-1)).toEqual(taken.at(-1));
        const keys = result.flatMap((one) => {
          if (one.kind === 'path') return ['path'];
          return one.kind === 'expand' ? [JSON.stringify([one.id, one.kinds])] : [];
        });
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('show a node again when it is expanded after it was hidden, and it alone', () => {
    const hidden = withStep([], { kind: 'hide', ids: ['a', 'b'] });
    const expand: Step = { kind: 'expand', id: 'a', limit: 25, kinds: null };
    expect(withStep(hidden, expand)).toEqual([{ kind: 'hide', ids: ['b'] }, expand]);
    expect(withStep([{ kind: 'hide', ids: ['a'] }], expand)).toEqual([expand]);
  });
});

const graphOf = (from: number, to: number): Graph => ({
  nodes: Array.from({ length: to - from }, (_, index) => ({ id: `n${from + index}`, labels: [], properties: {} })),
  relationships: Array.from({ length: to - from }, (_, index) => {
    return { id: `r${from + index}`, type: 'KNOWS', start: `n${from}`, end: `n${from}`, properties: {} };
  }),
});

describe('what has arrived', () => {
  afterEach(() => {
    picture.value = emptyPicture;
  });
  it('is remembered up to a limit, the newest first, and what is on the picture always', () => {
    const first = graphOf(0, 2);
    learn(first);
    picture.value = pictureOf({ nodes: first.nodes.slice(0, 1), relationships: first.relationships.slice(0, 1) }, []);
    learn(graphOf(2, mostRemembered));
    expect(['n0', 'r0', 'n1', 'r1'].map(isKnown)).toEqual([true, true, true, true]);
    learn(graphOf(mostRemembered, mostRemembered + 2));
    expect(['n0', 'r0', 'n1', 'r1', 'n2', 'r2'].map(isKnown)).toEqual([true, true, false, false, true, true]);
    expect(knownNode('n0')).toBe(first.nodes[0]);
    // What arrives again is new again.
    learn(graphOf(2, 3));
    learn(graphOf(1, 2));
    expect(['n1', 'n2', 'n3'].map(isKnown)).toEqual([true, true, false]);
  });
});

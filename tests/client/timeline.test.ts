import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../server/contract/answer.ts';
import type { Node, Relationship } from '../../server/contract/graph.ts';
import type { Json } from '../../server/contract/json.ts';
import { layOutTimeline, movedSight, ticksOf, zoomedSight } from '../../client/state/timeline/timeline-layout.ts';
import { boundsOf, horizonOf, isAbout, leastSpan, timelineIn } from '../../client/state/timeline/timeline.ts';
import type { TimelineItem } from '../../client/state/timeline/timeline.ts';
import { dayOf, whenOf } from '../../client/state/timeline/when.ts';

const days = (from: string, to: string) => ({ from: Date.parse(from) / 86_400_000, to: Date.parse(to) / 86_400_000 });

describe('when something was', () => {
  it('is some time within a year, a month or a day', () => {
    for (const [at, moment] of [
      ['2006', days('2006-01-01', '2007-01-01')],
      ['2006-05', days('2006-05-01', '2006-06-01')],
      ['2006-05-31', days('2006-05-31', '2006-06-01')],
      ['0079-08', days('0079-08-01', '0079-09-01')],
    ] as const) {
      expect(whenOf({ at })).toEqual({ iso: at, isPoint: true, begin: moment, end: moment });
    }
  });

  it('is a period, whose ends are as precise as they are told, or open', () => {
    const [in2005, in2010] = [days('2005-01-01', '2006-01-01'), days('2010-01-01', '2011-01-01')];
    expect(whenOf({ period: '2005/2010' })).toMatchObject({ isPoint: false, begin: in2005, end: in2010 });
    expect(whenOf({ period: '2005/' })).toMatchObject({ isPoint: false, begin: in2005, end: null });
    expect(whenOf({ period: '/2010' })).toMatchObject({ isPoint: false, begin: null, end: in2010 });
    expect(whenOf({ since: '2005', until: '2010' })).toMatchObject({ iso: '2005/2010', begin: in2005, end: in2010 });
    expect(whenOf({ since: '2005' })).toMatchObject({ iso: '2005/', begin: in2005, end: null });
  });

  it('is all of a year that is itself the period', () => {
    const { from, to } = days('2010-01-01', '2011-01-01');
    expect(whenOf({ period: '2010' })).toEqual({
      iso: '2010',
      isPoint: false,
      begin: { from, to: from },
      end: { from: to, to },
    });
  });

  it.each(['spring', '2006-13', '2006-02-30', '06', '2010/2005', '/', '2005/2006/2007', '2005/later', '', 2006, null])(
    'is not guessed from %j',
    (at) => {
      expect(whenOf({ at })).toBeNull();
      expect(whenOf({ period: at })).toBeNull();
    },
  );
});

const node = (id: string, properties: Node['properties']): Node => ({ id, labels: ['Event'], properties });
const relationship = (id: string, properties: Node['properties']): Relationship => ({
  id,
  type: 'RECEIVED',
  start: 'who',
  end: 'what',
  properties,
});

function answerOf(nodes: readonly Node[], relationships: readonly Relationship[] = []): Answer {
  const rows: Json[][] = [
    ...nodes.map(({ id }) => ['', { $node: id }, [], []]),
    ...relationships.map(({ id, start }) => ['', { $node: start }, [{ $relationship: id }], []]),
  ];
  return {
    graph: { nodes: [...nodes], relationships: [...relationships] },
    table: { columns: ['date', 'node', 'relationships', 'ends'], rows },
    truncated: false,
    ms: 1,
    notices: [],
  };
}

const nodesFirst = ({ kind }: { kind: string }): number => (kind === 'node' ? 0 : 1);

const asPoint = (at: string): Node['properties'] => ({ at });
const asPeriod = (period: string): Node['properties'] => ({ period });

const iso = fc.oneof(
  fc.constantFrom('2006', '2006-05', '2006-05-31', '2005/2010', '2006/', '/2010', '1997-12', '2010-11/2011'),
  fc.integer({ min: 1, max: 9_998 }).map((year) => String(year).padStart(4, '0')),
  fc.date({ min: new Date('0001-01-01'), max: new Date('9998-12-31'), noInvalidDate: true }).map(dateText),
);
function dateText(date: Date): string {
  return date.toISOString().slice(0, 10);
}
const wrong = fc.constantFrom('spring 2006', '2006-13-01', '2010/2005').map(asPoint);
const dated = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: iso.map((date) => (date.includes('/') ? asPeriod(date) : asPoint(date))) },
    { weight: 1, arbitrary: wrong },
  ),
  { maxLength: 60 },
);
const numbered = (all: readonly Node['properties'][]): Node[] =>
  all.map((properties, index) => node(`n${index}`, properties));

describe('the timeline', () => {
  it('has nodes and relationships in the order of time, nodes first where both are of one time', () => {
    const nodes = [node('award', { at: '2008-06' }), node('founding', { at: '1997-12' })];
    const all = answerOf(nodes, [
      relationship('who.RECEIVED.what', { at: '2008-06' }),
      relationship('who.RUNS.what', { since: '2006' }),
    ]);
    const { items } = timelineIn({ ...all, graph: { ...all.graph, nodes: [...nodes, node('who', {})] } }, nodesFirst);
    expect(items.map(({ id }) => id)).toEqual(['founding', 'who.RUNS.what', 'award', 'who.RECEIVED.what']);
    expect(items.map(({ nodes: about }) => about)).toEqual([['founding'], ['who', 'what'], ['award'], ['who', 'what']]);
    expect(items.filter((item) => isAbout(item, ['what'])).map(({ id }) => id)).toEqual([
      'who.RUNS.what',
      'who.RECEIVED.what',
    ]);
  });

  it('places every row, or counts it among those that cannot be read', () => {
    fc.assert(
      fc.property(dated, (all) => {
        const { items, unreadable } = timelineIn(answerOf(numbered(all)), nodesFirst);
        expect(items.length + unreadable).toBe(all.length);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      }),
    );
  });

  it('is the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(
        dated.chain((all) =>
          fc.tuple(fc.constant(numbered(all)), fc.shuffledSubarray(numbered(all), { minLength: all.length })),
        ),
        ([one, other]) => {
          expect(timelineIn(answerOf(other), nodesFirst)).toEqual(timelineIn(answerOf(one), nodesFirst));
        },
      ),
    );
  });

  it('reaches a little beyond all that is dated', () => {
    const { items } = timelineIn(answerOf([node('a', { at: '1997' }), node('b', { period: '2006/' })]), nodesFirst);
    const { from, to } = horizonOf(items);
    expect([from < dayOf(1997), from > dayOf(1996), to > dayOf(2007), to < dayOf(2008)]).toEqual(Array(4).fill(true));
    expect(horizonOf([])).toEqual({ from: 0, to: leastSpan });
  });
});

const itemsOf = (all: readonly Node['properties'][]): readonly TimelineItem[] =>
  timelineIn(answerOf(numbered(all)), nodesFirst).items;

describe('the strip of the timeline', () => {
  const strip = fc.record({
    width: fc.integer({ min: 60, max: 2_000 }),
    mostLanes: fc.integer({ min: 1, max: 8 }),
    label: fc.integer({ min: 20, max: 220 }),
  });

  it('has no two marks of a lane that overlap, no more lanes than there are, and every item in sight once', () => {
    fc.assert(
      fc.property(
        dated,
        strip,
        fc.double({ min: 1, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, { width, mostLanes, label }, factor, at) => {
          const items = itemsOf(all);
          const whole = horizonOf(items);
          const sight = zoomedSight(whole, factor, at, whole);
          const marks = layOutTimeline(items, { sight, width, mostLanes, labelWidth: () => label });
          const inSight = items.filter(({ when }) => boundsOf(when).from < sight.to && boundsOf(when).to > sight.from);
          expect(marks.flatMap((mark) => mark.items.map(({ id }) => id)).toSorted()).toEqual(
            inSight.map(({ id }) => id).toSorted(),
          );
          for (const { lane, box, bar } of marks) {
            expect(lane).toBeLessThan(mostLanes);
            expect(box.left).toBeGreaterThanOrEqual(0);
            expect(box.right).toBeLessThanOrEqual(width + 1e-6);
            expect(bar.left).toBeGreaterThanOrEqual(box.left);
            expect(bar.right).toBeLessThanOrEqual(box.right + 1e-6);
          }
          for (const one of marks) {
            for (const other of marks) {
              if (one === other || one.lane !== other.lane) continue;
              expect(one.box.right <= other.box.left || other.box.right <= one.box.left).toBe(true);
            }
          }
        },
      ),
    );
  });

  const sight = { from: dayOf(2000), to: dayOf(2010) };
  const room = { sight, width: 1_000, mostLanes: 6, labelWidth: () => 60 };

  it('draws what is told of a time in true proportion, and the same time once', () => {
    const marks = layOutTimeline(itemsOf([{ at: '2005' }, { at: '2005' }, { at: '2007-01' }]), room);
    expect(marks.map(({ items, bar }) => [items.length, Math.round(bar.left), Math.round(bar.right)])).toEqual([
      [2, 500, 600],
      [1, 700, 708],
    ]);
  });

  it('says how sure the ends of a period are, and which of them are open', () => {
    const [lasting, open] = layOutTimeline(itemsOf([{ period: '2001/2005' }, { period: '2006/' }]), room);
    expect(
      [lasting?.bar.left, lasting?.sure.left, lasting?.sure.right, lasting?.bar.right].map((x) => Math.round(x ?? 0)),
    ).toEqual([100, 200, 500, 600]);
    expect([open?.isOpenLeft, open?.isOpenRight, open?.bar.right]).toEqual([false, true, 1_000]);
    const [point] = layOutTimeline(itemsOf([{ at: '2003' }]), room);
    expect(point && point.sure.right - point.sure.left).toBe(0);
  });

  it('puts together what lies near in time rather than leaving any of it out', () => {
    const months = Array.from({ length: 12 }, (_, index) => ({ at: `2004-${String(index + 1).padStart(2, '0')}` }));
    expect(layOutTimeline(itemsOf(months), { ...room, mostLanes: 2 }).map(({ items }) => items.length)).toEqual([12]);
  });

  it('names as many years as have room, or months', () => {
    expect(ticksOf(sight, 1_000).map((tick) => tick.iso)).toEqual([
      '2000',
      '2001',
      '2002',
      '2003',
      '2004',
      '2005',
      '2006',
      '2007',
      '2008',
      '2009',
    ]);
    expect(ticksOf(sight, 200).map((tick) => tick.iso)).toEqual(['2000', '2005']);
    expect(ticksOf({ from: dayOf(2006, 3), to: dayOf(2006, 6) }, 300).map((tick) => tick.iso)).toEqual([
      '2006-04',
      '2006-05',
      '2006-06',
    ]);
  });

  it('is looked round in no farther than it reaches, and no nearer than the least span', () => {
    const horizon = { from: 0, to: 1_000 };
    expect(zoomedSight(horizon, 0.5, 0.5, horizon)).toEqual(horizon);
    expect(zoomedSight(horizon, 2, 0, horizon)).toEqual({ from: 0, to: 500 });
    expect(movedSight({ from: 0, to: 500 }, 900, horizon)).toEqual({ from: 500, to: 1_000 });
    expect(movedSight({ from: 300, to: 500 }, -900, horizon)).toEqual({ from: 0, to: 200 });
    const near = zoomedSight(horizon, 1e9, 0.5, horizon);
    expect(near.to - near.from).toBeCloseTo(leastSpan);
  });
});

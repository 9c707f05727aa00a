import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestContext } from 'vitest';
import { numbersIn } from '../../graph-seed/numbers-in-text.ts';
import type { Graph } from '../../server/contract/graph.ts';
import { sliceDocument, type Slice } from '../../server/passage-text/slices.ts';
import { groundsOfGraph } from './grounds.ts';
import { readWhole } from './read-whole.ts';

const root = fileURLToPath(new URL('../../graph-seed', import.meta.url));
const builtIn = readdirSync(root).filter((name) => existsSync(join(root, name, 'ontology.yaml')));

/** Texts that are not ours to pass on, and lie beside the project where they are at hand. */
const besideProject: Record<string, string> = {
  'jinhua-2011': fileURLToPath(new URL('../../../shared/document.zh.txt', import.meta.url)),
};

type DataSet = Awaited<ReturnType<typeof readWhole>>;

it('has data sets to be looked at', () => {
  expect(builtIn).toContain('jinhua-2011');
});

describe.each(builtIn)('the data set %s', (name) => {
  let dataSet: DataSet;
  beforeAll(async () => {
    dataSet = await readWhole(join(root, name));
  });

  it('has grounds for every node and every relationship: quotes, premises, or a place in the document', () => {
    const { nodes, relationships } = dataSet.batch;
    const { ungrounded, counts } = groundsOfGraph(dataSet.batch, dataSet.ontology.document.id);
    expect(ungrounded).toEqual([]);
    expect(counts.quoted + counts.derived + counts.places).toBe(nodes.length + relationships.length);
    expect(Math.min(counts.quoted, counts.derived, counts.places)).toBeGreaterThan(0);
  });

  it('has each of its quotes, and the beginning of each passage, in the document at the address', async (context) => {
    const slices = await slicesOf(dataSet, name, context);
    const { claims } = groundsOfGraph(dataSet.batch, dataSet.ontology.document.id);
    expect(claims.length).toBeGreaterThan(dataSet.batch.nodes.length);
    expect(claims.filter(({ at, quote }) => !slices.get(at)?.text.includes(quote))).toEqual([]);
  });

  it('has the value of each stated number in its quote', () => {
    const figures = dataSet.values['figures.yaml'].figures.filter(({ basis }) => basis === 'stated');
    expect(figures.length).toBeGreaterThan(5);
    const silent = figures.filter(
      ({ value, evidence }) => !evidence.some(({ quote }) => valuesIn(quote).includes(value)),
    );
    expect(silent).toEqual([]);
  });

  it('has the year of each stated date in a passage that is its evidence', async (context) => {
    const slices = await slicesOf(dataSet, name, context);
    const { values } = dataSet;
    const facts = [...values['nodes.yaml'], ...values['relationships.yaml'], ...values['figures.yaml'].figures];
    const undated = facts.filter((fact) => {
      const texts = fact.evidence.map(({ at }) => slices.get(at)?.text ?? '').join('\n');
      return fact.basis === 'stated' && yearsOf(fact).some((year) => !texts.includes(year));
    });
    expect(undated.map((fact) => ('id' in fact ? fact.id : `${fact.from}.${fact.type}.${fact.to}`))).toEqual([]);
    expect(facts.some((fact) => fact.basis === 'stated' && yearsOf(fact).length > 0)).toBe(true);
  });
});

describe('a graph that rests on nothing', () => {
  const passage = { id: 'p', labels: [], properties: { address: 'lead.1', opening: 'x', order: 1 } };
  const document = { id: 'd', labels: [], properties: {} };
  const said = { evidence: ['lead.1'], quotes: ['x'], basis: 'stated' };
  const derived = { ...said, basis: 'derived', derivedFrom: '甲', derivedFromEn: 'A' };
  const wholly = (...facts: Graph['nodes']): Graph => ({ nodes: [document, passage, ...facts], relationships: [] });
  const line = (properties: Graph['relationships'][number]['properties'], start = 'p', end = 'd'): Graph => ({
    nodes: wholly({ id: 'a', labels: [], properties: said }).nodes,
    relationships: [{ id: 'line', type: 'T', start, end, properties }],
  });

  it.each<[string, Graph, string[]]>([
    ['nothing of the kind', wholly({ id: 'a', labels: [], properties: said }), []],
    ['a node that says nothing', wholly({ id: 'a', labels: [], properties: {} }), ['a: it has neither']],
    [
      'an address of no passage',
      wholly({ id: 'a', labels: [], properties: { ...said, evidence: ['s1'] } }),
      ['a: there is no'],
    ],
    [
      'fewer quotes than addresses',
      wholly({ id: 'a', labels: [], properties: { ...said, quotes: [] } }),
      ['a: its quotes'],
    ],
    ['a derived fact without premises', wholly({ id: 'a', labels: [], properties: derived }), ['a: a is derived']],
    [
      'a premise that is gone',
      wholly({ id: 'a', labels: [], properties: { ...derived, premises: ['b'] } }),
      ['a: the premise b'],
    ],
    [
      'a fact that is its own premise',
      wholly({ id: 'a', labels: [], properties: { ...derived, premises: ['a'] } }),
      ['a: it follows from itself'],
    ],
    [
      'a place beyond the passages',
      wholly({ id: 'a', labels: [], properties: { address: 's2' } }),
      ['a: no passage is at s2'],
    ],
    ['a line between a place and the whole', line({}), []],
    ['a line of the world without evidence', line({}, 'a', 'p'), ['line: it has no evidence']],
    ['a quote that its start does not have', line({ quote: 'y' }, 'a', 'p'), ['line: what it quotes']],
  ])('is told of %s', (_, graph, wrong) => {
    const { ungrounded } = groundsOfGraph(graph, 'd');
    expect(ungrounded).toEqual(wrong.map((begin) => expect.stringMatching(`^${begin}`)));
  });
});

/** The passages' text. A text that is not at hand is a reason to skip, and named. */
async function slicesOf(
  { document, values }: DataSet,
  name: string,
  { skip }: TestContext,
): Promise<ReadonlyMap<string, Slice>> {
  const path = besideProject[name];
  skip(document === undefined && !(path && existsSync(path)), `the document of ${name} is not beside the project`);
  const text = document ?? (await readFile(path ?? '', 'utf8'));
  return sliceDocument(text, values['passages.yaml'].passages).slices;
}

const chineseDigits: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };

/** Every reading of every number in a quote, those of one Chinese numeral and of English “one” with them. */
function valuesIn(quote: string): number[] {
  const numerals = Array.from(quote, (character) => chineseDigits[character] ?? []).flat();
  const one = /\b(one|a|an|each)\b/i.test(quote) ? [1] : [];
  const years = numbersIn(quote).flatMap(({ date }) => (date === undefined ? [] : [Number(date)]));
  return [...numbersIn(quote).flatMap(({ values }) => values), ...years, ...numerals, ...one];
}

const dateKeys = new Set(['at', 'since', 'until', 'period']);

/** The years of all dates of a fact. */
function yearsOf(fact: object): string[] {
  const dates = Object.entries(fact).flatMap(([key, value]) =>
    dateKeys.has(key) && typeof value === 'string' ? value.split('/') : [],
  );
  return [...new Set(dates.filter((date) => date !== '').map((date) => date.slice(0, 4)))];
}

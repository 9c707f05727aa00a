import { array, assert as check, constant, integer, property, record } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  coverage,
  cellsOf,
  joined,
  knownCoverage,
  loadCoverage,
  percentOf,
  textShares,
} from '../../client/state/reading/coverage.ts';
import { wordsOfCell } from '../../client/state/reading/coverage-words.ts';
import { locale } from '../../client/state/locale.ts';
import { loadMentions } from '../../client/state/reading/mentions.ts';
import { ontology } from '../../client/state/ontology.ts';
import { openTextFile, takenText } from '../../client/state/reading/original-text.ts';
import { loadPassages, passages } from '../../client/state/reading/passages.ts';
import { coverageOf } from '../../graph-seed/coverage.ts';
import { sliceDocument } from '../../server/passage-text/slices.ts';
import { againstApp } from './against-app.ts';

const { app } = againstApp();
beforeAll(async () => {
  ontology.value = app().loaded.ontology;
  await Promise.all([loadPassages(), loadMentions(), loadCoverage()]);
});

const someCoverage = record({
  address: constant('lead'),
  nodes: integer({ min: 0, max: 9 }),
  relationships: integer({ min: 0, max: 9 }),
  figures: integer({ min: 0, max: 9 }),
  leftOut: constant([]),
});

describe('coverage', () => {
  it('has the numbers on the page that the command on the data set prints', () => {
    expect(knownCoverage.value.kind).toBe('answered');
    expect(coverage.value.map(({ leftOut, ...counts }) => [counts, leftOut])).toEqual(
      coverageOf(app().loaded.values, undefined).map(({ at, leftOut, nodes, relationships, figures }) => [
        { address: at, nodes, relationships, figures },
        leftOut.map(({ quote, reason }) => ({ quote, reason })),
      ]),
    );
    expect(coverage.value.length).toBeGreaterThan(20);
  });

  it('has the same share of a text as the command', async () => {
    // The document is not part of the project: a text of its own openings and quotes stands for it.
    const { values } = app().loaded;
    const quotes = coverageOf(values, undefined).map(({ at }) => [at, quotesAt(at)] as const);
    const text = values['passages.yaml'].passages
      .map(({ at, opening }) => `${opening}——${new Map(quotes).get(at)?.join('，另有') ?? ''}。\n`)
      .join('');
    await openTextFile(new File([text], 'made.txt'));
    const { slices } = sliceDocument(text, values['passages.yaml'].passages);
    const expected = coverageOf(values, slices).flatMap(({ at, text: share }) =>
      share ? [[at, { characters: share.characters, covered: share.covered }]] : [],
    );
    expect([...textShares.value]).toEqual(expected);
    expect(expected.length).toBe(passages.value.length);
    takenText.value = null;
    expect(textShares.value.size).toBe(0);
  });

  it('has no share of a passage that has the text of others, too, which were not found', async () => {
    const { values } = app().loaded;
    const all = values['passages.yaml'].passages;
    const [before, lost] = [all[5]?.at ?? '', all[6]?.at ?? ''];
    const text = all.map(
      ({ at, opening }) => `${at === lost ? '没有这一段' : [opening, ...quotesAt(at)].join('，')}。\n`,
    );
    await openTextFile(new File([text.join('')], 'made.txt'));
    expect([textShares.value.has(before), textShares.value.has(lost)]).toEqual([false, false]);
    expect(textShares.value.size).toBe(passages.value.length - 2);
    takenText.value = null;
  });

  it('is told in words, with what was left out and why', () => {
    locale.value = 'zh';
    const first = coverage.value.find(({ leftOut }) => leftOut.length > 0);
    if (!first) throw new Error('nothing was left out');
    const [omission] = first.leftOut;
    expect(wordsOfCell(joined([first], new Map()))).toContain(`略去“${omission?.quote}”：${omission?.reason}`);
  });
});

describe('the cells of the strip', () => {
  it('are as many as fit at most, with all passages in their order and nothing lost', () => {
    check(
      property(array(someCoverage, { maxLength: 500 }), integer({ min: 1, max: 60 }), (all, most) => {
        const numbered = all.map((passage, index) => ({ ...passage, address: `lead.${index + 1}` }));
        const cells = cellsOf(numbered, new Map(), most);
        expect(cells.length).toBeLessThanOrEqual(most);
        expect(cells.flatMap(({ addresses }) => addresses)).toEqual(numbered.map(({ address }) => address));
        const whole = joined(numbered, new Map());
        for (const kind of ['nodes', 'relationships', 'figures'] as const) {
          expect(cells.reduce((sum, cell) => sum + cell[kind], 0)).toBe(whole[kind]);
        }
      }),
    );
  });

  it('of several passages have the share of all their text', () => {
    const shares = new Map([
      ['lead.1', { characters: 10, covered: 10 }],
      ['lead.2', { characters: 30, covered: 0 }],
    ]);
    const [cell] = cellsOf(
      ['lead.1', 'lead.2', 'lead.3'].map((address) => ({
        address,
        nodes: 0,
        relationships: 0,
        figures: 0,
        leftOut: [],
      })),
      shares,
      1,
    );
    expect(percentOf(cell?.text)).toBe(25);
    expect(percentOf({ characters: 0, covered: 0 })).toBeUndefined();
  });
});

/** What is quoted of a passage. */
function quotesAt(at: string): string[] {
  const { values } = app().loaded;
  const facts = [...values['nodes.yaml'], ...values['relationships.yaml'], ...values['figures.yaml'].figures];
  return facts.flatMap(({ evidence }) => evidence.filter((one) => one.at === at).map(({ quote }) => quote));
}

import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ontology } from '../../client/state/ontology.ts';
import { importQueries, queryFile } from '../../client/state/workbench/query-file.ts';
import {
  forgetRun,
  haveRunsGone,
  keepRuns,
  mostCharacters,
  mostRuns,
  newest,
  pastRuns,
  recordRun,
} from '../../client/state/workbench/query-history.ts';
import { areQueriesKept, keepQueries, takeUpQueries } from '../../client/state/workbench/query-keeping.ts';
import { queryLink } from '../../client/state/workbench/query-link.ts';
import { queryMessage } from '../../client/state/workbench/query-message.ts';
import { endRun, startRun } from '../../client/state/workbench/query-run.ts';
import type { RunOutcome } from '../../client/state/workbench/query-run.ts';
import {
  changeSaved,
  deleteSaved,
  longestName,
  mostSaved,
  savedAs,
  savedQueries,
  saveQuery,
} from '../../client/state/workbench/saved-queries.ts';
import { readAddress, writeAddress } from '../../client/state/view/address.ts';
import { firstLocale, locale } from '../../client/state/locale.ts';
import { longestLink } from '../../client/state/view/keeping.ts';
import { readSharedQuery, sharedQuery } from '../../client/state/workbench/shared-query.ts';
import type { Ontology } from '../../server/contract/data-set/ontology.ts';
import { longestText } from '../../client/state/workbench/workbench-editor.ts';
import { bareOntology } from './bare-ontology.ts';

beforeEach(() => {
  pastRuns.value = [];
  savedQueries.value = [];
  haveRunsGone.value = false;
  areQueriesKept.value = true;
  queryMessage.value = null;
  sharedQuery.value = null;
  ontology.value = ontologyOf('');
  locale.value = 'zh';
});

/** What the page knows of a data set, as far as it matters here. */
const ontologyOf = (dataSet: string): Ontology => ({ ...bareOntology, dataSet });

const answer = (rows: number): RunOutcome => ({
  kind: 'answer',
  answer: {
    graph: { nodes: [], relationships: [] },
    table: { columns: ['n'], rows: Array.from({ length: rows }, (_, index) => [index]) },
    truncated: false,
    ms: 1,
    notices: [],
  },
});
const problem: RunOutcome = {
  kind: 'problem',
  problem: { type: 'about:blank', title: '', status: 400, detail: '', code: 'cypher-syntax' },
};

const ran = (cypher: string, outcome: RunOutcome = answer(1)): void =>
  recordRun(endRun(startRun(cypher, {}, 'run'), outcome));

/** A browser's storage, with as much room as is said. */
function storageWith(room = Number.POSITIVE_INFINITY): Storage {
  const items = new Map<string, string>();
  return {
    length: 0,
    clear: () => items.clear(),
    key: () => null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    setItem(key, text) {
      if (text.length > room) throw new DOMException('there is no room left', 'QuotaExceededError');
      items.set(key, text);
    },
  };
}

const fileOf = (content: unknown): Blob => new Blob([typeof content === 'string' ? content : JSON.stringify(content)]);
const own = { format: 'document-graph-explorer queries', version: 1 };

describe('the history of runs', () => {
  it('has what was run, newest first, with what came of it', () => {
    ran('RETURN 1', answer(3));
    ran('RETURN', problem);
    ran('MATCH (n)', { kind: 'stopped' });
    recordRun(startRun('RETURN 2', {}, 'run'));
    expect(pastRuns.value.map(({ cypher, outcome, rows, code }) => [cypher, outcome, rows, code])).toEqual([
      ['MATCH (n)', 'stopped', null, null],
      ['RETURN', 'failed', null, 'cypher-syntax'],
      ['RETURN 1', 'ok', 3, null],
    ]);
  });

  it('lets the oldest go when there are too many, and says so', () => {
    for (let index = 0; index < mostRuns; index += 1) ran(`RETURN ${index}`);
    expect(haveRunsGone.value).toBe(false);
    ran('RETURN 0 AS last');
    expect(pastRuns.value).toHaveLength(mostRuns);
    expect([pastRuns.value[0]?.cypher, pastRuns.value.at(-1)?.cypher]).toEqual(['RETURN 0 AS last', 'RETURN 1']);
    expect(haveRunsGone.value).toBe(true);
  });

  it('lets the oldest go when they are too long together', () => {
    for (const sign of ['a', 'b', 'c']) ran(`RETURN '${sign.repeat(mostCharacters / 2.5)}'`);
    expect(pastRuns.value.map(({ cypher }) => cypher[8])).toEqual(['c', 'b']);
    expect(haveRunsGone.value).toBe(true);
  });

  it('never takes more room than it has', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(20), fc.nat(200), (items, most, characters) => {
        const kept = newest(items, most, characters);
        expect(kept).toEqual(items.slice(0, kept.length));
        expect(kept.length).toBeLessThanOrEqual(most);
        const taken = (count: number) =>
          items.slice(0, count).reduce((sum, item) => sum + JSON.stringify(item).length, 0);
        expect(taken(kept.length)).toBeLessThanOrEqual(characters);
        // Nothing that has room is left out.
        const isNextTooMuch = kept.length === most || taken(kept.length + 1) > characters;
        expect(kept.length === items.length || isNextTooMuch).toBe(true);
      }),
    );
  });

  it('forgets a run when it is told to', () => {
    ran('RETURN 1');
    ran('RETURN 2');
    forgetRun(pastRuns.value[0]?.id ?? '');
    expect(pastRuns.value.map(({ cypher }) => cypher)).toEqual(['RETURN 1']);
  });
});

describe('saved queries', () => {
  it('have a name, the first words of the text where none is given', () => {
    saveQuery('MATCH (n)\n  RETURN n', {});
    saveQuery('RETURN 1', { a: 1 }, '  一  ');
    expect(savedQueries.value.map(({ name }) => name)).toEqual(['一', 'MATCH (n) RETURN n']);
    saveQuery('RETURN 2', {}, 'x'.repeat(500));
    expect(savedQueries.value[0]?.name).toHaveLength(longestName);
  });

  it('are found by their text and values', () => {
    saveQuery('RETURN $a', { a: 1 });
    expect(savedAs('RETURN $a', { a: 1 })).toBeDefined();
    expect(savedAs('RETURN $a', { a: 2 })).toBeUndefined();
  });

  it('take another name and another text', () => {
    saveQuery('RETURN 1', {});
    const id = savedQueries.value[0]?.id ?? '';
    expect(changeSaved(id, { name: 'one', cypher: 'RETURN 2' })).toBe(true);
    expect(savedQueries.value[0]).toMatchObject({ id, name: 'one', cypher: 'RETURN 2' });
    changeSaved(id, { name: ' ' });
    expect(savedQueries.value[0]?.name).toBe('RETURN 2');
  });

  it('come back where they were when deleting is undone', () => {
    for (const name of ['c', 'b', 'a']) saveQuery(`RETURN '${name}'`, {}, name);
    deleteSaved(savedQueries.value[1]?.id ?? '');
    expect(savedQueries.value.map(({ name }) => name)).toEqual(['a', 'c']);
    queryMessage.value?.act?.run();
    expect(savedQueries.value.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(queryMessage.value).toBeNull();
  });

  it('are never lost for want of room: a new one is refused, and it is said', () => {
    for (let index = 0; index < mostSaved; index += 1) saveQuery(`RETURN ${index}`, {});
    expect(saveQuery('RETURN 0 AS last', {})).toBe(false);
    expect(savedQueries.value).toHaveLength(mostSaved);
    expect(queryMessage.value?.word).toBe('queries.full');
    savedQueries.value = [];
    saveQuery('RETURN 1', {});
    expect(changeSaved(savedQueries.value[0]?.id ?? '', { cypher: 'x'.repeat(mostCharacters) })).toBe(false);
    expect(savedQueries.value[0]?.cypher).toBe('RETURN 1');
  });
});

describe('what is kept for the next visit', () => {
  it('is there again, and what was run meanwhile stays newest', () => {
    const storage = storageWith();
    const stop = keepQueries(storage);
    ran('RETURN 1');
    saveQuery('RETURN 2', { a: [1, '二'] }, '二');
    stop();
    pastRuns.value = [];
    savedQueries.value = [];
    ran('RETURN 3');
    keepQueries(storage)();
    expect(pastRuns.value.map(({ cypher }) => cypher)).toEqual(['RETURN 3', 'RETURN 1']);
    expect(savedQueries.value).toMatchObject([{ name: '二', params: { a: [1, '二'] } }]);
    expect(areQueriesKept.value).toBe(true);
  });

  it('is for this visit only where the storage is full or forbidden, and the page knows', () => {
    const stop = keepQueries(storageWith(10));
    ran('RETURN 1');
    expect([areQueriesKept.value, pastRuns.value.length]).toEqual([false, 1]);
    stop();
    keepQueries(storageWith(), false)();
    expect(areQueriesKept.value).toBe(false);
  });

  it('passes over what makes no sense', () => {
    const storage = storageWith();
    for (const text of ['', '{', '12', '{}', '[1, null, {"cypher": 1}]']) {
      storage.setItem('past-runs.1.', text);
      storage.setItem('saved-queries.1.', text);
      keepQueries(storage)();
      expect([pastRuns.value, savedQueries.value]).toEqual([[], []]);
    }
  });

  it('is what another tab has kept too', () => {
    const storage = storageWith();
    const stop = keepQueries(storage);
    ran('RETURN 1');
    const [run] = pastRuns.value;
    takeUpQueries('past-runs.1.', JSON.stringify([{ ...run, id: 'other', cypher: 'RETURN 2' }, run]));
    takeUpQueries(null, null);
    expect(pastRuns.value.map(({ cypher }) => cypher)).toEqual(['RETURN 2', 'RETURN 1']);
    stop();
  });

  it('is of each data set by itself', () => {
    const storage = storageWith();
    const stop = keepQueries(storage);
    saveQuery('RETURN 1', {});
    stop();
    for (const [dataSet, names] of [
      ['other', []],
      ['', ['RETURN 1']],
    ] as const) {
      savedQueries.value = [];
      ontology.value = ontologyOf(dataSet);
      keepQueries(storage)();
      expect(savedQueries.value.map(({ name }) => name)).toEqual(names);
    }
  });

  it('is found and kept as soon as it is known of which data set it is', () => {
    const storage = storageWith();
    ontology.value = ontologyOf('law');
    const stop = keepQueries(storage);
    saveQuery('RETURN 1', {});
    stop();
    savedQueries.value = [];
    ontology.value = null;
    const stopLater = keepQueries(storage);
    saveQuery('RETURN 2', {});
    expect(savedQueries.value.map(({ name }) => name)).toEqual(['RETURN 2']);
    ontology.value = ontologyOf('law');
    expect(savedQueries.value.map(({ name }) => name)).toEqual(['RETURN 2', 'RETURN 1']);
    saveQuery('RETURN 3', {});
    stopLater();
    expect(storage.getItem('saved-queries.1.law')).toContain('RETURN 3');
    expect(storage.getItem('saved-queries.1.')).toBeNull();
  });
});

describe('a file of queries', () => {
  it('brings all of it elsewhere, and nothing twice', async () => {
    ran('RETURN 1', problem);
    saveQuery('RETURN 2', { a: { b: null } }, '二');
    const { name, content } = queryFile();
    expect(name).toBe('graph.queries.json');
    const before = queryFile().content.replaceAll(/"id": .*/g, '');
    await importQueries(fileOf(content));
    expect(queryMessage.value).toMatchObject({ word: 'queries.imported', values: { n: 0, doubles: 2 } });
    pastRuns.value = [];
    savedQueries.value = [];
    await importQueries(fileOf(content));
    expect(queryMessage.value).toMatchObject({ word: 'queries.imported', values: { n: 2, doubles: 0 } });
    expect(queryFile().content.replaceAll(/"id": .*/g, '')).toBe(before);
  });

  it('adds to what there is, by time, with ids of the page’s own', async () => {
    ran('RETURN 1');
    const { content } = queryFile();
    const [run] = pastRuns.value;
    if (!run) throw new Error('nothing was run');
    keepRuns([{ ...run, cypher: 'RETURN 2', at: run.at - 10 }]);
    await importQueries(fileOf(content));
    expect(pastRuns.value.map(({ cypher }) => cypher)).toEqual(['RETURN 1', 'RETURN 2']);
    expect(new Set(pastRuns.value.map(({ id }) => id)).size).toBe(2);
  });

  it('says what had no room', async () => {
    for (let index = 0; index < mostSaved; index += 1) saveQuery(`RETURN ${index}`, {});
    const { content } = queryFile();
    savedQueries.value = [];
    saveQuery('RETURN 0 AS own', {});
    await importQueries(fileOf(content));
    expect(savedQueries.value).toHaveLength(mostSaved);
    expect(savedQueries.value[0]?.cypher).toBe('RETURN 0 AS own');
    expect(queryMessage.value).toMatchObject({ word: 'queries.leftOut', values: { leftOut: 1 } });
  });

  it.each([
    ['no JSON', '{', 'queries.unreadable'],
    ['a view', { format: 'document-graph-explorer view', version: 1 }, 'queries.unreadable'],
    ['a list', [], 'queries.unreadable'],
    ['another version', { ...own, version: 2 }, 'queries.version'],
    ['no list', { ...own, saved: {} }, 'queries.wrongSaved'],
    ['a wrong query', { ...own, saved: [{ id: 'a', name: 'a', cypher: 1, params: {}, at: 1 }] }, 'queries.wrongSaved'],
    ['wrong values', { ...own, saved: [{ id: 'a', name: 'a', cypher: 'a', params: [], at: 1 }] }, 'queries.wrongSaved'],
    ['a wrong run', { ...own, runs: [{ id: 'a', cypher: 'a', params: {}, mode: 'write', at: 1 }] }, 'queries.wrongRun'],
    ['one too large', 'x'.repeat(4_000_001), 'queries.tooLarge'],
  ])('that is %s changes nothing, and it is said why', async (_, content, word) => {
    ran('RETURN 1');
    saveQuery('RETURN 2', {});
    const before = [pastRuns.value, savedQueries.value];
    await importQueries(fileOf(content));
    expect(queryMessage.value?.word).toBe(word);
    expect([pastRuns.value, savedQueries.value]).toEqual(before);
  });
});

describe('a link to a query', () => {
  const query = fc.record({
    name: fc.string({ maxLength: 40 }),
    cypher: fc.string({ minLength: 1, maxLength: 200 }).filter((text) => text.trim() !== ''),
    params: fc.dictionary(
      fc.string({ maxLength: 10 }).filter((key) => key !== '__proto__'),
      fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value))),
      { maxKeys: 4 },
    ),
  });

  it('brings its text, values and name, whatever they are, and is no part of the view then', () => {
    fc.assert(
      fc.property(query, (shared) => {
        const link = queryLink(shared);
        if (link === null) return;
        expect(readAddress(link)).toEqual([]);
        expect(sharedQuery.value).toEqual(shared);
        expect(writeAddress()).toBe('');
      }),
    );
  });

  it('keeps the language', () => {
    locale.value = 'en';
    readAddress(queryLink({ name: '', cypher: 'RETURN 1', params: {} }) ?? '');
    expect(locale.value).toBe('en');
  });

  it('keeps Chinese beside a document in English, whose page begins in that', () => {
    [firstLocale.value, locale.value] = ['en', 'zh'];
    const link = queryLink({ name: '', cypher: 'RETURN 1', params: {} }) ?? '';
    locale.value = 'en';
    readAddress(link);
    expect(locale.value).toBe('zh');
    firstLocale.value = 'zh';
  });

  it('is refused where it would be too long', () => {
    expect(queryLink({ name: '', cypher: 'x'.repeat(longestLink), params: {} })).toBeNull();
  });

  it('that makes no sense is passed over and told', () => {
    const tooLong = 'x'.repeat(longestText + 1);
    for (const text of ['', ' ', 'RETURN 1~{', 'RETURN 1~[]', 'RETURN 1~null', tooLong]) {
      expect(readSharedQuery(text)).toBeNull();
      expect(readAddress(new URLSearchParams({ cypher: text }).toString())).toEqual(['cypher']);
      expect(sharedQuery.value).toBeNull();
    }
  });
});

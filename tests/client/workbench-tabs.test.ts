import { beforeEach, describe, expect, it } from 'vitest';
import { notices } from '../../client/state/notices.ts';
import { pastRuns } from '../../client/state/workbench/query-history.ts';
import {
  activeId,
  activeTab,
  addTab,
  changeTab,
  closedTabs,
  closeTab,
  mostTabs,
  nameOfTab,
  openInEditor,
  renameTab,
  reopenTab,
  showTab,
  tabs,
  writeCypher,
} from '../../client/state/workbench/workbench.ts';
import { isWorkbenchOpen } from '../../client/state/workbench/workbench-frame.ts';
import { jsonOf, parametersOf, writeJson, writeParameter } from '../../client/state/workbench/workbench-parameters.ts';
import { isTextOfRun, run, runAgain, stop } from '../../client/state/workbench/workbench-run.ts';
import { againstApp } from './against-app.ts';

againstApp();

const texts = (): string[] => tabs.value.map(({ cypher }) => cypher);
const write = (cypher: string): void => writeCypher(activeTab.value.id, cypher);

beforeEach(() => {
  for (const { id } of tabs.value) closeTab(id);
  closedTabs.value = [];
  notices.value = [];
  pastRuns.value = [];
});

describe('queries in tabs', () => {
  it('begin with an empty one, and there is always one', () => {
    expect(texts()).toEqual(['']);
    write('RETURN 1');
    closeTab(activeTab.value.id);
    expect(texts()).toEqual(['']);
  });

  it('are called by the least number that is free, or as the reader calls them', () => {
    addTab();
    addTab();
    closeTab(tabs.value[1]?.id ?? '');
    addTab();
    expect(tabs.value.map(nameOfTab)).toEqual(['查询 1', '查询 3', '查询 2']);
    renameTab(activeTab.value.id, '  荣誉 ');
    expect(nameOfTab(activeTab.value)).toBe('荣誉');
    renameTab(activeTab.value.id, ' ');
    expect(nameOfTab(activeTab.value)).toBe('查询 2');
  });

  it('come back where they were when closing is undone', () => {
    write('RETURN 1');
    addTab({ cypher: 'RETURN 2' });
    addTab({ cypher: 'RETURN 3' });
    closeTab(tabs.value[1]?.id ?? '');
    expect(activeTab.value.cypher).toBe('RETURN 3');
    closeTab(tabs.value[0]?.id ?? '');
    reopenTab();
    reopenTab();
    expect(texts()).toEqual(['RETURN 1', 'RETURN 2', 'RETURN 3']);
    expect(activeTab.value.cypher).toBe('RETURN 2');
  });

  it('show the neighbour of one that is closed', () => {
    write('RETURN 1');
    addTab({ cypher: 'RETURN 2' });
    addTab({ cypher: 'RETURN 3' });
    showTab(tabs.value[1]?.id ?? '');
    closeTab(activeId.value);
    expect(activeTab.value.cypher).toBe('RETURN 3');
    closeTab(activeId.value);
    expect(activeTab.value.cypher).toBe('RETURN 1');
  });

  it('are limited, and say so', () => {
    write('RETURN 0');
    for (let n = 1; n < mostTabs; n += 1) addTab({ cypher: `RETURN ${n}` });
    expect(addTab()).toBe(false);
    openInEditor('RETURN 99');
    expect(tabs.value).toHaveLength(mostTabs);
    expect(notices.value).toMatchObject([{ word: 'workbench.full', values: { limit: mostTabs } }]);
    closeTab(tabs.value[0]?.id ?? '');
    addTab({ cypher: 'RETURN 20' });
    reopenTab();
    expect(tabs.value).toHaveLength(mostTabs);
    expect(closedTabs.value).toHaveLength(1);
  });
});

describe('a query from elsewhere on the page', () => {
  it('opens in a tab that was not used, with its parameters, and is not run', () => {
    openInEditor('RETURN $ids, $limit', { ids: ['a', 'b'], limit: 3 }, '荣誉');
    expect(isWorkbenchOpen.value).toBe(true);
    expect([tabs.value.length, nameOfTab(activeTab.value), activeTab.value.run]).toEqual([1, '荣誉', null]);
    expect(parametersOf(activeTab.value).values).toEqual({ ids: ['a', 'b'], limit: 3 });
  });

  it('leaves what the reader wrote alone', () => {
    write('RETURN 1');
    openInEditor('RETURN 2');
    expect(texts()).toEqual(['RETURN 1', 'RETURN 2']);
    expect(activeTab.value.cypher).toBe('RETURN 2');
  });
});

describe('parameters of a query', () => {
  it('are the same in the form and as JSON', () => {
    write('RETURN $a, $b');
    writeParameter(activeTab.value, 'a', { kind: 'integer', text: '1' });
    writeParameter(activeTab.value, 'b', { kind: 'list', text: 'x\ny' });
    expect(JSON.parse(jsonOf(activeTab.value))).toEqual({ a: 1, b: ['x', 'y'] });
    writeJson(activeTab.value, '{"a": 2, "b": ["x", "y"]}');
    expect([...activeTab.value.parameters]).toEqual([
      ['a', { kind: 'integer', text: '2' }],
      ['b', { kind: 'list', text: 'x\ny' }],
    ]);
  });

  it('stay as they were while the JSON is none, and keep the query from running', () => {
    write('RETURN $a');
    writeParameter(activeTab.value, 'a', { kind: 'number', text: '1.5' });
    writeJson(activeTab.value, '{"a": ');
    expect(parametersOf(activeTab.value)).toMatchObject({ values: { a: 1.5 }, jsonMistake: { at: 6 } });
    expect(run('run')).toBe(false);
    writeJson(activeTab.value, '[1]');
    expect(parametersOf(activeTab.value).jsonMistake).toEqual({ word: 'parameters.notMap', at: 0 });
    writeParameter(activeTab.value, 'a', { kind: 'number', text: '2.5' });
    expect(parametersOf(activeTab.value)).toMatchObject({ values: { a: 2.5 }, jsonMistake: null });
  });

  it('outlive their names in the text', () => {
    write('RETURN $a');
    writeParameter(activeTab.value, 'a', { kind: 'text', text: 'kept' });
    write('RETURN 1');
    write('RETURN $a');
    expect(parametersOf(activeTab.value).values).toEqual({ a: 'kept' });
  });
});

const outcome = () => activeTab.value.run?.outcome;

describe('running a query', () => {
  it('brings its answer to its tab, and to the history', async () => {
    write('MATCH (n {id: $id}) RETURN n.id AS id');
    writeParameter(activeTab.value, 'id', { kind: 'node', text: 'law-firms' });
    const { id } = activeTab.value;
    expect(run('run')).toBe(true);
    expect(outcome()).toEqual({ kind: 'running' });
    addTab();
    await expect
      .poll(() => tabs.value[0]?.run?.outcome)
      .toMatchObject({ answer: { table: { rows: [['law-firms']] } } });
    expect(activeTab.value.run).toBeNull();
    expect(pastRuns.value).toMatchObject([{ params: { id: 'law-firms' }, outcome: 'ok', rows: 1 }]);
    showTab(id);
  });

  it('is done once more for more rows as it was, whatever has been written since', async () => {
    const cypher = 'UNWIND range(1, $most) AS n RETURN n';
    write(cypher);
    writeParameter(activeTab.value, 'most', { kind: 'integer', text: '5' });
    run('run', 2);
    await expect.poll(outcome).toMatchObject({ answer: { truncated: true } });
    expect(isTextOfRun.value).toBe(true);
    write('RETURN $most');
    writeParameter(activeTab.value, 'most', { kind: 'integer', text: '7' });
    expect(isTextOfRun.value).toBe(false);
    runAgain(10);
    await expect.poll(outcome).toMatchObject({ answer: { table: { rows: [[1], [2], [3], [4], [5]] } } });
    expect(activeTab.value).toMatchObject({ cypher: 'RETURN $most', run: { cypher, params: { most: 5 }, limit: 10 } });
  });

  it('is not begun without a text, or without a value of a parameter', () => {
    expect(run('run')).toBe(false);
    expect(activeTab.value.isTried).toBe(false);
    write('RETURN $a');
    expect(run('run')).toBe(false);
    expect([activeTab.value.isTried, activeTab.value.run]).toEqual([true, null]);
  });

  it('tells a problem with its place', async () => {
    write('RETURN\n  nothing');
    run('run');
    await expect.poll(outcome).toMatchObject({ kind: 'problem' });
  });

  it('is stopped by the reader, by a newer run of the tab, and by closing the tab', async () => {
    const endless = 'UNWIND range(1, 100000000) AS x RETURN count(x)';
    write(endless);
    run('run');
    stop();
    await expect.poll(outcome).toEqual({ kind: 'stopped' });
    run('run');
    write('RETURN 1 AS one');
    run('run');
    await expect.poll(outcome).toMatchObject({ answer: { table: { rows: [[1]] } } });
    write(endless);
    run('run');
    closeTab(activeTab.value.id);
    await expect
      .poll(() => pastRuns.value.map((past) => past.outcome))
      .toEqual(['stopped', 'ok', 'stopped', 'stopped']);
    expect(closedTabs.value.at(-1)?.tab).toMatchObject({ cypher: endless, run: null });
  });

  it('does not bring a closed tab back', () => {
    const { id } = activeTab.value;
    write('RETURN 1');
    closeTab(id);
    changeTab(id, { cypher: 'RETURN 2' });
    expect(texts()).toEqual(['']);
  });
});

import { afterAll, describe, expect, it, vi } from 'vitest';

describe('a page over plain http, where browsers have no crypto.randomUUID', () => {
  const { crypto } = globalThis;
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  afterAll(() => void vi.unstubAllGlobals());

  it('has a workbench, whose tabs, runs and saved queries have ids of their own', async () => {
    const { addTab, tabs } = await import('../../client/state/workbench/workbench.ts');
    const { pastRuns, recordRun } = await import('../../client/state/workbench/query-history.ts');
    const { endRun, startRun } = await import('../../client/state/workbench/query-run.ts');
    const { saveQuery, savedQueries } = await import('../../client/state/workbench/saved-queries.ts');
    const { importQueries, queryFile } = await import('../../client/state/workbench/query-file.ts');
    for (let n = 0; n < 3; n += 1) {
      addTab({ cypher: `RETURN ${n}` });
      saveQuery(`RETURN ${n}`, {});
      recordRun(endRun(startRun(`RETURN ${n}`, {}, 'run'), { kind: 'stopped' }));
    }
    const { content } = queryFile();
    savedQueries.value = [];
    await importQueries(new Blob([content]));
    const ids = [...tabs.value, ...pastRuns.value, ...savedQueries.value].map(({ id }) => id);
    expect(savedQueries.value).toHaveLength(3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[0-9a-f]{32}$/.test(id))).toEqual([]);
  });
});

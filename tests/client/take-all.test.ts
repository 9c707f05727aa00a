import { beforeEach, describe, expect, it } from 'vitest';
import { stopTaking, takeAll } from '../../client/state/exporting/take-all.ts';
import { notices } from '../../client/state/notices.ts';
import { againstApp } from './against-app.ts';

againstApp();
beforeEach(() => {
  notices.value = [];
});

const query = (rows: number) => ({ cypher: `UNWIND range(1, ${rows}) AS x RETURN x`, params: {} });
const options = { bom: false, escapeFormulas: true };
const most = 12;

describe('taking along all that a query answers', () => {
  it.each([
    { format: 'ndjson', word: 'export.cut' },
    { format: 'csv', word: 'export.perhapsCut' },
    { format: 'json', word: 'export.perhapsCut' },
  ] as const)('tells, as $format, that the file may not be all', async ({ format, word }) => {
    const saved: string[] = [];
    await takeAll(query(20), format, options, (name) => saved.push(name), most);
    expect(saved).toEqual([`results.${format}`]);
    expect(notices.value).toEqual([{ kind: 'word', word, values: { name: `results.${format}`, n: most } }]);
  });

  it.each(['ndjson', 'csv', 'json'] as const)('says no such thing, as %s, of a file of fewer rows', async (format) => {
    const saved: string[] = [];
    await takeAll(query(most - 2), format, options, (name) => saved.push(name), most);
    expect(saved).toEqual([`results.${format}`]);
    expect(notices.value).toEqual([{ kind: 'word', word: 'export.saved', values: { name: `results.${format}` } }]);
  });

  it('says that it was stopped, and leaves no file', async () => {
    const saved: string[] = [];
    const taken = takeAll(query(1_000_000), 'csv', options, (name) => saved.push(name));
    stopTaking();
    await taken;
    expect(saved).toEqual([]);
    expect(notices.value).toEqual([{ kind: 'word', word: 'export.stopped' }]);
  });
});

import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { goHome } from '../../client/state/actions.ts';
import { usualOptions } from '../../client/state/exporting/export-options.ts';
import type { ExportOptions } from '../../client/state/exporting/export-options.ts';
import { shownGraph } from '../../client/state/exporting/graph-to-take.ts';
import { pictureFormats } from '../../client/state/exporting/picture-formats.ts';
import type { PictureFormat } from '../../client/state/exporting/picture-formats.ts';
import {
  doneSentence,
  exportProblem,
  exportState,
  runExport,
  stopExport,
} from '../../client/state/exporting/run-export.ts';
import { writeGraphCsv } from '../../client/state/exporting/write-graph-csv.ts';
import { writeGraphJson } from '../../client/state/exporting/write-graph-json.ts';
import { shownIds } from '../../client/state/picture/filters.ts';
import { locale } from '../../client/state/locale.ts';
import { picture } from '../../client/state/picture/picture.ts';
import { labelsOff } from '../../client/state/view/view.ts';
import { Graph, type PropertyValue, WholeGraph } from '../../server/contract/graph.ts';
import { parseCsv } from '../server/parse-csv.ts';
import { againstApp } from './against-app.ts';
import { graphs } from './graph-to-export.ts';
import { startWithoutCanvas } from './start-without-canvas.ts';

const { app } = againstApp();
startWithoutCanvas();

beforeEach(async () => {
  stopExport();
  locale.value = 'zh';
  await goHome();
});

const formatOf = (name: string): PictureFormat => {
  const format = pictureFormats.find((one) => one.name === name);
  if (!format) throw new Error(`there is no format ${name}`);
  return format;
};

/** Exports a file; answers its name and text. */
async function exported(name: string, options: Partial<ExportOptions>): Promise<{ name: string; text: string }> {
  const files: { name: string; content: Blob }[] = [];
  await runExport(formatOf(name), { ...usualOptions, ...options }, (file, content) => {
    files.push({ name: file, content });
  });
  const [file] = files;
  if (!file) throw new Error(exportState.value?.kind === 'failed' ? exportProblem(exportState.value.error) : 'no file');
  return { name: file.name, text: await file.content.text() };
}

const whole = async (): Promise<WholeGraph> => WholeGraph.parse(await (await app().get('/api/graph')).json());

describe('what is shown', () => {
  it('is what the filters let through, with both ends of each relationship', () => {
    const all = shownGraph();
    expect(all.nodes).toHaveLength(picture.value.nodes.size);
    labelsOff.value = new Set(['Figure']);
    const { nodes, relationships } = shownGraph();
    expect(nodes.length).toBeLessThan(all.nodes.length);
    expect(nodes.filter(({ labels }) => labels.includes('Figure'))).toEqual([]);
    expect(nodes.every(({ id }) => shownIds.value.has(id))).toBe(true);
    const ids = new Set(nodes.map(({ id }) => id));
    expect(relationships.filter(({ start, end }) => !ids.has(start) || !ids.has(end))).toEqual([]);
  });
});

describe('the graph as JSON', () => {
  it('is, loaded again, the graph that was shown, or the whole one', async () => {
    const shown = await exported('json', { what: 'shown' });
    expect(Graph.parse(JSON.parse(shown.text))).toEqual(shownGraph());
    const all = await exported('json', { what: 'all' });
    const { nodes, relationships } = await whole();
    expect(Graph.parse(JSON.parse(all.text))).toEqual({ nodes, relationships });
    expect([shown.name, all.name]).toEqual(['jinhua-2011-shown.json', 'jinhua-2011-all.json']);
  });

  it('brings any graph through', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(Graph.parse(JSON.parse(writeGraphJson(graph)))).toEqual(Graph.parse(graph));
      }),
    );
    expect(JSON.parse(writeGraphJson({ nodes: [], relationships: [] }))).toEqual({ nodes: [], relationships: [] });
  });
});

describe('the graph as CSV', () => {
  it('has a line for each node, with its caption and its properties', async () => {
    const { name, text } = await exported('csv', { what: 'all', rows: 'nodes' });
    expect(name).toBe('jinhua-2011-all-nodes.csv');
    const [columns = [], ...rows] = parseCsv(text);
    expect(columns.slice(0, 3)).toEqual(['id', 'caption', 'labels']);
    const { nodes } = await whole();
    expect(rows.map(([id]) => id)).toEqual(nodes.map(({ id }) => id));
    const row = rows.find(([id]) => id === 'association-party-committee');
    expect(row?.slice(1, 3)).toEqual(['金华市律师协会党委', 'Organization;PartyCommittee']);
    expect(JSON.parse(row?.[columns.indexOf('aliases')] ?? '')).toContain('律师协会党委');
  });

  it('has a line for each relationship, with what its ends are called', async () => {
    const { name, text } = await exported('csv', { what: 'shown', rows: 'relationships' });
    expect(name).toBe('jinhua-2011-shown-relationships.csv');
    const [columns = [], ...rows] = parseCsv(text);
    expect(columns.slice(0, 6)).toEqual(['id', 'type', 'start', 'start caption', 'end', 'end caption']);
    expect(rows).toHaveLength(shownGraph().relationships.length);
    expect(rows.some((row) => row[3] === '金华市律师协会党委')).toBe(true);
  });

  it('brings any graph through, properties that are called as its own columns too', () => {
    const plain = { bom: false, escapeFormulas: false };
    fc.assert(
      fc.property(graphs, (graph) => {
        for (const rows of ['nodes', 'relationships'] as const) {
          const [columns = [], ...records] = parseCsv(writeGraphCsv(graph, rows, plain, (id) => id));
          const own = rows === 'nodes' ? 3 : 6;
          expect(records.map(([id]) => id)).toEqual(graph[rows].map(({ id }) => id));
          for (const [index, { properties }] of graph[rows].entries()) {
            const found = columns.slice(own).map((column, place) => [column, records[index]?.[own + place]]);
            const wanted = columns.slice(own).map((column) => [column, textOf(properties[column])]);
            expect(found).toEqual(wanted);
          }
        }
      }),
    );
    const node = { id: 'a', labels: ['X'], properties: { id: 'mine', caption: 'other', x: 1 } };
    expect(parseCsv(writeGraphCsv({ nodes: [node], relationships: [] }, 'nodes', plain, () => 'A'))).toEqual([
      ['id', 'caption', 'labels', 'property id', 'property caption', 'x'],
      ['a', 'A', 'X', 'mine', 'other', '1'],
    ]);
  });
});

const textOf = (value: PropertyValue | undefined): string =>
  Array.isArray(value) ? JSON.stringify(value) : String(value ?? '');

describe('an export', () => {
  it('tells the name and the size of its file', async () => {
    await exported('json', { what: 'shown' });
    const state = exportState.value;
    expect(state).toMatchObject({ kind: 'done', name: 'jinhua-2011-shown.json', cut: null });
    expect(doneSentence({ name: 'x.json', bytes: 12_345 })).toBe('已导出 x.json（12 KB）。');
    expect(doneSentence({ name: 'x.json', bytes: 3 })).toBe('已导出 x.json（1 KB）。');
    locale.value = 'en';
    expect(doneSentence({ name: 'x.png', bytes: 2_345_678 })).toBe('Exported x.png (2.3 MB).');
  });

  it('says how much a limit of the server has cut, and why there is no file where that would be most', async () => {
    const fetchAsUsual = globalThis.fetch;
    const through = async (limit: string): Promise<void> => {
      const small = await app().another({ environment: { QUERY_MAX_ROWS: limit } });
      globalThis.fetch = (_, init) => fetchAsUsual(`${small.url}/api/graph`, init);
    };
    try {
      await through('300');
      await exported('json', { what: 'all' });
      expect(exportState.value).toMatchObject({
        kind: 'done',
        cut: { allNodes: 263, allRelationships: 703, relationships: 300 },
      });
      await through('100');
      await expect(exported('json', { what: 'all' })).rejects.toThrow('整个图太大');
      expect(exportState.value?.kind).toBe('failed');
    } finally {
      globalThis.fetch = fetchAsUsual;
    }
  });

  it('leaves no file when it is stopped, or when another one is begun', async () => {
    const files: string[] = [];
    const save = (name: string) => files.push(name);
    const stopped = runExport(formatOf('json'), { ...usualOptions, what: 'all' }, save);
    stopExport();
    await stopped;
    expect([files, exportState.value]).toEqual([[], null]);
    const earlier = runExport(formatOf('json'), { ...usualOptions, what: 'all' }, save);
    const later = runExport(formatOf('graphml'), { ...usualOptions, what: 'all' }, save);
    await Promise.all([earlier, later]);
    expect(files).toEqual(['jinhua-2011-all.graphml']);
  });

  it('needs a picture on the page for what is drawn, and says so', async () => {
    await expect(exported('svg', {})).rejects.toThrow('页面上现在没有图');
  });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDataSet } from '../../graph-seed/read.ts';
import type { DataSetSource, OpenDataSet } from '../../server/data-sets.ts';
import { readOntology, readTitles } from '../../server/ontology.ts';
import { openEmbeddedGraph } from '../../server/open-graph.ts';
import { readScenes } from '../../server/scenes.ts';
import { openStore } from '../../server/store/open.ts';
import { tinyFiles } from '../seed/tiny-data-set.ts';

/** The title of a tiny data set, by which its answers are told from those of another. */
export const titleOf = (name: string): { zh: string; en: string } => ({ zh: `${name}协会`, en: `The ${name}` });

/** What its largest node is called, by which its graph is. */
export const associationOf = (name: string): string => `Association of ${name}`;

/** The tiny data set in folders of these names, each with a title and a node of its own. Answers their paths, in the same order. */
export async function writeDataSets(parent: string, names: readonly string[]): Promise<string[]> {
  return Promise.all(
    names.map(async (name) => {
      const folder = join(parent, name);
      await mkdir(folder, { recursive: true });
      const { zh, en } = titleOf(name);
      const ontology = tinyFiles['ontology.yaml'].replace(
        'title: { zh: 甲协会, en: The Jia Association }',
        `title: { zh: ${zh}, en: ${en} }`,
      );
      const nodes = tinyFiles['nodes.yaml'].replace('nameEn: Jia Association', `nameEn: ${associationOf(name)}`);
      const files = Object.entries({ ...tinyFiles, 'ontology.yaml': ontology, 'nodes.yaml': nodes });
      await Promise.all(files.map(([file, text]) => writeFile(join(folder, file), text)));
      return folder;
    }),
  );
}

/** A data set in an embedded database, and what was done with it. */
export interface WatchedSource extends DataSetSource {
  /** How often it was opened. */
  opened: number;
  /** Process ids of the engine's children, of all times that it was opened. */
  pids(): number[];
  /** What is to be waited for, or thrown, before it opens. */
  before: (signal: AbortSignal) => Promise<void>;
}

export interface SeveralDataSets {
  first: OpenDataSet;
  others: WatchedSource[];
  remove(): Promise<void>;
}

const pathOf = (dataSet: string): string => `${dataSet}.grafeo`;

async function open(folder: string): Promise<OpenDataSet> {
  const graph = await openEmbeddedGraph(pathOf(folder), await readOntology(folder));
  return { ...graph, scenes: await readScenes(folder) };
}

async function load(folder: string): Promise<void> {
  const { batch } = await readDataSet(folder);
  const store = await openStore({ kind: 'embedded', path: pathOf(folder), key: batch.key });
  await store.write(batch);
  await store.close();
}

/** Tiny data sets that are loaded already: the first one open, the others to be opened. */
export async function loadDataSets(firstName: string, names: readonly string[]): Promise<SeveralDataSets> {
  const parent = await mkdtemp(join(tmpdir(), 'data-sets-'));
  const [folder = '', ...folders] = await writeDataSets(parent, [firstName, ...names]);
  for (const dataSet of [folder, ...folders]) await load(dataSet);
  const watched = (dataSet: string, name: string): WatchedSource => {
    const stores: OpenDataSet['store'][] = [];
    return {
      name,
      opened: 0,
      pids: () => stores.flatMap((store) => ('pids' in store ? [store.pids].flat().map(Number) : [])),
      before: () => Promise.resolve(),
      about: () => readTitles(dataSet),
      async open(signal) {
        this.opened += 1;
        await this.before(signal);
        const opened = await open(dataSet);
        stores.push(opened.store);
        return opened;
      },
    };
  };
  return {
    first: await open(folder),
    others: folders.map((dataSet, index) => watched(dataSet, names[index] ?? '')),
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}

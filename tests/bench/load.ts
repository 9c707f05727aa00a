import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDataSet } from '../../graph-seed/read.ts';
import { startNeo4j } from '../neo4j/start.ts';
import type { Neo4jAddress } from '../neo4j/wait-for-bolt.ts';
import { tinyFiles } from '../seed/tiny-data-set.ts';
import { serverAlone, startExplorer } from './explorer.ts';
import { limits } from './limits.ts';
import { BareLoader } from './load-bare.ts';
import { measureLargeSteps } from './load-queries.ts';
import type { Measure } from './measure.ts';
import { held, shown } from './measure.ts';
import { residentTree, togetherMegabytes } from './memory.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const nodeCount = 100_000;
const relationshipCount = 400_000;
/** Rows that the bare program sends at once: the best of these counts. */
const batchSizes = [1_000, 5_000, 10_000, 20_000];
/** Milliseconds between two looks at the memory, each of which takes some itself. */
const pause = 200;

/**
 * Loads tables of 100,000 nodes and 400,000 relationships, as `npm run seed` does, from reading the files to the last index.
 * Each node's evidence makes one relationship more. Into Neo4j it is compared with a bare program that has the same rows
 * ready in memory, and sends them by `UNWIND … CREATE`.
 */
export async function measureLoad(): Promise<Measure[]> {
  const parent = await mkdtemp(join(tmpdir(), 'bench-load-'));
  const folder = join(parent, 'large');
  try {
    await writeDataSet(folder);
    console.log('loading half a million relationships into the embedded database …');
    const embedded = await load(folder, { DATA_DIR: join(parent, 'data') });
    const steps = await measureSteps({ DATA_DIR: join(parent, 'data'), DATA_SET: folder });
    const neo4j = await startNeo4j();
    try {
      return [
        held('loading into the embedded database', embedded.ms / 1000, limits.loadSeconds, 's'),
        memoryOf('the embedded database', embedded.megabytes),
        ...steps,
        ...(await measureNeo4j(folder, neo4j)),
      ];
    } finally {
      await neo4j.stop();
    }
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

/** Walks about in what was loaded. */
async function measureSteps(environment: Record<string, string>): Promise<Measure[]> {
  console.log('exploring it …');
  const explorer = await startExplorer([...serverAlone, '--api-only'], {
    ...environment,
    RATE_LIMIT_PER_MINUTE: '100000',
  });
  try {
    return await measureLargeSteps(explorer.url, nodeCount);
  } finally {
    await explorer.stop();
  }
}

async function measureNeo4j(folder: string, neo4j: Neo4jAddress): Promise<Measure[]> {
  const { batch } = await readDataSet(folder);
  const bare = new BareLoader(neo4j, batch);
  const rows = batch.nodes.length + batch.relationships.length;
  const rates: { size: number; rate: number }[] = [];
  try {
    for (const size of batchSizes) {
      console.log(`loading into Neo4j by a bare program, ${size} rows at once …`);
      rates.push({ size, rate: (1000 * rows) / (await bare.load(size)) });
    }
    await bare.clear();
  } finally {
    await bare.close();
  }
  console.log('loading into Neo4j …');
  const { uri: NEO4J_URI, username: NEO4J_USERNAME, password: NEO4J_PASSWORD } = neo4j;
  const { ms, megabytes } = await load(folder, { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD });
  const best = rates.reduce((most, one) => (one.rate > most.rate ? one : most));
  const ratio = (1000 * rows) / ms / best.rate;
  const all = rates.map(({ size, rate }) => `${size}: ${rate.toFixed(0)}/s`).join(', ');
  return [
    {
      name: 'loading into Neo4j, as a share of a bare UNWIND … CREATE',
      figure: `${ratio.toFixed(2)} (${shown(ms / 1000)} s; bare by rows at once: ${all})`,
      limit: `≥ ${limits.loadRatio}`,
      isKept: ratio >= limits.loadRatio,
    },
    memoryOf('Neo4j', megabytes),
  ];
}

function memoryOf(place: string, megabytes: number | undefined): Measure {
  const name = `memory of the loader with its children, ${place}`;
  if (megabytes === undefined) return { name, figure: 'told on Linux only' };
  return held(name, megabytes, limits.loadMegabytes, 'MB');
}

/** Loads as `npm run seed` does, and gives the time of all of it and the most that was resident at a time. */
async function load(
  folder: string,
  environment: Record<string, string>,
): Promise<{ ms: number; megabytes: number | undefined }> {
  await once(spawn(process.execPath, ['server/build.js'], { cwd: root, stdio: 'inherit' }), 'close');
  const { PATH, HOME } = process.env;
  const started = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=16', '.build/load.js', folder], {
    cwd: root,
    env: { PATH, HOME, ...environment },
    stdio: 'inherit',
  });
  let most: number | undefined;
  const look = async () => {
    const tree = await residentTree(child.pid ?? 0);
    if (tree) most = Math.max(most ?? 0, await togetherMegabytes(tree));
  };
  const watch = setInterval(() => {
    void look();
  }, pause);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  if (code !== 0) throw new Error(`loading ended with ${code}`);
  return { ms: performance.now() - started, megabytes: most };
}

/** Stations that each branch off four others, all with names, summaries and evidence, in English. */
async function writeDataSet(folder: string): Promise<void> {
  await mkdir(folder);
  for (const [name, text] of Object.entries(tinyFiles)) await writeFile(join(folder, name), text);
  const evidence = 'lead.1,甲协会成立';
  const nodes = Array.from({ length: nodeCount }, (_, index) => {
    const summary = `"A station, in the district ${index % 97}"`;
    return `station-${index},Organization|Branch,Station ${index},Station ${index},${summary},${summary},${evidence}`;
  });
  const relationships = Array.from({ length: relationshipCount }, (_, index) => {
    const from = index % nodeCount;
    const to = (from * 7919 + 13 + Math.floor(index / nodeCount)) % nodeCount;
    return `station-${from},HAS_BRANCH,station-${to},${1900 + (index % 100)},${evidence}`;
  });
  await writeFile(
    join(folder, 'nodes.csv'),
    ['id,labels,name,nameEn,summary,summaryEn,evidence,quote', ...nodes].join('\n'),
  );
  await writeFile(
    join(folder, 'relationships.csv'),
    ['from,type,to,since,evidence,quote', ...relationships].join('\n'),
  );
}

import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preparePage } from '../../server/prepare.ts';
import type { StartedNeo4j } from '../neo4j/start.ts';
import { startNeo4j } from '../neo4j/start.ts';
import { measureCanvas } from './canvas.ts';
import { measureChart } from './chart.ts';
import { npmStart, seed, serverAlone, startExplorer } from './explorer.ts';
import type { RunningExplorer } from './explorer.ts';
import { openSeveralTimes } from './first-picture.ts';
import type { Asked } from './latency.ts';
import { measureLatency } from './latency.ts';
import { limits } from './limits.ts';
import { measureLoad } from './load.ts';
import type { Measure } from './measure.ts';
import { asTable, held, quantile, shown, spread } from './measure.ts';
import { residentTree } from './memory.ts';
import { measurePdf } from './pdf.ts';
import { measureQueries } from './queries.ts';
import { measureScenes } from './scenes.ts';
import { measureTyping } from './typing.ts';

/**
 * `npm run bench`: measures what is promised, prints a table, and fails where a limit is missed. `npm run bench -- queries`
 * measures a part.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const runs = 5;
/** So that the bench meets the queries, not the limit of requests. */
const unlimited = { RATE_LIMIT_PER_MINUTE: '10000000' };

/** The parts of the bench, each with a database of its own. */
const parts: Record<string, () => Promise<Measure[]>> = {
  explorer: () =>
    withEmbedded(async (embedded) => [...(await measureStart(embedded)), ...(await measureRunning(embedded))]),
  chart: () => measureAlone('laying out a large organisation …', (url) => measureChart(url, runs)),
  typing: () => measureAlone('typing …', measureTyping),
  pdf: () => measureAlone('writing PDFs …', (url) => measurePdf(url, runs)),
  scenes: () => measureAlone('walking through the scenes …', (url) => measureScenes(url, runs)),
  load: measureLoad,
  queries: () => measureQueries(unlimited),
};

async function main(names: string[]): Promise<boolean> {
  const unknown = names.find((name) => !Object.hasOwn(parts, name));
  if (unknown !== undefined) throw new Error(`the bench has no part ${unknown}, only ${Object.keys(parts).join(', ')}`);
  const measures: Measure[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (names.length === 0 || names.includes(name)) measures.push(...(await measure()));
  }
  console.log(`\n${asTable(measures)}\n`);
  console.log(`load of the machine in the last minutes: ${loadavg().map(shown).join(', ')}`);
  return measures.every(({ isKept }) => isKept !== false);
}

/** Measures with the built-in data set in an embedded database, and with the page built. */
async function withEmbedded(measure: (environment: Record<string, string>) => Promise<Measure[]>): Promise<Measure[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bench-'));
  const embedded = { DATA_DIR: dataFolder, ...unlimited };
  console.log('preparing the page and the database …');
  try {
    await preparePage(root);
    await seed(embedded);
    return await measure(embedded);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function measureStart(environment: Record<string, string>): Promise<Measure[]> {
  console.log('starting …');
  const times: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    const explorer = await startExplorer(npmStart, environment);
    times.push(explorer.readyAfter);
    await explorer.stop();
  }
  return [held('npm start until it answers', quantile(times, 0.5), limits.startMs, 'ms', spread(times, 'ms'))];
}

async function measureRunning(environment: Record<string, string>): Promise<Measure[]> {
  const explorer = await startExplorer(serverAlone, environment);
  try {
    console.log('opening the page …');
    const pictures = await measurePicture(explorer);
    console.log('exploring large pictures …');
    const canvas = await measureCanvas(explorer.url, runs);
    console.log('asking …');
    const latencies = await withNeo4j((neo4j) =>
      measureLatency([{ engine: 'embedded', url: explorer.url }, ...(neo4j ? [neo4j] : [])]),
    );
    return [...pictures, ...canvas, ...(await measureMemory(explorer)), ...latencies];
  } finally {
    await explorer.stop();
  }
}

/** Measures one thing with an explorer of its own over the built-in data set. */
function measureAlone(doing: string, measure: (url: string) => Promise<Measure[]>): Promise<Measure[]> {
  return withEmbedded(async (environment) => {
    const explorer = await startExplorer(serverAlone, environment);
    try {
      console.log(doing);
      return await measure(explorer.url);
    } finally {
      await explorer.stop();
    }
  });
}

async function measurePicture({ url }: RunningExplorer): Promise<Measure[]> {
  const pictures = await openSeveralTimes(url, runs);
  const times = pictures.map(({ ms }) => ms);
  const [{ scriptBytes, nodes } = { scriptBytes: Number.NaN, nodes: 0 }] = pictures;
  return [
    held(`first picture, ${nodes} captions`, quantile(times, 0.5), limits.pictureMs, 'ms', spread(times, 'ms')),
    held('JavaScript before it, gzip', scriptBytes / 1000, limits.scriptKilobytes, 'kB'),
  ];
}

/** Gives a server over a real Neo4j, or none where there is no way to get one: that is said, and counts as missed. */
async function withNeo4j(measure: (neo4j: Asked | undefined) => Promise<Measure[]>): Promise<Measure[]> {
  let neo4j: StartedNeo4j | undefined;
  let explorer: RunningExplorer | undefined;
  try {
    neo4j = await startNeo4j();
    const environment = {
      NEO4J_URI: neo4j.uri,
      NEO4J_USERNAME: neo4j.username,
      NEO4J_PASSWORD: neo4j.password,
      ...unlimited,
    };
    await seed(environment);
    explorer = await startExplorer(serverAlone, environment);
  } catch (error) {
    await neo4j?.stop();
    const reason = error instanceof Error ? error.message : String(error);
    const missing = {
      name: 'every query, Neo4j',
      figure: `not measured: ${reason}`,
      limit: `p50 ≤ ${limits.queryMs} ms`,
    };
    return [...(await measure(undefined)), { ...missing, isKept: false }];
  }
  try {
    return await measure({ engine: 'Neo4j', url: explorer.url });
  } finally {
    await explorer.stop();
    await neo4j.stop();
  }
}

/** After all queries, what the server and everything that it has started keep in memory. */
async function measureMemory({ process: { pid } }: RunningExplorer): Promise<Measure[]> {
  const tree = pid === undefined ? undefined : await residentTree(pid);
  if (!tree) return [{ name: 'resident memory', figure: 'told on Linux only' }];
  const sum = tree.reduce((total, { megabytes }) => total + megabytes, 0);
  const each = tree.map(({ megabytes }) => shown(megabytes)).join(' + ');
  return [held('resident memory after the queries', sum, limits.memoryMegabytes, 'MB', ` (${each})`)];
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;

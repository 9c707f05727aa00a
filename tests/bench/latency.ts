import type { Json } from '../../server/contract/json.ts';
import { catalogue } from '../../server/queries/catalogue.ts';
import { cases } from '../queries/cases.ts';
import { limits } from './limits.ts';
import type { Measure } from './measure.ts';
import { quantile, shown } from './measure.ts';

/** A server to be asked, with the name of its engine. */
export interface Asked {
  engine: string;
  url: string;
}

const requests = 200;
const rounds = 10;

/** A line of the table, and the addresses that are asked for it in turn. */
interface Series {
  name: string;
  paths: string[];
}

/**
 * Asks every named query over HTTP, as the page does, and all questions of the tests, unusual ones too. Queries and
 * servers take turns, so that whatever else the machine does falls on all of them alike. A request's time ends with the
 * last byte of its answer.
 */
export async function measureLatency(servers: readonly Asked[]): Promise<Measure[]> {
  const all = cases.map(([name, input]) => pathOf(name, input));
  const usual = catalogue.map(({ name }): Series => {
    const [, input = {}] = cases.find(([query]) => query === name) ?? [];
    return { name, paths: [pathOf(name, input)] };
  });
  // Unmeasured: engines make plans, and their code and ours is compiled as it turns out to be needed.
  for (let round = 0; round < rounds; round += 1) {
    for (const path of all) for (const { url } of servers) await ask(url + path);
  }
  return measureSeries([...usual, { name: `${all.length} questions of the tests`, paths: all }], servers);
}

async function measureSeries(series: readonly Series[], servers: readonly Asked[]): Promise<Measure[]> {
  const lines = series.flatMap(({ name, paths }) =>
    servers.map(({ engine, url }) => ({ name: `${name}, ${engine}`, url, paths, times: [] as number[] })),
  );
  for (let turn = 0; turn < requests; turn += 1) {
    for (const { url, paths, times } of lines) times.push(await ask(url + (paths[turn % paths.length] ?? '')));
  }
  return lines.map(({ name, times }) => measureOf(name, times));
}

function measureOf(name: string, times: readonly number[]): Measure {
  const median = quantile(times, 0.5);
  return {
    name,
    figure: `p50 ${shown(median)} ms, p95 ${shown(quantile(times, 0.95))} ms`,
    limit: `p50 ≤ ${limits.queryMs} ms`,
    isKept: median <= limits.queryMs,
  };
}

function pathOf(name: string, input: Record<string, Json>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(input)) {
    for (const item of [value].flat()) search.append(key, typeof item === 'string' ? item : JSON.stringify(item));
  }
  return `/api/queries/${name}?${search}`;
}

/** Milliseconds until the last byte of an answer. */
export async function ask(address: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(address);
  const body = await response.text();
  const time = performance.now() - started;
  if (!response.ok) throw new Error(`${address}: ${body}`);
  return time;
}

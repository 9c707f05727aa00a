import type { Json } from '../../server/contract.ts';
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

/**
 * Asks every named query over HTTP, as the page does, then all questions of the tests, unusual ones too. All servers
 * are asked in turn, so that whatever else the machine does falls on all of them alike. A request's time ends with
 * the last byte of its answer.
 */
export async function measureLatency(servers: readonly Asked[]): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { name } of catalogue) {
    const [, usual = {}] = cases.find(([query]) => query === name) ?? [];
    measures.push(...(await measurePaths(name, [pathOf(name, usual)], servers)));
  }
  const all = cases.map(([name, input]) => pathOf(name, input));
  return [...measures, ...(await measurePaths(`${all.length} questions of the tests`, all, servers))];
}

async function measurePaths(name: string, paths: string[], servers: readonly Asked[]): Promise<Measure[]> {
  const times = servers.map((): number[] => []);
  // Some rounds unmeasured: plans are made and code is compiled.
  const warm = Array.from({ length: Math.ceil(20 / paths.length) }, () => paths).flat();
  for (const path of warm) for (const { url } of servers) await ask(url + path);
  for (let turn = 0; turn < requests; turn += 1) {
    const path = paths[turn % paths.length] ?? '';
    for (const [index, { url }] of servers.entries()) times[index]?.push(await ask(url + path));
  }
  return servers.map(({ engine }, index) => measureOf(`${name}, ${engine}`, times[index] ?? []));
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

async function ask(address: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(address);
  const body = await response.text();
  const time = performance.now() - started;
  if (!response.ok) throw new Error(`${address}: ${body}`);
  return time;
}

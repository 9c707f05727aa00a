import type { Json } from '../../server/contract.ts';
import { catalogue } from '../../server/queries/catalogue.ts';
import { cases } from '../queries/cases.ts';
import type { Measure } from './measure.ts';
import { quantile, shown } from './measure.ts';

/** A server to be asked, with the name of its engine. */
export interface Asked {
  engine: string;
  url: string;
}

const requests = 200;
const mostMedian = 10;

/**
 * Asks every named query over HTTP, as the tests ask it, of all servers in turn, so that whatever else the machine
 * does falls on all of them alike. A request's time ends with the last byte of its answer.
 */
export async function measureLatency(servers: readonly Asked[]): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { name } of catalogue) {
    const paths = pathsOf(name);
    const times = servers.map((): number[] => []);
    // Once round unmeasured: plans are made and code is compiled.
    for (const path of paths) for (const { url } of servers) await ask(url + path);
    for (let turn = 0; turn < requests; turn += 1) {
      const path = paths[turn % paths.length] ?? '';
      for (const [index, { url }] of servers.entries()) times[index]?.push(await ask(url + path));
    }
    measures.push(...servers.map(({ engine }, index) => measureOf(`${name}, ${engine}`, times[index] ?? [])));
  }
  return measures;
}

function measureOf(name: string, times: readonly number[]): Measure {
  const median = quantile(times, 0.5);
  return {
    name,
    figure: `p50 ${shown(median)} ms, p95 ${shown(quantile(times, 0.95))} ms`,
    limit: `p50 ≤ ${mostMedian} ms`,
    isKept: median <= mostMedian,
  };
}

/** Addresses of a query with the parameters that the tests give it. */
function pathsOf(name: string): string[] {
  const inputs = cases.filter(([query]) => query === name).map(([, input]) => input);
  return (inputs.length > 0 ? inputs : [{}]).map((input) => `/api/queries/${name}?${queryString(input)}`);
}

function queryString(input: Record<string, Json>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(input)) {
    for (const item of [value].flat()) search.append(key, typeof item === 'string' ? item : JSON.stringify(item));
  }
  return search.toString();
}

async function ask(address: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(address);
  const body = await response.text();
  const time = performance.now() - started;
  if (!response.ok) throw new Error(`${address}: ${body}`);
  return time;
}

import { ask } from './latency.ts';
import { limits } from './limits.ts';
import type { Measure } from './measure.ts';
import { quantile, shown } from './measure.ts';

const requests = 40;

/** What somebody asks who walks about in a large graph, of other stations each time. */
const steps: [name: string, path: (station: string, other: string) => string][] = [
  ['a node', (station) => `node?id=${station}`],
  ['its neighbours', (station) => `neighbours?ids=${station}`],
  ['their number', (station) => `neighbour-counts?ids=${station}`],
  ['two nodes among themselves', (station, other) => `among?ids=${station}&ids=${other}`],
  ['their common neighbours', (station, other) => `common-neighbours?ids=${station}&ids=${other}`],
  ['paths between them', (station, other) => `paths?from=${station}&to=${other}`],
  ['its evidence', (station) => `evidence?id=${station}`],
];

/** Asks for the steps of exploring over HTTP, in turn, of a graph of stations. */
export async function measureLargeSteps(url: string, stations: number): Promise<Measure[]> {
  const times = steps.map((): number[] => []);
  for (let turn = 0; turn < 2 * requests; turn += 1) {
    for (const [index, [, path]] of steps.entries()) {
      const [station, other] = [turn * 6007, turn * 104_729 + 17].map((number) => `station-${number % stations}`);
      const ms = await ask(`${url}/api/queries/${path(station ?? '', other ?? '')}`);
      // The first half warms up.
      if (turn >= requests) times[index]?.push(ms);
    }
  }
  return steps.map(([name], index) => {
    const median = quantile(times[index] ?? [], 0.5);
    return {
      name: `${name}, of ${stations} in the embedded database`,
      figure: `p50 ${shown(median)} ms, p95 ${shown(quantile(times[index] ?? [], 0.95))} ms`,
      limit: `p50 ≤ ${limits.largeStepMs} ms`,
      isKept: median <= limits.largeStepMs,
    };
  });
}

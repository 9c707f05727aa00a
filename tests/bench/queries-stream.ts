import { setTimeout as sleep } from 'node:timers/promises';
import { limits } from './limits.ts';
import type { Measure } from './measure.ts';
import { held, quantile, shown, spread } from './measure.ts';
import { residentTree } from './memory.ts';
import type { Programs } from './queries-compare.ts';
import { longAnswer } from './queries-questions.ts';

const runs = 5;
/** Milliseconds between two looks at the memory. */
const pause = 20;

/** How soon the first row of a long answer comes, and what the server keeps in memory while the others pass through it. */
export async function measureStream({ http, raw }: Programs, pid: number | undefined): Promise<Measure[]> {
  const firsts: number[] = [];
  const rawFirsts: number[] = [];
  const idle = await resident(pid);
  let peak = 0;
  for (let run = 0; run < runs; run += 1) {
    const watching = watchPeak(pid);
    firsts.push(await readExport(http));
    peak = Math.max(peak, await watching.stop());
    rawFirsts.push(await raw.firstRow(longAnswer.cypher));
  }
  const rows = longAnswer.rows.toLocaleString('en');
  const reference = ` (driver alone ${shown(quantile(rawFirsts, 0.5))} ms)${spread(firsts, 'ms')}`;
  return [
    held(`first of ${rows} rows`, quantile(firsts, 0.5), limits.firstRowMs, 'ms', reference),
    idle === undefined
      ? { name: 'memory during such an answer', figure: 'told on Linux only' }
      : held(
          'memory over idle during such an answer',
          peak - idle,
          limits.streamMegabytes,
          'MB',
          ` (idle ${shown(idle)} MB)`,
        ),
  ];
}

/** Milliseconds to the first row; that all of them come is checked. */
async function readExport(http: Programs['http']): Promise<number> {
  let first: number | undefined;
  let rows = 0;
  let last = '';
  await http.export(longAnswer.cypher, (line, ms) => {
    last = line;
    if (!line.startsWith('{"row"')) return;
    rows += 1;
    first ??= ms;
  });
  if (rows !== longAnswer.rows) throw new Error(`of ${longAnswer.rows} rows ${rows} came: ${last}`);
  return first ?? Number.NaN;
}

function watchPeak(pid: number | undefined): { stop(): Promise<number> } {
  let peak = 0;
  const over = new AbortController();
  const watching = (async () => {
    while (!over.signal.aborted) {
      peak = Math.max(peak, (await resident(pid)) ?? 0);
      await sleep(pause);
    }
  })();
  return {
    async stop() {
      over.abort();
      await watching;
      return peak;
    },
  };
}

/** Megabytes of the server and all that it has started; undefined where nobody tells. */
async function resident(pid: number | undefined): Promise<number | undefined> {
  const tree = pid === undefined ? undefined : await residentTree(pid);
  return tree?.reduce((sum, { megabytes }) => sum + megabytes, 0);
}

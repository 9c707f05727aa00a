import ELK from 'elkjs/lib/elk-api.js';
import { layOutChart } from './chart-layout.ts';
import type { ChartPlaces, ChartTask } from './chart-task.ts';
import { startChartWorker } from './start-chart-worker.ts';

/** ELK with its worker. */
interface Kept {
  elk: InstanceType<typeof ELK>;
  /** Aborted when the worker fails, whichever layout it is at. */
  failed: AbortSignal;
}

let kept: Kept | undefined;

/**
 * Has an organisation chart laid out by a worker, which is made when first needed and kept. Rejects when the worker cannot
 * be had or fails. Stopped by its signal, it ends the worker and resolves to null.
 */
export async function runChartLayout(task: ChartTask, stopped: AbortSignal): Promise<ChartPlaces | null> {
  if (stopped.aborted) return null;
  const own = (kept ??= start());
  const letGo = (): void => {
    own.elk.terminateWorker();
    if (kept === own) kept = undefined;
  };
  const given = AbortSignal.any([stopped, own.failed]);
  // At once: the layout that overtakes this one begins before its rejection is heard of, and must have a worker of its own.
  given.addEventListener('abort', letGo);
  try {
    return await Promise.race([layOutChart(task, own.elk), abortionOf(given)]);
  } catch (error) {
    if (stopped.aborted) return null;
    letGo();
    throw error;
  } finally {
    given.removeEventListener('abort', letGo);
  }
}

function start(): Kept {
  const failing = new AbortController();
  const workerFactory = (): Worker => workerThat((reason) => failing.abort(new Error(reason)));
  return { elk: new ELK({ workerFactory }), failed: failing.signal };
}

/** A worker that lays out; what it cannot even begin with is told. */
function workerThat(fails: (reason: string) => void): Worker {
  const worker = startChartWorker();
  worker.addEventListener('error', ({ message }) => fails(message));
  return worker;
}

/** Rejects when a signal is aborted, and never resolves. */
const abortionOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(String(signal.reason))), { once: true });
    if (signal.aborted) reject(new Error(String(signal.reason)));
  });

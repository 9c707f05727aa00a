import ELK from 'elkjs/lib/elk-api.js';
import { layOutChart } from './chart-layout.ts';
import type { ChartPlaces, ChartTask } from './chart-task.ts';
import { startChartWorker } from './start-chart-worker.ts';

let elk: InstanceType<typeof ELK> | undefined;

/**
 * Has an organisation chart laid out by a worker, which is made when first needed and kept. Rejects when the worker cannot
 * be had or fails. Stopped by its signal, it ends the worker and resolves to null.
 */
export async function runChartLayout(task: ChartTask, stopped: AbortSignal): Promise<ChartPlaces | null> {
  const ended = new AbortController();
  const own = (elk ??= new ELK({ workerFactory: () => workerThat((reason) => ended.abort(new Error(reason))) }));
  const letGo = (): void => {
    own.terminateWorker();
    if (elk === own) elk = undefined;
  };
  const given = AbortSignal.any([stopped, ended.signal]);
  try {
    return await Promise.race([layOutChart(task, own), abortionOf(given)]);
  } catch (error) {
    letGo();
    if (stopped.aborted) return null;
    throw error;
  }
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

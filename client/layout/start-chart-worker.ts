import workerAddress from 'elkjs/lib/elk-worker.min.js?url';

/** A worker for layouts of organisation charts: ELK's own, which knows no other messages than those of its API. */
export const startChartWorker = (): Worker => new Worker(workerAddress);

import { signal } from '@preact/signals-core';
import type { ReadonlySignal } from '@preact/signals-core';
import type { Vocabulary } from '../../../server/contract/vocabulary.ts';
import type { EditorReply, EditorTask, FromWorker, ToWorker } from './editor-task.ts';

/** The worker that knows the language, as the editor sees it. */
export interface Language {
  /** Whether it is on its way, there, or was lost: the editor then does without. */
  state: ReadonlySignal<'starting' | 'ready' | 'lost'>;
  /**
   * Has a task done. Null where the worker is lost or failed at it, or where a newer task of the same kind came before
   * this one's turn.
   */
  ask(task: EditorTask): Promise<EditorReply | null>;
  /** Tells the words that a query may use. */
  tell(words: Vocabulary): void;
  /** Fetches a lost worker once more. */
  restart(): void;
  dispose(): void;
}

/** Milliseconds that a task may take: a worker that takes longer is not waited for. */
const longest = 15_000;

/** Tasks for which the reader waits come first. */
const urgency: readonly EditorTask['kind'][] = ['format', 'complete', 'sign', 'check'];

interface Waiting {
  task: EditorTask;
  /** What it came to; null where it came to nothing. */
  answer: (reply: EditorReply | null) => void;
}

/** Starts the worker. `make` makes one: the page's own, unless a test has another. */
export function startLanguage(make: () => Worker = makeWorker): Language {
  const state = signal<'starting' | 'ready' | 'lost'>('starting');
  // One task of each kind waits at most, and one is being done: there is nothing that could pile up.
  const waiting = new Map<EditorTask['kind'], Waiting>();
  let present: Waiting | null = null;
  let words: Vocabulary | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let worker: Worker | null = null;

  const send = (message: ToWorker): void => worker?.postMessage(message, []);
  const finish = (reply: EditorReply | null): void => {
    clearTimeout(timer);
    present?.answer(reply);
    present = null;
  };
  const lose = (): void => {
    worker?.terminate();
    worker = null;
    state.value = 'lost';
    finish(null);
    for (const { answer } of waiting.values()) answer(null);
    waiting.clear();
  };
  const goOn = (): void => {
    if (present !== null || state.value !== 'ready') return;
    const kind = urgency.find((name) => waiting.has(name));
    present = (kind && waiting.get(kind)) ?? null;
    if (kind === undefined || present === null) return;
    waiting.delete(kind);
    timer = setTimeout(lose, longest);
    send({ task: present.task });
  };
  const take = ({ data }: MessageEvent<FromWorker>): void => {
    if ('isReady' in data) {
      state.value = 'ready';
      if (words) send({ words });
    } else finish('reply' in data ? data.reply : null);
    goOn();
  };
  const start = (): void => {
    state.value = 'starting';
    try {
      worker = make();
    } catch {
      // Where workers are forbidden.
      lose();
      return;
    }
    worker.addEventListener('message', take);
    worker.addEventListener('error', lose);
  };
  start();

  return {
    state,
    ask: (task) =>
      new Promise((resolve) => {
        if (state.value === 'lost') {
          resolve(null);
          return;
        }
        waiting.get(task.kind)?.answer(null);
        waiting.set(task.kind, { task, answer: resolve });
        goOn();
      }),
    tell(next) {
      words = next;
      if (state.value === 'ready') send({ words });
    },
    restart() {
      if (state.value === 'lost') start();
    },
    dispose: lose,
  };
}

const makeWorker = (): Worker => new Worker(new URL('./editor-worker.ts', import.meta.url), { type: 'module' });

import { signal } from '@preact/signals-core';
import type { Health } from '../../server/contract/health.ts';
import { getHealth } from '../api/api.ts';
import { dismiss, isAbsence, notices, notify } from './notices.ts';

/** The engine and the counts of the whole graph; null until known or while the server is out of reach. */
export const health = signal<Health | null>(null);

/** Milliseconds between looks while all is well, and while something is not. */
const calm = 20_000;
const anxious = 2_000;

/** Watches the server: tells when the database goes and when it is back, then calls `onBack`. Answers its end. */
export function watchHealth(onBack: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let previous: Health['status'] | 'offline' = 'ok';
  const look = async (): Promise<void> => {
    const now = await getHealth().catch(() => null);
    if (isStopped) return;
    health.value = now;
    const status = now?.status ?? 'offline';
    // Told once: whoever dismissed it knows.
    if (status !== 'ok' && status !== previous) {
      notify({ kind: 'word', word: now ? 'error.database-unavailable' : 'error.offline' });
    }
    if (status === 'ok' && (wasAway() || previous !== 'ok')) onBack();
    previous = status;
    timer = setTimeout(() => void look(), status === 'ok' ? calm : anxious);
  };
  void look();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/** Whether a notice of an absence stands; it is taken down and its end told. */
function wasAway(): boolean {
  const away = notices.value.filter(isAbsence);
  for (const notice of away) dismiss(notice);
  if (away.length > 0) notify({ kind: 'word', word: 'notice.back' });
  return away.length > 0;
}

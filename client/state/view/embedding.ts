import { signal } from '@preact/signals-core';
import { pageProblem } from '../../api/api.ts';
import { overHttp, sendBy } from '../../api/transport.ts';
import type { Transport } from '../../api/transport.ts';

/** Whether the page stands in a frame of another page: it then shows the picture, and little else. */
export const isEmbedded = signal(false);

/** Reads it from the part of the page's address behind `?`. In a frame, the page asks named queries only. */
export function takeEmbedding(search: string): void {
  isEmbedded.value = new URLSearchParams(search).get('embed') === '1';
  if (isEmbedded.value) sendBy(namedQueriesOnly, { readsServer: true });
}

/** Whoever shows the page in a frame, perhaps unseen, chooses its address: no Cypher of theirs is run by who looks at it. */
const namedQueriesOnly: Transport = (address, sent) => {
  if ((sent.method ?? 'GET') === 'GET') return overHttp(address, sent);
  const problem = pageProblem('not-in-frame', 403, 'in a frame, the page asks named queries only');
  const headers = { 'content-type': 'application/problem+json' };
  return Promise.resolve(new Response(JSON.stringify(problem), { status: problem.status, headers }));
};

/**
 * The HTML by which another page shows this one in a frame.
 * @param page the page's address without `?` and `#`
 * @param view the view as address text
 * @param title what the frame is called for those who do not see it
 */
export function embedCode(page: string, view: string, title: string): string {
  const address = `${page}?embed=1${view && `#${view}`}`;
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="800" height="500" style="max-width: 100%; border: 0" allow="fullscreen" loading="lazy"></iframe>`;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

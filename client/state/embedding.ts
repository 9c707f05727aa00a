import { signal } from '@preact/signals-core';

/** Whether the page stands in a frame of another page: it then shows the picture, and little else. */
export const isEmbedded = signal(false);

/** Reads it from the part of the page's address behind `?`. */
export function takeEmbedding(search: string): void {
  isEmbedded.value = new URLSearchParams(search).get('embed') === '1';
}

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

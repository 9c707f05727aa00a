import { signal } from '@preact/signals-core';
import { keyOfDataSet } from '../kept-items.ts';
import { newId } from '../new-id.ts';
import type { Destination } from './show.ts';

/** What the windows of one show tell each other: the one that the audience sees, and the presenter's. */
export type ShowMessage =
  /** The audience's window: what it shows. */
  | { kind: 'shown'; sceneId: string | null; isDark: boolean }
  /** The same: the show is over. */
  | { kind: 'ended' }
  /** The same: it is closed, or loaded again, whereupon the show goes on. */
  | { kind: 'left' }
  /** The presenter's: tell me what you show. */
  | { kind: 'ask' }
  | { kind: 'go'; to: Destination }
  | { kind: 'dark'; isDark: boolean }
  | { kind: 'end' };

/** The id of the show of this tab, by which the windows of it find each other. */
export const showId = signal<string | null>(null);

/** Takes the id that this tab had before a reload, with which the presenter's window goes on, or makes one. */
export function takeShowId(storage: Storage): string {
  const storageKey = keyOfDataSet('show.1');
  const known = storage.getItem(storageKey);
  const id = known !== null && /^[0-9a-f]{32}$/.test(known) ? known : newId();
  showId.value = id;
  try {
    storage.setItem(storageKey, id);
  } catch {
    // A full storage keeps nothing: after a reload, the presenter's window is opened anew.
  }
  return id;
}

export interface ShowLink {
  send: (message: ShowMessage) => void;
  close: () => void;
}

/**
 * Joins the windows of a show, which are of one browser and one page.
 * @param id tells it from other shows in the same browser
 */
export function linkShow(id: string, listen: (message: ShowMessage) => void): ShowLink {
  const channel = new BroadcastChannel(`show.${id}`);
  // Only pages of this origin, which are ours, can send something here.
  channel.addEventListener('message', ({ data }: MessageEvent<ShowMessage>) => listen(data));
  return { send: channel.postMessage.bind(channel), close: channel.close.bind(channel) };
}

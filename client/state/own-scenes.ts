import { signal } from '@preact/signals-core';
import type { Text } from '../../server/contract.ts';

/** A scene of the reader's own: the view as it was saved, as address text. */
export interface OwnScene {
  id: string;
  title: Text;
  caption: Text;
  notes: Text;
  view: string;
}

/** The reader's own scenes, in the order in which they are shown. */
export const ownScenes = signal<readonly OwnScene[]>([]);

import type { Batch } from './store.ts';

/** What identifies the nodes of a data set: the label that all of them share, and the property. */
export type Key = Batch['key'] & {
  /** Properties that serve the database only: they do not travel with nodes and relationships. */
  hidden?: readonly string[];
};

import type { Logger } from 'pino';
import type { Ontology } from './contract/data-set/ontology.ts';
import type { Scene } from './contract/data-set/scene.ts';
import type { Count } from './counts.ts';
import type { DocumentText } from './document-text.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';

/** All that the routes of one data set need of the world. */
export interface AppDependencies {
  store: Store;
  ontology: Ontology;
  /** The story that the data set tells, if it tells one. */
  scenes?: readonly Scene[];
  /** The running text of the data set's document, where it is at hand. */
  documentText?: DocumentText | undefined;
  /** Counts its own nodes and relationships, where its database holds others, too. */
  count?: Count;
  /** The names of all data sets of the server, the first one first. */
  names?: readonly string[];
  settings: Settings;
  logger: Logger;
}

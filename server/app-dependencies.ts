import type { Logger } from 'pino';
import type { Ontology, Scene } from './contract.ts';
import type { DocumentText } from './document-text.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';

/** All that the app and its routes need of the world. */
export interface AppDependencies {
  store: Store;
  ontology: Ontology;
  /** The story that the data set tells, if it tells one. */
  scenes?: readonly Scene[];
  /** The running text of the data set's document, where it is at hand. */
  documentText?: DocumentText | undefined;
  settings: Settings;
  logger: Logger;
  /** The folder of the built page; without one only the API answers. */
  pageFolder?: string;
}

import { basename } from 'node:path';
import type { DataSetSource, OpenDataSet } from './data-sets.ts';
import { documentTextOf, knowingOfText, type TextPlaces } from './document-text.ts';
import { OntologyError, readTitles } from './ontology.ts';
import type { OpenGraph } from './open-graph.ts';
import { PrepareError } from './prepare.ts';
import { ProblemError } from './problem-error.ts';
import { readScenes } from './scenes.ts';

/** A data set that is opened later, when what goes wrong is for a reader of the page. */
export function sourceOf(folder: string, open: DataSetSource['open'], toLoad?: string): DataSetSource {
  const name = basename(folder);
  let about: ReturnType<DataSetSource['about']> | undefined;
  return {
    name,
    ...(toLoad !== undefined && { toLoad }),
    about: async () => {
      about ??= readTitles(folder);
      // What is mended meanwhile is read anew.
      about.catch(() => (about = undefined));
      return about;
    },
    async open(signal) {
      try {
        return await open(signal);
      } catch (error) {
        if (!(error instanceof OntologyError || error instanceof PrepareError)) throw error;
        // Readers need not know where the folder lies.
        const reason = error.message.replaceAll(folder, name);
        throw new ProblemError('data-set-unusable', `the data set ${name} cannot be opened: ${reason}`, {
          values: { name, reason },
          cause: error,
        });
      }
    },
  };
}

/** A graph with what its data set has beside it. Rejects with an OntologyError, and has closed the graph then. */
export async function withFiles(
  { store, ontology }: OpenGraph,
  folder: string,
  text: TextPlaces,
): Promise<OpenDataSet> {
  try {
    const [scenes, documentText] = await Promise.all([readScenes(folder), documentTextOf(folder, text)]);
    return { store, ontology: knowingOfText(ontology, documentText), scenes, documentText };
  } catch (error) {
    await store.close();
    throw error;
  }
}

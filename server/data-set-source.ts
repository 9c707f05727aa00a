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
        const isOfFiles = error instanceof OntologyError;
        const told = isOfFiles ? error.message : mistakesIn(error.message);
        // Readers need not know where the folder lies.
        const reason = told?.replaceAll(folder, name) ?? 'the log of the server says why';
        throw new ProblemError('data-set-unusable', `the data set ${name} cannot be opened: ${reason}`, {
          values: { name, reason },
          cause: error,
        });
      }
    },
  };
}

/** A mistake in a file, as the loader tells it; and how many there are. */
const mistake = /^.*\.(yaml|csv|txt|md):\d+: /;
const tally = /^(… and \d+ more|\d+ problems?)$/;

/** Of what the loader says, that which the author of the files can mend; all else is about the server. */
function mistakesIn(said: string): string | undefined {
  const lines = said.split('\n');
  if (!lines.some((line) => mistake.test(line))) return undefined;
  return lines.filter((line) => mistake.test(line) || tally.test(line)).join('\n');
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

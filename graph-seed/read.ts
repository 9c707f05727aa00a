import type { DataSetOntology } from '../server/contract/data-set/ontology.ts';
import type { Scene } from '../server/contract/data-set/scene.ts';
import { documentInfo } from '../server/document-info.ts';
import type { Batch } from '../server/store/store.ts';
import { checkGraph } from './check-graph.ts';
import { checkOntology } from './check-ontology.ts';
import { checkPassages } from './check-passages.ts';
import { checkPremises } from './check-premises.ts';
import { checkQuestions } from './check-questions.ts';
import { checkReferences } from './check-references.ts';
import { checkScenes } from './check-scenes.ts';
import { checkSums } from './check-sums.ts';
import { files } from './format.ts';
import { knownOf } from './known.ts';
import { readOwnText } from './own-text.ts';
import { compareWithDocument } from './quotes.ts';
import type { Seed, SeedValues } from './read-files.ts';
import { readFiles } from './read-files.ts';
import type { SeedProblem } from './seed-error.ts';
import { SeedError } from './seed-error.ts';
import { toBatch } from './to-batch.ts';

/** A data set without a mistake. */
interface DataSet {
  batch: Batch;
  ontology: DataSetOntology;
  /** The story that it tells; empty for none. */
  scenes: readonly Scene[];
  /** The files as their author wrote them. */
  values: SeedValues;
  /** The same in parts that know their places in the files. */
  seed: Seed;
  /** The document's running text that the quotes have been compared with; undefined where it is not at hand. */
  document: string | undefined;
}

/**
 * Reads the data set in a folder and checks all of it. Rejects with a SeedError that lists every mistake.
 * @param options.document the document's running text, with which quotes are compared; else that of the data set's own file
 */
export async function readDataSet(folder: string, options: { document?: string | undefined } = {}): Promise<DataSet> {
  const { seed, problems } = await readFiles(folder);
  const known = knownOf(seed);
  const own = await readOwnText(folder, seed);
  const document = options.document ?? own.text;
  const all = [
    ...problems,
    ...own.problems,
    ...checkOntology(seed, known),
    ...checkPassages(seed, known),
    ...checkGraph(seed, known),
    ...checkPremises(seed),
    ...checkSums(seed, known),
    ...checkReferences(seed, known),
    ...checkQuestions(seed, known),
    ...checkScenes(seed, known),
    ...(document === undefined ? [] : compareWithDocument(seed, document)),
  ];
  if (all.length > 0 || !seed.values) throw new SeedError(inOrder(all));
  const { dataSet, values } = seed;
  const ontology = {
    dataSet,
    document: documentInfo(values['passages.yaml'].document),
    ...values['ontology.yaml'],
    ...values['questions.yaml'],
    sums: values['figures.yaml'].sums.flatMap(({ total, parts }) => (parts ? [{ total, parts }] : [])),
    positions: values['positions.yaml'],
  };
  return { batch: toBatch(dataSet, values), ontology, scenes: values['scenes.yaml'], values, seed, document };
}

/** By file in the order in which one reads a data set, then by line. */
function inOrder(problems: SeedProblem[]): SeedProblem[] {
  const names = Object.keys(files);
  // A table stands with the YAML file that says the same.
  const place = ({ file }: SeedProblem) => names.findIndex((name) => file.replace(/csv$/, 'yaml').endsWith(name));
  return problems.toSorted((left, right) => place(left) - place(right) || left.line - right.line);
}

import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { DataSetInfo } from './contract/data-set-info.ts';
import { DataSetOntology } from './contract/data-set/ontology.ts';
import { Text } from './contract/text.ts';
import { DocumentEntry, documentInfo } from './document-info.ts';

/** Of the file of figures, what is not in the graph: which add up to which. Others than sums of parts are for the loader. */
const Sums = z.object({ sums: z.array(z.object({ total: z.string(), parts: z.array(z.string()).optional() })) });

/** Of the file of passages, the document; its passages are in the graph. */
const Passages = z.object({ document: DocumentEntry });

const Titles = z.object({ title: Text, subtitle: Text });

/** A data set's description that cannot be read. The message is one sentence that names the file. */
export class OntologyError extends Error {
  override readonly name = 'OntologyError';
}

/** What the files of a data set say, but for what is in the graph. */
interface Description {
  ontology: DataSetOntology;
  /** The name of the file in the folder that has the text of the document, where there is one. */
  textName: string | undefined;
}

/** What the explorer knows of a data set. Rejects with an OntologyError. */
export async function readOntology(folder: string): Promise<DataSetOntology> {
  return (await readDescription(folder)).ontology;
}

/**
 * Reads what the explorer knows of a data set: `ontology.yaml`, `questions.yaml`, `positions.yaml`, the sums of
 * `figures.yaml` and the document of `passages.yaml` in its folder, whose name is the data set's. Rejects with an OntologyError.
 */
export async function readDescription(folder: string): Promise<Description> {
  const [ontology, questions, positions, figures, passages] = await Promise.all(
    ['ontology.yaml', 'questions.yaml', 'positions.yaml', 'figures.yaml', 'passages.yaml'].map((name) =>
      readYaml(join(folder, name)),
    ),
  );
  const sums = parsed(Sums, figures, folder).sums.flatMap(({ total, parts }) => (parts ? [{ total, parts }] : []));
  const entry = parsed(Passages, passages, folder).document;
  const document = documentInfo(entry);
  const whole = { ...asObject(ontology), ...asObject(questions), document, positions, sums, dataSet: basename(folder) };
  return { ontology: parsed(DataSetOntology, whole, folder), textName: entry.text };
}

/** What a data set is called, of which nothing else is read. Rejects with an OntologyError. */
export async function readTitles(folder: string): Promise<Pick<DataSetInfo, 'title' | 'description'>> {
  const path = join(folder, 'ontology.yaml');
  const { title, subtitle } = parsed(Titles, await readYaml(path), path);
  return { title, description: subtitle };
}

/** A value that a schema has checked. Throws an OntologyError that names where it is from. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown, from: string): z.output<Schema> {
  const outcome = schema.safeParse(value);
  if (outcome.success) return outcome.data;
  const [issue] = outcome.error.issues;
  throw new OntologyError(`${from}: ${issue?.path.join('.')}: ${issue?.message}`);
}

/**
 * What a file of a data set says. Rejects with an OntologyError.
 * @param absent what is answered where there is no such file, if it may be missing
 */
export async function readYaml(path: string, absent?: unknown): Promise<unknown> {
  try {
    return parse(await readFile(path, 'utf8'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing && absent !== undefined) return absent;
    throw new OntologyError(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

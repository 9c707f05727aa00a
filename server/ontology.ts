import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { DataSetOntology } from './contract.ts';

/** A data set's description that cannot be read. The message is one sentence that names the file. */
export class OntologyError extends Error {
  override readonly name = 'OntologyError';
}

/**
 * Reads what the explorer knows of a data set: `ontology.yaml`, `questions.yaml` and `positions.yaml` of its folder,
 * whose name is the data set's. Rejects with an OntologyError.
 */
export async function readOntology(folder: string): Promise<DataSetOntology> {
  const [ontology, questions, positions] = await Promise.all(
    ['ontology.yaml', 'questions.yaml', 'positions.yaml'].map((name) => readYaml(join(folder, name))),
  );
  const whole = { ...asObject(ontology), ...asObject(questions), positions, dataSet: basename(folder) };
  const parsed = DataSetOntology.safeParse(whole);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new OntologyError(`${folder}: ${issue?.path.join('.')}: ${issue?.message}`);
}

async function readYaml(path: string): Promise<unknown> {
  try {
    return parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new OntologyError(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../server/contract/answer.ts';
import type { DataSetOntology } from '../server/contract/data-set/ontology.ts';
import type { Json } from '../server/contract/json.ts';
import { ProblemError } from '../server/problem-error.ts';
import { queriesFor } from '../server/queries/catalogue.ts';
import { openStore } from '../server/store/open.ts';
import type { Batch, ReadOptions, Store } from '../server/store/store.ts';
import type { Seed } from './read-files.ts';
import type { Flaw, SeedProblem } from './seed-error.ts';

/** Nodes and relationships of a data set that is asked: some seconds; of many more, loading them would take minutes. */
export const mostAsked = 100_000;

/** A data set without a mistake, as it was read. */
interface Asked {
  batch: Batch;
  ontology: DataSetOntology;
  seed: Pick<Seed, 'questions' | 'scenes'>;
}

/** Whether a data set is small enough to be asked. */
export function canBeAsked({ nodes, relationships }: Batch): boolean {
  return nodes.length + relationships.length <= mostAsked;
}

/**
 * Asks every question as it stands at first, and for the picture of every scene, of an embedded database that is made for
 * that and taken away after. A problem is what fails, and what is answered with nothing. Rejects with a ProblemError
 * where the database itself is at fault, or the caller no longer waits.
 * @param options are those of each query
 */
export async function askQueries({ batch, ontology, seed }: Asked, options: ReadOptions): Promise<SeedProblem[]> {
  const folder = await mkdtemp(join(tmpdir(), 'data-set-asked-'));
  try {
    const store = await openStore({ kind: 'embedded', path: join(folder, 'asked.grafeo'), key: batch.key });
    try {
      await store.write(batch, options.signal && { signal: options.signal });
      return await answerAll(store);
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  async function answerAll(store: Store): Promise<SeedProblem[]> {
    const named = new Map(queriesFor(ontology).map((query) => [query.name, query]));
    const flawOf = async (name: string, parameters: Record<string, Json> = {}): Promise<Flaw[]> => {
      const query = named.get(name);
      if (!query) return [{ code: 'unknown-query', message: `there is no query ${name}` }];
      try {
        return isEmpty(await query.run(parameters, { store, ontology, options })) ? [nothing] : [];
      } catch (error) {
        return [failed(error)];
      }
    };
    const problems: SeedProblem[] = [];
    for (const { id, value, problem } of seed.questions.entries) {
      const flaws = await flawOf(value.query ?? `question-${id}`, value.parameters);
      problems.push(...flaws.map((flaw) => problem(flaw, value.cypher === undefined ? 'query' : 'cypher')));
    }
    for (const { value, problem } of seed.scenes.entries) {
      const flaws = await flawOf(value.query ?? '', value.parameters);
      problems.push(...flaws.map((flaw) => problem(flaw, 'query')));
    }
    return problems;
  }
}

const nothing: Flaw = { code: 'answer-empty', message: 'as it stands, it is answered with nothing' };

/** What is not the database's fault, nor the caller's. */
function failed(error: unknown): Flaw {
  const isOfAsking = error instanceof ProblemError && !/^(database-|cancelled|internal)/.test(error.code);
  if (!isOfAsking) throw error;
  return { code: 'answer-fails', message: `as it stands, it cannot be answered: ${error.message}` };
}

/** A row of an empty list is what `collect` makes of nothing. */
function isEmpty({ table }: Answer): boolean {
  return table.rows.every((row) => row.every((cell) => cell === null || (Array.isArray(cell) && cell.length === 0)));
}

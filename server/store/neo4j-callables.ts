import type { Session } from 'neo4j-driver';
import { z } from 'zod';
import { CypherFunction, CypherProcedure } from '../contract/vocabulary.ts';
import type { Callables } from './store.ts';

const described = 'YIELD name, signature, description, argumentDescription AS arguments, returnDescription';

/** The functions and procedures that the server has, as far as typed queries may call them. */
export async function readCallables(
  session: Session,
  { mayCall, mayUse }: Record<'mayCall' | 'mayUse', (name: string) => boolean>,
  timeout: number,
): Promise<Callables> {
  const list = async (cypher: string) =>
    (await session.run(cypher, {}, { timeout })).records.map((record): unknown => record.toObject());
  const functions = await list(`SHOW FUNCTIONS ${described} AS returns, aggregating AS aggregates`);
  const procedures = await list(`SHOW PROCEDURES ${described} AS columns`);
  return {
    functions: z
      .array(CypherFunction)
      .parse(functions)
      .filter(({ name }) => mayUse(name)),
    procedures: z
      .array(CypherProcedure)
      .parse(procedures)
      .filter(({ name }) => mayCall(name)),
  };
}

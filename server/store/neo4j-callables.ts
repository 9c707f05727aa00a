import type { Session } from 'neo4j-driver';
import { z } from 'zod';
import type { Callables } from './store.ts';

/** What Neo4j says of an argument or a column. */
const Slot = z
  .object({ name: z.string(), type: z.string(), description: z.string(), default: z.string().optional() })
  .transform(({ default: usual, ...slot }) => ({ ...slot, ...(usual !== undefined && { default: usual }) }));

const FunctionRow = z.object({
  name: z.string(),
  signature: z.string(),
  description: z.string(),
  argumentDescription: z.array(Slot),
  returnDescription: z.string(),
  aggregating: z.boolean(),
});

const ProcedureRow = FunctionRow.pick({
  name: true,
  signature: true,
  description: true,
  argumentDescription: true,
}).extend({
  returnDescription: z.array(Slot),
});

const described = 'YIELD name, signature, description, argumentDescription, returnDescription';

/** The functions and procedures that the server has, as far as typed queries may call them. */
export async function readCallables(
  session: Session,
  mayCall: (procedure: string) => boolean,
  timeout: number,
): Promise<Callables> {
  const list = async (cypher: string) =>
    (await session.run(cypher, {}, { timeout })).records.map((record): unknown => record.toObject());
  const functions = z.array(FunctionRow).parse(await list(`SHOW FUNCTIONS ${described}, aggregating`));
  const procedures = z.array(ProcedureRow).parse(await list(`SHOW PROCEDURES ${described}`));
  return {
    functions: functions.map(({ argumentDescription, returnDescription, aggregating, ...about }) => ({
      ...about,
      arguments: argumentDescription,
      returns: returnDescription,
      aggregates: aggregating,
    })),
    procedures: procedures
      .filter(({ name }) => mayCall(name))
      .map(({ argumentDescription, returnDescription, ...about }) => ({
        ...about,
        arguments: argumentDescription,
        columns: returnDescription,
      })),
  };
}

import { z } from 'zod';
import type { Answer, Json, Ontology, QueryInfo, Text } from '../contract.ts';
import { ProblemError } from '../problem-error.ts';
import type { ReadOptions, Store } from '../store/store.ts';
import { checkIds, type Ids } from './check-ids.ts';
import { parseParameters } from './parse-parameters.ts';

/** What a query needs of the world to be answered. */
export interface QueryContext {
  store: Pick<Store, 'read' | 'schema'>;
  ontology: Ontology;
  options: ReadOptions;
}

/** One entry of the catalogue, ready to be listed and run. */
export interface NamedQuery {
  name: string;
  title: Text;
  description: Text;
  result: 'graph' | 'table';
  parameters: z.ZodObject;
  /** How the catalogue lists the query. */
  info(ontology: Ontology): QueryInfo;
  /** Rejects with a ProblemError: a wrong parameter, an id that is not there, or what the store says. */
  run(input: unknown, context: QueryContext): Promise<Answer>;
}

interface Definition<Parameters extends z.ZodObject> {
  name: string;
  title: Text;
  description: Text;
  /** What the answer is mainly looked at as. */
  result: 'graph' | 'table';
  parameters: Parameters;
  /**
   * In the common subset of both engines, with an order down to an id. Parameters travel as `$name`, absent ones as
   * null; `$dataSet` is always there. The one thing that cannot be a parameter on both engines, the types that a path
   * may walk along, is written `{{walk}}`.
   */
  cypher: string;
  /** The text for these parameters, where it is not always the same one. Of them only checked numbers may be in it. */
  variant?(parameters: z.output<Parameters>): string;
  /** Parameters of the Cypher text that are made from those of the query. */
  bind?(parameters: z.output<Parameters>, ontology: Ontology): Record<string, Json>;
  /** Relationship types for `{{walk}}`. */
  walk?(parameters: z.output<Parameters>, ontology: Ontology): string[];
  /** Ids that must be there: an unknown one is a problem that names it, not an empty answer. */
  ids?(parameters: z.output<Parameters>): Ids;
  /** For the rare query that the store answers in another way. */
  answer?(context: QueryContext): Promise<Answer>;
}

/** Makes an entry of the catalogue. */
export function defineQuery<Parameters extends z.ZodObject>(definition: Definition<Parameters>): NamedQuery {
  const { name, title, description, result, parameters, cypher } = definition;
  const textFor = (values: z.output<Parameters>, ontology: Ontology) => {
    const text = definition.variant?.(values) ?? cypher;
    return definition.walk ? walkAlong(text, definition.walk(values, ontology), ontology) : text;
  };

  return {
    name,
    title,
    description,
    result,
    parameters,
    info(ontology) {
      const shown = definition.walk ? walkAlong(cypher, allTypes(ontology), ontology) : cypher;
      return { name, title, description, result, parameters: jsonSchema(parameters), cypher: shown };
    },
    async run(input, context) {
      const { store, ontology, options } = context;
      const values = parseParameters(parameters, input);
      if (definition.answer) return definition.answer(context);
      const params: Record<string, Json> = {
        ...nullsFor(parameters),
        ...values,
        ...definition.bind?.(values, ontology),
        dataSet: ontology.dataSet,
      };
      const answer = await store.read(textFor(values, ontology), params, options);
      if (definition.ids) await checkIds(definition.ids(values), answer.graph, store, options);
      // What a database has to say about the text of a query is for its author: tests see to it.
      return { ...answer, notices: [] };
    },
  };
}

/** A schema's JSON Schema, as forms and the OpenAPI document use it. */
export function jsonSchema(schema: z.ZodType): Record<string, Json> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return z.record(z.string(), z.json()).parse(rest);
}

function nullsFor(parameters: z.ZodObject): Record<string, null> {
  return Object.fromEntries(Object.keys(parameters.shape).map((name) => [name, null]));
}

function allTypes(ontology: Ontology): string[] {
  return ontology.types.map(({ name }) => name);
}

/**
 * Only names that the ontology has get into the text: its schema admits capital letters and underscores, so nothing
 * that a caller sends can become part of the query.
 */
function walkAlong(cypher: string, types: string[], ontology: Ontology): string {
  const known = allTypes(ontology);
  const unknown = types.find((type) => !known.includes(type));
  if (unknown !== undefined) {
    throw new ProblemError('invalid-parameter', `there is no relationship type ${unknown}`, {
      values: { parameter: 'types', reason: `there is no relationship type ${unknown}` },
    });
  }
  if (types.length === 0) {
    throw new ProblemError('invalid-parameter', 'no relationship type is left to walk along', {
      values: { parameter: 'avoid', reason: 'no relationship type is left to walk along' },
    });
  }
  return cypher.replaceAll('{{walk}}', types.join('|'));
}

import { z } from 'zod';
import type { Answer } from '../contract/answer.ts';
import type { Ontology } from '../contract/data-set/ontology.ts';
import type { Json } from '../contract/json.ts';
import type { QueryInfo, QueryStatement } from '../contract/query.ts';
import type { Text } from '../contract/text.ts';
import { ProblemError } from '../problem-error.ts';
import { checkIds, type Ids } from './check-ids.ts';
import { joined, splitIds, type Label } from './label-answers.ts';
import { parseParameters } from './parse-parameters.ts';
import type { QueryContext } from './query-context.ts';

/** One entry of the catalogue, ready to be listed and run. */
export interface NamedQuery {
  name: string;
  title: Text;
  description: Text;
  result: 'graph' | 'table';
  parameters: z.ZodObject;
  /** Whether a graph with this ontology can be asked. */
  isFor(ontology: Pick<Ontology, 'key'>): boolean;
  /** How the catalogue lists the query. */
  info(ontology: Ontology): QueryInfo;
  /** What the store is asked for these parameters. Throws a ProblemError where one is wrong. */
  statement(input: unknown, ontology: Ontology): QueryStatement;
  /** Rejects with a ProblemError: a wrong parameter, an id that is not there, or what the store says. */
  run(input: unknown, context: QueryContext): Promise<Answer>;
}

/** A query of a graph that no data set describes: its nodes have no key, and their ids are the engine's own. */
interface AnyGraph<Values> {
  /** The text. Names come from the ontology only, and are quoted. */
  cypher: string | ((ontology: Ontology) => string);
  /** The text for these parameters, where it is not always the same one. */
  variant?(parameters: Values): string;
  /** Whether some of the ids may stand for labels and others not: each has rows of its own. */
  isByRow?: boolean;
  /** What is answered of nodes that stand for labels: these are in no database. */
  ofLabels?(labels: Label[], parameters: Values, context: QueryContext): Answer | Promise<Answer>;
  /** For what the text alone does not answer. */
  answer?(context: QueryContext, read: Read, parameters: Values): Promise<Answer>;
}

/** Runs the text of the query, or another, with the parameters and others in place of some. */
export type Read = (params?: Record<string, Json>, text?: string) => Promise<Answer>;

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
  /** Whether the text may find nodes of other data sets by such ids: then these are asked for whatever the answer has. */
  asksForIds?: boolean;
  /** For the rare query that the store answers in another way, whatever the graph. */
  answer?(context: QueryContext): Promise<Answer>;
  /** Without it, and without an `answer`, only graphs with a key have the query. */
  anyGraph?: AnyGraph<z.output<Parameters>>;
}

/** Makes an entry of the catalogue. */
export function defineQuery<Parameters extends z.ZodObject>(definition: Definition<Parameters>): NamedQuery {
  const { name, title, description, result, parameters, cypher } = definition;
  const { anyGraph } = definition;
  const textFor = (values: z.output<Parameters>, ontology: Ontology) => {
    if (ontology.key === null) return anyGraph?.variant?.(values) ?? textForAnyGraph(ontology);
    const text = definition.variant?.(values) ?? cypher;
    return definition.walk ? walkAlong(text, definition.walk(values, ontology), ontology) : text;
  };
  const textForAnyGraph = (ontology: Ontology) => {
    if (!anyGraph) return cypher;
    return typeof anyGraph.cypher === 'string' ? anyGraph.cypher : anyGraph.cypher(ontology);
  };

  const bound = (values: z.output<Parameters>, ontology: Ontology): Record<string, Json> => ({
    ...nullsFor(parameters),
    ...values,
    ...definition.bind?.(values, ontology),
    dataSet: ontology.dataSet,
  });

  const shownText = (ontology: Ontology) => {
    if (ontology.key === null) return textForAnyGraph(ontology);
    return definition.walk ? walkAlong(cypher, allTypes(ontology), ontology) : cypher;
  };

  return {
    name,
    title,
    description,
    result,
    parameters,
    isFor: ({ key }) => key !== null || anyGraph !== undefined || definition.answer !== undefined,
    info(ontology) {
      return { name, title, description, result, parameters: jsonSchema(parameters), cypher: shownText(ontology) };
    },
    statement(input, ontology) {
      const values = parseParameters(parameters, input);
      const isWhole = !definition.answer && !(ontology.key === null && anyGraph?.answer);
      return { cypher: textFor(values, ontology).trim(), params: bound(values, ontology), isWhole };
    },
    async run(input, context) {
      const { store, ontology, options } = context;
      const values = parseParameters(parameters, input);
      if (definition.answer) return definition.answer(context);
      const params = bound(values, ontology);
      const read: Read = (others, text = textFor(values, ontology)) =>
        store.read(text, { ...params, ...others }, options);
      if (ontology.key === null && anyGraph?.answer) return anyGraph.answer(context, read, values);
      const ids = definition.ids?.(values) ?? {};
      if (ontology.key === null && anyGraph?.ofLabels) {
        const { labels, nodes } = await splitIds(ids.nodes ?? [], context);
        if (labels.length > 0 && (nodes.length === 0 || anyGraph.isByRow)) {
          const ofLabels = await anyGraph.ofLabels(labels, values, context);
          if (nodes.length === 0) return ofLabels;
          const ofNodes = await read({ ids: nodes });
          await checkIds({ nodes }, ofNodes.graph, context);
          return joined({ ...ofNodes, notices: [] }, ofLabels);
        }
      }
      const answer = await read();
      await checkIds(ids, definition.asksForIds ? { nodes: [], relationships: [] } : answer.graph, context);
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
 * Only names that the data set's ontology has get into the text: the schema of a data set admits capital letters and
 * underscores, so nothing that a caller sends can become part of the query. Graphs that no data set describes have other
 * names, and texts that take them as parameters.
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

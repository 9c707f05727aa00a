import { z } from 'zod';
import * as answer from '../contract/answer.ts';
import * as cypher from '../contract/cypher.ts';
import * as dataSetInfo from '../contract/data-set-info.ts';
import * as document from '../contract/data-set/document.ts';
import * as ontology from '../contract/data-set/ontology.ts';
import * as question from '../contract/data-set/question.ts';
import * as scene from '../contract/data-set/scene.ts';
import * as styles from '../contract/data-set/styles.ts';
import * as graph from '../contract/graph.ts';
import * as health from '../contract/health.ts';
import type { Json } from '../contract/json.ts';
import * as json from '../contract/json.ts';
import * as plan from '../contract/plan.ts';
import * as point from '../contract/point.ts';
import * as problem from '../contract/problem.ts';
import * as query from '../contract/query.ts';
import * as text from '../contract/text.ts';
import * as vocabulary from '../contract/vocabulary.ts';
import type { Document } from './operation.ts';

/** The files of the contract. A date is told where it stands, not by a name. */
const contract = [
  answer,
  cypher,
  dataSetInfo,
  document,
  graph,
  health,
  json,
  ontology,
  plan,
  point,
  problem,
  query,
  question,
  scene,
  styles,
  text,
  vocabulary,
];

/**
 * Every schema of the contract under its own name. What has a default may be left out of a request; what the server
 * sends is whole.
 */
export function componentSchemas(): Document {
  const registry = z.registry<{ id: string }>();
  const named = contract.flatMap((file) => Object.entries(file)).toSorted(([left], [right]) => (left < right ? -1 : 1));
  for (const [id, schema] of named) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override({ zodSchema, jsonSchema: made }) {
      if (!registry.get(zodSchema)?.id.endsWith('Request')) return;
      const properties = Object.entries(made.properties ?? {});
      made.required = properties.flatMap(([name, schema]) => (Object.hasOwn(Object(schema), 'default') ? [] : [name]));
    },
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutAddress(schema)]));
}

/** In an OpenAPI document a schema has its address by its place. */
function withoutAddress(schema: object): Json {
  const entries = Object.entries(schema).filter(([key]) => key !== '$id' && key !== '$schema');
  return z.json().parse(Object.fromEntries(entries));
}
